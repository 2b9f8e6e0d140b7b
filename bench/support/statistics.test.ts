import { describe, expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

describe('percentile', () => {
  it.each([
    [0.5, 3],
    [0.95, 5],
    [0, 1],
    [1, 5],
  ])('%f of 1..5 is %i', (share, value) => {
    expect(percentile([5, 3, 1, 4, 2], share)).toBe(value);
  });

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow('no samples');
  });
});
