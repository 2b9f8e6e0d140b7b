'use client';

import { useFormatter } from 'use-intl';

/** An instant in words, with or without its time of day. */
export function useMoment(): { day: (instant: string) => string; minute: (instant: string) => string } {
  const format = useFormatter();
  return {
    day: (instant) => format.dateTime(new Date(instant), { dateStyle: 'medium' }),
    minute: (instant) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
