'use client';

import { useTranslations } from 'use-intl';
import type { Role } from '#lib/domain/access/roles.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import type { PersonView } from '../peopleView.ts';
import { useVisit } from '../SpaceContext.ts';
import type { Toast } from '../toasts.ts';
import { actKeyOf } from './acts.ts';
import { useHud } from './HudContext.ts';
import { useRefusalToast } from './useRefusalToast.ts';
import { useSetBlocked } from './useSetBlocked.ts';

export interface PersonActs {
  mute(person: PersonView): void;
  /** Brings them to a free tile beside me. */
  bring(person: PersonView): void;
  sendOut(person: PersonView): void;
  setRole(person: PersonView, role: Role): void;
  setBlocked(person: PersonView, isBlocked: boolean): void;
  liftBan(person: PersonView, banId: string): void;
}

/** What a menu does to somebody: asks the server and says how it went. */
export function usePersonActs(): PersonActs {
  const t = useTranslations('moderation');
  const { api, space, personal } = useVisit();
  const { acts } = useHud();
  const refusal = useRefusalToast();
  const setBlocked = useSetBlocked(personal, acts);
  const here = () => space.getState().space?.id ?? '';
  const paramsOf = (person: PersonView) => ({ params: { space: here(), user: person.userId } });

  function act(person: PersonView, perform: () => Promise<Omit<Toast, 'key'> | null>, own = {}): void {
    const key = actKeyOf(person);
    void acts.run({
      key,
      perform: async () => {
        const news = await perform();
        return news === null ? null : { key: `done-${person.userId}`, cast: person.cast, ...news };
      },
      refused: (error) => refusal(error, person, own),
    });
  }

  return {
    setBlocked,
    mute: (person) =>
      act(person, async () => {
        await api.call(moderationRoutes.mute, paramsOf(person));
        return { title: t('muted', { name: person.name }) };
      }),
    bring: (person) =>
      act(person, async () => {
        const stance = space.ownStance();
        if (stance === null) return null;
        const { x, y } = stance;
        await api.call(moderationRoutes.move, { ...paramsOf(person), body: { x, y } });
        return { title: t('brought', { name: person.name }) };
      }),
    sendOut: (person) =>
      act(person, async () => {
        await api.call(moderationRoutes.remove, paramsOf(person));
        return { title: t('sentOut', { name: person.name }) };
      }),
    setRole: (person, role) =>
      act(
        person,
        async () => {
          await api.call(memberRoutes.setRole, { ...paramsOf(person), body: { role } });
          return { title: t('roleSet', { name: person.name, role }) };
        },
        { conflict: t('needsAccount') },
      ),
    liftBan: (person, banId) =>
      act(person, async () => {
        await api.call(moderationRoutes.liftBan, { params: { space: here(), ban: banId } });
        return { title: t('banLifted', { name: person.name }) };
      }),
  };
}
