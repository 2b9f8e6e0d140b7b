'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Walker } from '#lib/client/input/createWalker.ts';
import { isAtLeast } from '#lib/domain/access/roles.ts';
import { useVisit } from '../SpaceContext.ts';
import type { Toasts } from '../toasts.ts';

/** Says what a moderator did to me: microphone off, brought elsewhere, another role. */
export function useModeratorNews(toasts: Toasts, walker: Walker | null): void {
  useMutedNews(toasts);
  useMovedNews(toasts, walker);
  useStandingNews(toasts);
}

function useMutedNews(toasts: Toasts): void {
  const t = useTranslations('moderation');
  const { session, devices } = useVisit();
  useEffect(
    () =>
      session.on('/space', 'muted', ({ by }) => {
        toasts.show({
          key: 'muted',
          title: t('mutedBy', { by: by.name }),
          detail: t('mutedDetail'),
          cast: by.cast,
          action: { label: t('switchOn'), run: () => void devices.setMicrophoneOn(true) },
        });
      }),
    [session, devices, t, toasts],
  );
}

function useMovedNews(toasts: Toasts, walker: Walker | null): void {
  const t = useTranslations('moderation');
  const { session } = useVisit();
  useEffect(
    () =>
      session.on('/space', 'moved', ({ by }) => {
        // The way that was being walked led from the old place.
        walker?.stop();
        toasts.show({ key: 'moved', title: t('movedBy', { by: by.name }), cast: by.cast });
      }),
    [session, walker, t, toasts],
  );
}

function useStandingNews(toasts: Toasts): void {
  const t = useTranslations('standing');
  const { space } = useVisit();
  useEffect(
    () =>
      space.subscribe(({ role }, { role: before }) => {
        if (role === null || before === null || role === before) return;
        const detail = isAtLeast(role, before) ? t('more') : t('less');
        toasts.show({ key: 'standing', title: t('now', { role }), detail });
      }),
    [space, t, toasts],
  );
}
