import fc from 'fast-check';
import { nextProximity } from '../nextProximity.ts';
import {
  emptyProximity,
  type NearPerson,
  type ProximityInput,
  type ProximityState,
  type Two,
} from '../types.ts';
import { oracle } from './oracle.ts';

/** Small maps with walls and tables, up to nine people, some on the move, and a few ticks of random places. */
const size = 9;
const arbitraryKinds = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), {
  minLength: size * size,
  maxLength: size * size,
});
const arbitraryPerson = fc.record({
  x: fc.integer({ min: 0, max: size - 1 }),
  y: fc.integer({ min: 0, max: size - 1 }),
  isMoving: fc.boolean(),
});
const arbitraryPairs = (maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), { maxLength });
const arbitraryTick = fc.record({
  people: fc.array(arbitraryPerson, { maxLength: 9 }),
  separated: arbitraryPairs(6),
  absent: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
  stepMs: fc.integer({ min: 0, max: 400 }),
});
export const arbitraryRun = fc.record({
  kinds: arbitraryKinds,
  ticks: fc.array(arbitraryTick, { minLength: 1, maxLength: 5 }),
  capacity: fc.integer({ min: 2, max: 6 }),
  apart: arbitraryPairs(2),
  hasResident: fc.boolean(),
});

type Run = typeof arbitraryRun extends fc.Arbitrary<infer T> ? T : never;

const twos = (pairs: readonly [number, number][]): Two[] =>
  pairs.filter(([a, b]) => a < b).map(([a, b]) => ({ a, b }));

export function* played(run: Run): Generator<ProximityInput> {
  let minted = 0;
  let nowMs = 0;
  let last: ProximityState = {
    ...emptyProximity,
    apart: twos(run.apart),
  };
  for (const tick of run.ticks) {
    nowMs += tick.stepMs;
    const people = tick.people.map(
      (person, id): NearPerson => ({ ...person, id, isResident: run.hasResident && id === 0 }),
    );
    const input = {
      people,
      grid: { widthTiles: size, heightTiles: size, kinds: Uint8Array.from(run.kinds) },
      separated: twos(tick.separated),
      absent: new Set(tick.absent),
      rules: { rangeTiles: 2, endRangeTiles: 3, dwellMs: 300, capacity: run.capacity },
      last,
      nowMs,
    };
    yield input;
    const { state } = nextProximity(input);
    last = {
      ...state,
      bubbles: state.bubbles.map((bubble) => {
        minted += 1;
        return { ...bubble, key: bubble.key ?? `k${String(minted).padStart(4, '0')}` };
      }),
    };
  }
}

/** What the rules and the oracle say of every tick of a run, in one comparable form. */
export function groupings(run: Run): { found: string[]; expected: string[] }[] {
  return [...played(run)].map((input) => ({
    found: nextProximity(input)
      .state.bubbles.map((bubble) => `${bubble.key ?? 'new'}:${bubble.members.join(',')}`)
      .sort(),
    expected: oracle(input).sort(),
  }));
}
