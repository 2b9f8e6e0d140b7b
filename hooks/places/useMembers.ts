'use client';

import { useTranslations } from 'use-intl';
import { useErrorWords } from '#hooks/errorWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { outranks, type Role } from '#lib/domain/access/roles.ts';
import { type MemberView, memberRoutes } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { Page } from './pages.ts';
import { type Pages, usePages } from './usePages.ts';

export interface MemberFilter {
  readonly query: string;
  readonly role: Role | null;
}

const noFilter: MemberFilter = { query: '', role: null };

export interface Members {
  readonly pages: Pages<MemberView, MemberFilter>;
  /**
   * Gives a role; a toast says so and takes it back on request. Resolves to whether it was given. `isFinal`: whoever
   * gives it cannot take it back, as when they step down.
   */
  setRole(member: MemberView, role: Role, isFinal?: boolean): Promise<boolean>;
  remove(member: MemberView): Promise<void>;
}

/** The members of a space, and what is done with them. */
export function useMembers(space: SpaceView, first: Page<MemberView>): Members {
  const t = useTranslations('spaceMembers');
  const undoWords = useTranslations('spaces');
  const api = useApi();
  const toasts = useToasts();
  const wordsOf = useErrorWords();
  const pages = usePages<MemberView, MemberFilter>({
    first,
    noFilter,
    keyOf: ({ person }) => person.id,
    async load({ query, role }, cursor) {
      const asked = { query: query.trim() || undefined, role: role ?? undefined, cursor };
      return (await api.call(memberRoutes.listMembers, { params: { space: space.id }, query: asked })).reply;
    },
  });
  const paramsOf = ({ person }: MemberView) => ({ space: space.id, user: person.id });
  const keyOf = ({ person }: MemberView) => `member-${person.id}`;

  async function attempt(member: MemberView, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const isLast = error.code === 'last_owner';
      const title = isLast ? t('lastOwnerTitle') : t('unchanged');
      const detail = wordsOf(error, { last_owner: t('lastOwner') });
      toasts.show({ key: keyOf(member), title, detail, tone: 'bad' });
      return false;
    }
  }

  function setRole(member: MemberView, role: Role, isFinal = false): Promise<boolean> {
    return attempt(member, async () => {
      const { reply } = await api.call(memberRoutes.setRole, { params: paramsOf(member), body: { role } });
      const replaced = (old: MemberView) => (old.person.id === member.person.id ? reply.member : old);
      pages.change((items) => items.map(replaced));
      const run = () => void setRole(reply.member, member.role, true);
      const title = t('roleChanged', { name: member.person.name, role });
      const mayUndo = !isFinal && outranks(space.role, role);
      const action = { label: undoWords('undo'), run };
      toasts.show({ key: keyOf(member), title, ...(mayUndo && { action }) });
    });
  }

  async function remove(member: MemberView): Promise<void> {
    await attempt(member, async () => {
      await api.call(memberRoutes.removeMember, { params: paramsOf(member) });
      pages.change((items) => items.filter(({ person }) => person.id !== member.person.id));
      toasts.show({ key: keyOf(member), title: t('removed', { name: member.person.name }) });
    });
  }

  return { pages, setRole, remove };
}
