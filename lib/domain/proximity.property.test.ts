import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRun, groupings, played } from './proximity/testing/runs.ts';
import { nextProximity } from './proximity.ts';

describe('nextProximity', () => {
  it('agrees with the brute-force oracle over random runs', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const { found, expected } of groupings(run)) expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which people are listed', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.integer(), (run, seed) => {
        for (const input of played(run)) {
          const shuffled = input.people.toSorted(
            (a, b) => ((a.id * 7919 + seed) % 13) - ((b.id * 7919 + seed) % 13),
          );
          expect(nextProximity({ ...input, people: shuffled }).state.bubbles).toEqual(
            nextProximity(input).state.bubbles,
          );
        }
      }),
    );
  });

  it('puts nobody into two bubbles, nobody into a bubble alone, and none above capacity that was not so before', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const input of played(run)) {
          const { bubbles } = nextProximity(input).state;
          const all = bubbles.flatMap((bubble) => bubble.members);
          expect(new Set(all).size).toBe(all.length);
          for (const bubble of bubbles) expect(bubble.members.length).toBeGreaterThan(1);
          const keys = bubbles.flatMap((bubble) => bubble.key ?? []);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });
});
