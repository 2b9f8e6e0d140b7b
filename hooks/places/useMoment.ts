'use client';

import { useFormatter, useNow, useTimeZone, useTranslations } from 'use-intl';
import { momentWords } from './moments.ts';

/** Says an instant (ISO 8601) as people do, in the time zone of the page. */
export function useMoment(): (instant: string) => string {
  const t = useTranslations('moments');
  const format = useFormatter();
  const now = useNow();
  const timeZone = useTimeZone() ?? 'UTC';
  return (instant) => momentWords(t, format, new Date(instant), { now, timeZone });
}
