import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barPlot,
  busiest,
  daysUntil,
  labelledBars,
  niceCeiling,
  shareOfMost,
  withQuietDays,
} from './plots.ts';

const counts = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 90 });

describe('the axis of a plot', () => {
  it.each([
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 4],
    [5, 10],
    [10, 10],
    [11, 20],
    [41, 100],
    [1_234, 2_000],
  ])('for %i reaches to %i', (value, top) => expect(niceCeiling(value)).toBe(top));

  it('covers every count, with whole numbers on its lines', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { top, ticks } = barPlot(values, { width: 100, height: 50, gap: 0.2 });
        expect(top).toBeGreaterThanOrEqual(Math.max(0, ...values));
        for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true);
      }),
    );
  });
});

describe('the bars of a plot', () => {
  it('stay within the picture, in order, and stand on its ground', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { bars } = barPlot(values, { width: 100, height: 50, gap: 0.2 });
        bars.forEach((bar, index) => {
          expect(bar.x).toBeGreaterThanOrEqual(index === 0 ? 0 : (bars[index - 1]?.x ?? 0));
          expect(bar.x + bar.width).toBeLessThanOrEqual(100.001);
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.y + bar.height).toBeCloseTo(50);
          expect(bar.height > 0).toBe((values[index] ?? 0) > 0);
        });
      }),
    );
  });

  it('are as high as their counts', () => {
    const { bars } = barPlot([10, 5, 0], { width: 30, height: 100, gap: 0 });
    expect(bars.map(({ height }) => height)).toEqual([100, 50, 0]);
    expect(bars.map(({ x }) => x)).toEqual([0, 10, 20]);
  });
});

describe('days', () => {
  it('are those of the time zone', () => {
    expect(daysUntil('2026-03-01T23:30:00.000Z', 3, 'UTC')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(daysUntil('2026-03-01T23:30:00.000Z', 1, 'Europe/Berlin')).toEqual(['2026-03-02']);
    expect(daysUntil('2026-03-01T02:00:00.000Z', 1, 'America/New_York')).toEqual(['2026-02-28']);
  });

  it('without messages count as quiet', () => {
    const known = [{ day: '2026-03-02', messages: 4, people: 2 }];
    expect(withQuietDays(known, ['2026-03-01', '2026-03-02'])).toEqual([
      { day: '2026-03-01', messages: 0, people: 0 },
      { day: '2026-03-02', messages: 4, people: 2 },
    ]);
  });
});

it.each([
  [0, 7, []],
  [7, 7, [0, 1, 2, 3, 4, 5, 6]],
  [30, 7, [0, 5, 10, 15, 20, 25]],
  [24, 8, [0, 3, 6, 9, 12, 15, 18, 21]],
])('of %i bars with room for %i labels %j have one', (count, most, labelled) => {
  expect(labelledBars(count, most)).toEqual(labelled);
});

it('finds the busiest', () => {
  expect(busiest([0, 3, 7, 7])).toBe(2);
  expect(busiest([0, 0])).toBeNull();
  expect(busiest([])).toBeNull();
});

it.each([
  [5, 10, 50],
  [0, 0, 0],
  [12, 10, 100],
])('%i of at most %i is %i percent', (value, most, share) => expect(shareOfMost(value, most)).toBe(share));
