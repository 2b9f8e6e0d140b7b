import type { useFormatter, useTranslations } from 'use-intl';

type MomentTexts = ReturnType<typeof useTranslations<'moments'>>;
type Formatter = Pick<ReturnType<typeof useFormatter>, 'dateTime'>;

interface Clock {
  readonly now: Date;
  /** IANA name of the zone whose calendar counts. */
  readonly timeZone: string;
}

const dayMs = 86_400_000;

/** Number of the calendar day on which an instant falls in a time zone. */
function dayNumber(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1) / dayMs;
}

/** How many midnights of a time zone lie between an instant and now; negative for what is still to come. */
export function daysAgo(instant: Date, { now, timeZone }: Clock): number {
  return dayNumber(now, timeZone) - dayNumber(instant, timeZone);
}

/**
 * An instant as people say it: “today, 18:40”, “yesterday, 18:40”, “tomorrow, 9:00”, a weekday within a week, else the
 * date. Works for the past and for what is to come.
 */
export function momentWords(t: MomentTexts, format: Formatter, instant: Date, clock: Clock): string {
  const { timeZone } = clock;
  const days = daysAgo(instant, clock);
  const time = format.dateTime(instant, { timeStyle: 'short', timeZone });
  if (days === 0) return t('today', { time });
  if (days === 1) return t('yesterday', { time });
  if (days === -1) return t('tomorrow', { time });
  if (Math.abs(days) < 7) {
    return t('weekday', { weekday: format.dateTime(instant, { weekday: 'long', timeZone }), time });
  }
  return t('date', { date: format.dateTime(instant, { dateStyle: 'medium', timeZone }), time });
}
