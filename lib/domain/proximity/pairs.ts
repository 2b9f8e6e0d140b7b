import { distanceTiles } from '../geometry.ts';
import { type Grid, hasOpenLine } from '../grid.ts';
import type { NearPerson } from './types.ts';

/** Two people within the end range of each other with no wall and no block between. `a.id < b.id`. */
export interface NearPair {
  readonly a: NearPerson;
  readonly b: NearPerson;
  readonly distance: number;
}

/** One number for a pair of entity numbers (u16 each), whichever way round. */
export function pairKey(a: number, b: number): number {
  return Math.min(a, b) * 0x1_0000 + Math.max(a, b);
}

/**
 * All pairs within `rangeTiles` that neither a wall nor a block (`separated`, by `pairKey`) parts, found over buckets of that size: only neighbouring buckets can hold
 * a partner, so the cost follows the crowd and not the square of the space's people. Sorted by distance, then ids.
 */
export function nearPairs(
  people: readonly NearPerson[],
  rangeTiles: number,
  grid: Grid,
  separated: ReadonlySet<number>,
): readonly NearPair[] {
  const side = Math.max(1, rangeTiles);
  const buckets = bucketsOf(people, side);
  const pairs: NearPair[] = [];
  for (const person of people) {
    for (const other of around(buckets, person, side)) {
      if (other.id <= person.id) continue;
      const distance = distanceTiles(person, other);
      if (distance > rangeTiles || separated.has(pairKey(person.id, other.id))) continue;
      if (hasOpenLine(grid, person, other)) pairs.push({ a: person, b: other, distance });
    }
  }
  return pairs.sort((p, q) => p.distance - q.distance || p.a.id - q.a.id || p.b.id - q.b.id);
}

type Buckets = ReadonlyMap<string, readonly NearPerson[]>;

function bucketsOf(people: readonly NearPerson[], side: number): Buckets {
  const buckets = new Map<string, NearPerson[]>();
  for (const person of people) {
    const key = bucketKey(Math.floor(person.x / side), Math.floor(person.y / side));
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [person]);
    else bucket.push(person);
  }
  return buckets;
}

function* around(buckets: Buckets, person: NearPerson, side: number): Generator<NearPerson> {
  const column = Math.floor(person.x / side);
  const row = Math.floor(person.y / side);
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) yield* buckets.get(bucketKey(column + dx, row + dy)) ?? [];
  }
}

function bucketKey(column: number, row: number): string {
  return `${column},${row}`;
}
