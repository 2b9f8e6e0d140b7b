import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTiles } from './geometry.ts';
import { arbitraryRun, groupings, played } from './proximity/testing/runs.ts';
import { nextProximity, type ProximityInput } from './proximity.ts';

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

  it('puts no two people alone into a bubble of whom one blocks the other, and links none of them', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const input of played(run)) {
          const { bubbles } = nextProximity(input).state;
          for (const { a, b } of input.separated) {
            const shared = bubbles.find(({ members }) => members.includes(a) && members.includes(b));
            if (shared !== undefined) expect(shared.members.length).toBeGreaterThan(2);
          }
        }
      }),
    );
  });

  it('groups the others as if whoever is absent were not there', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const input of played(run)) {
          const { absent } = input;
          const people = input.people.filter(({ id }) => !absent.has(id));
          const found = nextProximity(input);
          expect(found).toEqual(nextProximity({ ...input, people, absent: new Set() }));
          const grouped = found.state.bubbles.flatMap((bubble) => bubble.members);
          expect(grouped.filter((id) => absent.has(id))).toEqual([]);
        }
      }),
    );
  });

  it('heeds blocks of people who are out of each other’s reach no more than none', () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        for (const input of played(run)) {
          const far = input.separated.filter(({ a, b }) => !areNear(input, a, b));
          const none = nextProximity({ ...input, separated: [] });
          expect(nextProximity({ ...input, separated: far })).toEqual(none);
        }
      }),
    );
  });
});

function areNear({ people, rules }: ProximityInput, a: number, b: number): boolean {
  const [p, q] = [people.find(({ id }) => id === a), people.find(({ id }) => id === b)];
  return p !== undefined && q !== undefined && distanceTiles(p, q) <= rules.endRangeTiles;
}
