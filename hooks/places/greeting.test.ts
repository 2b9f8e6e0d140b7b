import { describe, expect, it } from 'vitest';
import { dayPartOf, hourIn } from './greeting.ts';

describe('the greeting', () => {
  it('changes at five, at noon and at six in the evening', () => {
    const parts = [0, 4, 5, 11, 12, 17, 18, 23].map(dayPartOf);
    expect(parts).toEqual([
      'night',
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ]);
  });

  it('goes by the clocks of the time zone', () => {
    const instant = new Date('2026-03-01T23:30:00Z');
    expect(hourIn(instant, 'UTC')).toBe(23);
    expect(hourIn(instant, 'Europe/Berlin')).toBe(0);
    expect(hourIn(instant, 'Asia/Kolkata')).toBe(5);
  });
});
