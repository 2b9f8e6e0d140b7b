import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRun, groupings } from './proximity/testing/runs.ts';

describe('nextProximity, many seeds', () => {
  it('agrees with the brute-force oracle over 100 000 random runs', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const { found, expected } of groupings(run)) expect(found).toEqual(expected);
      }),
      { numRuns: 100_000 },
    );
  });
});
