'use client';

import { useTranslations } from 'use-intl';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { useVisit } from '../SpaceContext.ts';
import { useHud } from './HudContext.ts';
import { useRefusalToast } from './useRefusalToast.ts';

export interface SpaceActs {
  setLocked(isLocked: boolean): void;
  /** Shows the welcome text once more. */
  showWelcome(): void;
}

/** What the menu of the place does: asks the server and says how it went. */
export function useSpaceActs(): SpaceActs {
  const t = useTranslations();
  const { api, space, notices } = useVisit();
  const { acts } = useHud();
  const refusal = useRefusalToast();
  const params = () => ({ space: space.getState().space?.id ?? '' });

  return {
    setLocked: (isLocked) =>
      void acts.run({
        key: 'lock',
        perform: async () => {
          await api.call(isLocked ? moderationRoutes.lock : moderationRoutes.unlock, { params: params() });
          return isLocked
            ? { key: 'lock', title: t('moderation.locked'), detail: t('moderation.lockedDetail') }
            : { key: 'lock', title: t('moderation.unlocked') };
        },
        refused: (error) => refusal(error, null),
      }),
    showWelcome: () =>
      void acts.run({
        key: 'welcome',
        perform: async () => {
          const { reply } = await api.call(spaceRoutes.getSpace, { params: params() });
          const text = reply.space.welcomeText.trim();
          if (text === '') return { key: 'welcome', title: t('spaceMenu.noWelcome') };
          notices.showWelcome(text);
          return null;
        },
        refused: (error) => refusal(error, null),
      }),
  };
}
