'use client';

import { useTranslations } from 'use-intl';
import { browserNameOf } from './browserName.ts';

/** A browser in words, such as “Firefox on Linux”. */
export function useBrowserWords(): (userAgent: string) => string {
  const t = useTranslations('security');
  return (userAgent) => {
    const { browser, system } = browserNameOf(userAgent);
    if (browser === null) return system ?? t('browserUnknown');
    return system === null ? browser : t('browserOn', { browser, system });
  };
}
