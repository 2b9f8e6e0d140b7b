'use client';

import { useTranslations } from 'use-intl';
import { RequestError } from '#lib/client/session/RequestError.ts';
import { useVisit } from './SpaceContext.ts';
import type { Toasts } from './toasts.ts';

/** Leaves the call and stays in the space. When the server could not be told, it says so and the call goes on. */
export function useStepAway(toasts: Toasts): () => void {
  const t = useTranslations('space');
  const { calls } = useVisit();

  async function stepAway(): Promise<void> {
    try {
      await calls.leave();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      toasts.show({
        key: 'call',
        title: t('stepAwayFailed'),
        detail: t('stepAwayFailedDetail'),
        tone: 'bad',
      });
    }
  }

  return () => void stepAway();
}
