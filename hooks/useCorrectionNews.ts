'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useVisit } from './SpaceContext.ts';
import type { Toasts } from './toasts.ts';

/** Says why the own figure jumped, when the server put it somewhere else. */
export function useCorrectionNews(toasts: Toasts): void {
  const t = useTranslations('space');
  const { session } = useVisit();
  useEffect(
    () =>
      session.on('/space', 'correction', () => {
        toasts.show({ key: 'correction', title: t('correction'), detail: t('correctionDetail') });
      }),
    [session, t, toasts],
  );
}
