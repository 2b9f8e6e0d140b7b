'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useVisit } from './SpaceContext.ts';
import type { Toasts } from './toasts.ts';

/**
 * A step that was on its way while a moderator put me elsewhere is refused. Within this time it needs no explanation
 * beside theirs, in ms.
 */
const explainedMs = 3_000;

/** Says why the own figure jumped, when the server put it somewhere else. */
export function useCorrectionNews(toasts: Toasts): void {
  const t = useTranslations('space');
  const { session } = useVisit();
  useEffect(() => {
    let movedAtMs = Number.NEGATIVE_INFINITY;
    const stops = [
      session.on('/space', 'moved', () => {
        movedAtMs = performance.now();
      }),
      session.on('/space', 'correction', () => {
        if (performance.now() - movedAtMs < explainedMs) return;
        toasts.show({ key: 'correction', title: t('correction'), detail: t('correctionDetail') });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, t, toasts]);
}
