'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorWords } from '#hooks/errorWords.ts';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { type InvitationView, memberRoutes } from '#lib/protocol/rest/members.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { type InvitationDraft, invitationBodyOf } from './invitationDraft.ts';
import type { Page } from './pages.ts';
import { useIntentKey } from './useIntentKey.ts';
import { type Pages, usePages } from './usePages.ts';

/** An invitation that was just made. Its link is known only now. */
export interface FreshInvitation {
  readonly email: string | null;
  readonly path: string;
}

export interface Invitations {
  readonly pages: Pages<InvitationView, null>;
  readonly fresh: FreshInvitation | null;
  readonly create: Action<[InvitationDraft], void>;
  /** Puts the fresh link away. */
  forget(): void;
  revoke(invitation: InvitationView): Promise<void>;
}

/** The invitations of a space that can still be used, and new ones. */
export function useInvitations(space: SpaceView, first: Page<InvitationView>): Invitations {
  const api = useApi();
  const keyOf = useIntentKey();
  const [fresh, setFresh] = useState<FreshInvitation | null>(null);
  const params = { space: space.id };
  const pages = usePages<InvitationView, null>({
    first,
    noFilter: null,
    keyOf: ({ id }) => id,
    load: async (_, cursor) =>
      (await api.call(memberRoutes.listInvitations, { params, query: { cursor } })).reply,
  });
  /** Counts the invitations made here: two that are alike are still two. */
  const [made, setMade] = useState(0);

  const create = useAction(async (draft: InvitationDraft) => {
    const body = invitationBodyOf(draft);
    if (body === null) return;
    const options = { idempotencyKey: keyOf([body, made]) };
    const { reply } = await api.call(memberRoutes.createInvitation, { params, body }, options);
    setMade(made + 1);
    setFresh({ email: reply.invitation.email, path: reply.path });
    pages.change((items) => [reply.invitation, ...items.filter(({ id }) => id !== reply.invitation.id)]);
  });

  return { pages, fresh, create, forget: () => setFresh(null), revoke: useRevoke(space, pages) };
}

function useRevoke(space: SpaceView, pages: Pages<InvitationView, null>) {
  const t = useTranslations('spaceInvitations');
  const api = useApi();
  const toasts = useToasts();
  const wordsOf = useErrorWords();
  return async ({ id }: InvitationView): Promise<void> => {
    const key = `invitation-${id}`;
    try {
      await api.call(memberRoutes.revokeInvitation, { params: { space: space.id, invitation: id } });
      pages.change((items) => items.filter((invitation) => invitation.id !== id));
      toasts.show({ key, title: t('revoked') });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      toasts.show({ key, title: t('unchanged'), detail: wordsOf(error), tone: 'bad' });
    }
  };
}
