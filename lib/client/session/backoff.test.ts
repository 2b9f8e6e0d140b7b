import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

describe('backoffMs', () => {
  it('doubles from 0.3 s and stays at 5 s', () => {
    const longest = [1, 2, 3, 4, 5, 6, 20].map((attempt) => backoffMs(attempt, 0.999_999));
    expect(longest).toEqual([300, 600, 1_200, 2_400, 4_800, 5_000, 5_000]);
  });

  it('leaves half of the wait to chance', () => {
    expect(backoffMs(1, 0)).toBe(150);
    expect(backoffMs(20, 0)).toBe(2_500);
  });
});
