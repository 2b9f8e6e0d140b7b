import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tile } from './geometry.ts';
import { type Grid, step } from './grid.ts';
import { findPath, findPathNear } from './path.ts';

const size = 8;

function gridOf(rows: readonly string[]): Grid {
  const kinds = Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 2 : 0));
  return { widthTiles: rows[0]?.length ?? 0, heightTiles: rows.length, kinds };
}

/** The tiles one step away, by the rule written out once more. */
function around(grid: Grid, { x, y }: Tile): readonly Tile[] {
  const isFree = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < grid.widthTiles &&
    row < grid.heightTiles &&
    grid.kinds[row * grid.widthTiles + column] === 0;
  const offsets = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ dx, dy })));
  return offsets
    .filter(({ dx, dy }) => isFree(x + dx, y + dy) && isFree(x + dx, y) && isFree(x, y + dy))
    .map(({ dx, dy }) => ({ x: x + dx, y: y + dy }));
}

/** Steps from one tile to every other, ring by ring; shares no code with the search. */
function ringsFrom(grid: Grid, from: Tile): ReadonlyMap<string, number> {
  const steps = new Map([[`${from.x},${from.y}`, 0]]);
  let ring: readonly Tile[] = [from];
  for (let count = 1; ring.length > 0; count += 1) {
    const next = ring
      .flatMap((tile) => around(grid, tile))
      .filter((tile) => !steps.has(`${tile.x},${tile.y}`));
    for (const { x, y } of next) steps.set(`${x},${y}`, count);
    ring = next;
  }
  return steps;
}

describe('findPath', () => {
  it('goes around a wall without cutting its corners', () => {
    const grid = gridOf(['.....', '.###.', '.....']);
    expect(findPath(grid, { x: 1, y: 0 }, { x: 1, y: 2 })).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 1 },
      { x: 0, y: 2 },
      { x: 1, y: 2 },
    ]);
  });

  it('keeps to the straight line among equally short ways', () => {
    const grid = gridOf(['.....', '.....', '.....']);
    const way = findPath(grid, { x: 0, y: 1 }, { x: 4, y: 1 });
    expect(way?.every((tile) => tile.y === 1)).toBe(true);
  });

  it('is empty when already there, and null when there is no way', () => {
    const grid = gridOf(['.#.', '.#.']);
    expect(findPath(grid, { x: 0, y: 0 }, { x: 0, y: 0 })).toEqual([]);
    expect(findPath(grid, { x: 0, y: 0 }, { x: 2, y: 0 })).toBeNull();
    expect(findPath(grid, { x: 0, y: 0 }, { x: 1, y: 0 })).toBeNull();
  });

  it('ends beside what cannot be stood on, within the given distance only', () => {
    const grid = gridOf(['.....', '.....', '..###', '..###']);
    expect(findPathNear(grid, { x: 0, y: 0 }, { x: 3, y: 2 }, 2)?.at(-1)).toEqual({ x: 3, y: 1 });
    expect(findPathNear(gridOf(['.####']), { x: 0, y: 0 }, { x: 4, y: 0 }, 2)).toBeNull();
  });

  it('is as short as a search ring by ring finds, and every step of it is allowed', () => {
    const tile = fc.record({ x: fc.nat(size - 1), y: fc.nat(size - 1) });
    const kinds = fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size });
    fc.assert(
      fc.property(kinds, tile, tile, (blocked, from, to) => {
        const grid = {
          widthTiles: size,
          heightTiles: size,
          kinds: Uint8Array.from(blocked, (is, i) => Number(is && i % 3 > 0)),
        };
        grid.kinds[from.y * size + from.x] = 0;
        const way = findPath(grid, from, to);
        expect(way?.length ?? null).toBe(ringsFrom(grid, from).get(`${to.x},${to.y}`) ?? null);
        let stance = { ...from, facing: 'down' as const };
        for (const next of way ?? []) {
          expect(step(grid, stance, next).ok).toBe(true);
          stance = { ...stance, ...next };
        }
      }),
      { numRuns: 500 },
    );
  });
});
