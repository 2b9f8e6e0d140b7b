import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, fullBucket, stepRules, takeToken } from './tokenBucket.ts';

function countTaken(timesMs: readonly number[], speedTilesPerS: number): number {
  const rules = stepRules(speedTilesPerS);
  let bucket: Bucket = fullBucket(rules, 0);
  let taken = 0;
  for (const nowMs of timesMs) {
    const result = takeToken(bucket, rules, nowMs);
    bucket = result.bucket;
    if (result.ok) taken += 1;
  }
  return taken;
}

const every = (ms: number, count: number): number[] => Array.from({ length: count }, (_, i) => i * ms);

describe('token bucket for steps', () => {
  it.each([
    ['nothing asked', [], 0],
    ['one step', [0], 1],
    ['three at once', [0, 0, 0], 3],
    ['a fourth at once', [0, 0, 0, 0], 3],
    ['60 at 6 tiles/s', every(1_000 / 6, 60), 60],
    ['60 at 6.9 tiles/s', every(1_000 / 6.9, 60), 60],
    ['1 000 in one second', every(1, 1_000), 9],
    ['a clock that steps back', [1_000, 0, 0, 0], 3],
  ])('%s', (_name, timesMs, expected) => {
    expect(countTaken(timesMs, 6)).toBe(expected);
  });

  it('never lets more through than rate × time + burst', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (gaps, speed) => {
          let nowMs = 0;
          const timesMs = gaps.map((gap) => {
            nowMs += gap;
            return nowMs;
          });
          expect(countTaken(timesMs, speed)).toBeLessThanOrEqual((nowMs * speed * 1.15) / 1_000 + 3 + 1e-6);
        },
      ),
    );
  });
});
