'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'use-intl';
import { type Locale, localeCookie } from '#lib/i18n/locales.ts';
import { rememberInCookie } from './rememberInCookie.ts';

/** The language of the page and the way to another one. The page keeps its state; only its texts come anew. */
export function useLocaleSwitch(): { locale: Locale; setLocale: (locale: Locale) => void } {
  const locale = useLocale();
  const router = useRouter();
  function setLocale(next: Locale): void {
    rememberInCookie(localeCookie, next);
    router.refresh();
  }
  return { locale, setLocale };
}
