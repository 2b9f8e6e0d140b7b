import { expect, it } from 'vitest';
import { dayStart } from './dayStart.ts';

it.each([
  ['2026-03-01', 'UTC', 0, '2026-03-01T00:00:00.000Z'],
  ['2026-03-01', 'UTC', 1, '2026-03-02T00:00:00.000Z'],
  ['2026-01-15', 'Europe/Berlin', 0, '2026-01-14T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-07-04', 'America/New_York', 0, '2026-07-04T04:00:00.000Z'],
  ['2026-07-04', 'Asia/Kolkata', 0, '2026-07-03T18:30:00.000Z'],
  ['', 'UTC', 0, null],
  ['2026-13-40', 'UTC', 0, null],
  ['yesterday', 'UTC', 0, null],
])('%s in %s and %i days begins at %s', (day, timeZone, later, instant) =>
  expect(dayStart(day, timeZone, later)).toBe(instant),
);
