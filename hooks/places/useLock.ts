'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorWords } from '#hooks/errorWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** The lock of a space's door. It turns at once on the page, and back when the server refuses. */
export function useLock(space: SpaceView): { isLocked: boolean; setLocked: (isLocked: boolean) => void } {
  const t = useTranslations('spaceSettings');
  const api = useApi();
  const router = useRouter();
  const toasts = useToasts();
  const wordsOf = useErrorWords();
  const [, startTurning] = useTransition();
  const [isLocked, show] = useOptimistic(space.isLocked);

  async function turn(next: boolean): Promise<void> {
    show(next);
    try {
      await api.call(next ? moderationRoutes.lock : moderationRoutes.unlock, { params: { space: space.id } });
      startTurning(() => router.refresh());
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      toasts.show({ key: `lock-${space.id}`, title: t('lockFailed'), detail: wordsOf(error), tone: 'bad' });
    }
  }

  return { isLocked, setLocked: (next) => startTurning(() => turn(next)) };
}
