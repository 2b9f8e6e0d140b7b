const dayMs = 86_400_000;

/** How far the clocks of a time zone are ahead of UTC at an instant, in ms. */
function offsetMs(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = new Map(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1_000) * 1_000;
}

/**
 * The instant (ISO 8601) at which a calendar day (`2026-03-01`) begins in a time zone, or one some days later; null for
 * what is no day.
 */
export function dayStart(day: string, timeZone: string, daysLater = 0): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + daysLater * dayMs;
  if (Number.isNaN(midnight)) return null;
  const guess = midnight - offsetMs(midnight, timeZone);
  // Where the clocks are changed in between, the offset at the guess is another one.
  return new Date(midnight - offsetMs(guess, timeZone)).toISOString();
}
