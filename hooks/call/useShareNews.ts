'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { ShareNews } from '#lib/client/call/screen/createScreenShare.ts';
import { useVisit } from '../SpaceContext.ts';
import type { Toast, Toasts } from '../toasts.ts';

type ShareTexts = ReturnType<typeof useTranslations<'calls.share'>>;

/** Tells why the own screen is not, or no longer, shared. */
export function useShareNews(toasts: Toasts): void {
  const t = useTranslations('calls.share');
  const { calls } = useVisit();
  useEffect(
    () =>
      calls.share.store.subscribe(({ news }, before) => {
        if (news !== null && news.id !== before.news?.id) toasts.show(toastOf(t, news));
      }),
    [calls, t, toasts],
  );
}

function toastOf(t: ShareTexts, news: ShareNews): Toast {
  const key = 'share';
  if (news.what === 'refused') {
    return { key, title: t('refused'), detail: t(`reasons.${news.reason}`), tone: 'bad' };
  }
  if (news.by === 'browser') return { key, title: t('endedBrowser') };
  return { key, title: t('endedCall'), detail: t('endedCallDetail') };
}
