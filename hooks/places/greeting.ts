/** Parts of a day that have a greeting of their own. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** The part of the day of an hour from 0 to 23. */
export function dayPartOf(hour: number): DayPart {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 18) return 'afternoon';
  return 'evening';
}

/** The hour, 0 to 23, that clocks of a time zone (IANA name) show at an instant. */
export function hourIn(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone });
  return Number(format.format(instant));
}
