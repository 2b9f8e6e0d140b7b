import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTiles, facingOf } from './geometry.ts';
import { type Grid, hasOpenLine, isFree, step, tileKinds } from './grid.ts';

/** A grid from a drawing: `.` free, `o` block, `#` wall. */
function drawn(...rows: string[]): Grid {
  const width = rows[0]?.length ?? 0;
  const kinds = Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 2 : mark === 'o' ? 1 : 0));
  return { widthTiles: width, heightTiles: rows.length, kinds };
}

const arbitraryGrid = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: width * height, maxLength: width * height })
      .map((kinds) => ({
        widthTiles: width,
        heightTiles: height,
        kinds: Uint8Array.from(kinds),
      })),
  );
const arbitraryTile = fc.record({ x: fc.integer({ min: -2, max: 10 }), y: fc.integer({ min: -2, max: 10 }) });

describe('step', () => {
  const room = drawn('....', '.o#.', '....');
  it.each([
    ['to a free neighbour', { x: 0, y: 0 }, { x: 1, y: 0 }, 'right'],
    ['on the spot', { x: 0, y: 0 }, { x: 0, y: 0 }, 'down'],
    ['down', { x: 0, y: 0 }, { x: 0, y: 1 }, 'down'],
    ['up', { x: 0, y: 1 }, { x: 0, y: 0 }, 'up'],
    ['left', { x: 1, y: 0 }, { x: 0, y: 0 }, 'left'],
  ])('goes %s', (_, from, to, facing) => {
    expect(step(room, { ...from, facing: 'down' }, to)).toEqual({ ok: true, stance: { ...to, facing } });
  });

  it.each([
    ['furniture', { x: 0, y: 1 }, { x: 1, y: 1 }, 'blocked'],
    ['a wall', { x: 3, y: 1 }, { x: 2, y: 1 }, 'blocked'],
    ['a corner it would cut', { x: 0, y: 1 }, { x: 1, y: 2 }, 'blocked'],
    ['a tile two steps away', { x: 0, y: 0 }, { x: 2, y: 0 }, 'too_far'],
    ['outside the map', { x: 0, y: 0 }, { x: -1, y: 0 }, 'outside'],
  ])('refuses %s', (_, from, to, reason) => {
    expect(step(room, { ...from, facing: 'down' }, to)).toEqual({ ok: false, reason });
  });

  it('agrees with an oracle that lists every tile a step touches', () => {
    fc.assert(
      fc.property(arbitraryGrid, arbitraryTile, arbitraryTile, (grid, from, to) => {
        const touched = [
          [to.x, to.y],
          [from.x, to.y],
          [to.x, from.y],
        ];
        const isOpen = ([x = -1, y = -1]: number[]): boolean =>
          x >= 0 &&
          y >= 0 &&
          x < grid.widthTiles &&
          y < grid.heightTiles &&
          grid.kinds[y * grid.widthTiles + x] === 0;
        const isInside = to.x >= 0 && to.y >= 0 && to.x < grid.widthTiles && to.y < grid.heightTiles;
        const isStay = from.x === to.x && from.y === to.y;
        const isNear = (from.x - to.x) ** 2 <= 1 && (from.y - to.y) ** 2 <= 1;
        const allowed = isInside && isNear && (isStay || touched.every(isOpen));
        expect(step(grid, { ...from, facing: 'down' }, to).ok).toBe(allowed);
      }),
    );
  });
});

describe('hasOpenLine', () => {
  it.each([
    ['across a table', drawn('...', '.o.', '...'), { x: 0, y: 1 }, { x: 2, y: 1 }, true],
    ['through a wall', drawn('.#.'), { x: 0, y: 0 }, { x: 2, y: 0 }, false],
    ['diagonally past a corner', drawn('.#', '#.'), { x: 0, y: 0 }, { x: 1, y: 1 }, true],
    ['through an open door', drawn('#.#', '.#.'), { x: 0, y: 1 }, { x: 2, y: 1 }, false],
    ['from the same tile', drawn('.'), { x: 0, y: 0 }, { x: 0, y: 0 }, true],
  ])('%s', (_, grid, a, b, open) => {
    expect(hasOpenLine(grid, a, b)).toBe(open);
  });

  it('agrees with an oracle that tests every tile of the box against the line, and does not care who asks', () => {
    fc.assert(
      fc.property(arbitraryGrid, arbitraryTile, arbitraryTile, (grid, a, b) => {
        expect(hasOpenLine(grid, a, b)).toBe(lineOracle(grid, a, b));
        expect(hasOpenLine(grid, b, a)).toBe(hasOpenLine(grid, a, b));
      }),
    );
  });
});

/** A wall tile is on the line when the line's exact crossing of its column (or row) lies within half a tile, upper half open. */
function lineOracle(grid: Grid, p: { x: number; y: number }, q: { x: number; y: number }): boolean {
  const [a, b] = p.x < q.x || (p.x === q.x && p.y <= q.y) ? [p, q] : [q, p];
  const n = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y), 1);
  const crossings = Array.from({ length: n + 1 }, (_, i) => i);
  const covers = (start: number, delta: number, i: number, cell: number): boolean => {
    const offBy = 2 * n * (cell - start) - 2 * delta * i;
    return offBy > -n && offBy <= n;
  };
  return boxOf(a, b)
    .filter(({ x, y }) => isWallAt(grid, x, y))
    .every(
      ({ x, y }) => !crossings.some((i) => covers(a.x, b.x - a.x, i, x) && covers(a.y, b.y - a.y, i, y)),
    );
}

function boxOf(a: { x: number; y: number }, b: { x: number; y: number }): { x: number; y: number }[] {
  const top = Math.min(a.y, b.y);
  const left = Math.min(a.x, b.x);
  const width = Math.abs(a.x - b.x) + 1;
  const height = Math.abs(a.y - b.y) + 1;
  return Array.from({ length: width * height }, (_, i) => ({
    x: left + (i % width),
    y: top + Math.floor(i / width),
  }));
}

function isWallAt(grid: Grid, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= grid.widthTiles || y >= grid.heightTiles) return true;
  return grid.kinds[y * grid.widthTiles + x] === tileKinds.wall;
}

describe('geometry', () => {
  it('measures in eight-way steps', () => {
    fc.assert(
      fc.property(arbitraryTile, arbitraryTile, (a, b) => {
        let steps = 0;
        const at = { ...a };
        while (at.x !== b.x || at.y !== b.y) {
          at.x += Math.sign(b.x - at.x);
          at.y += Math.sign(b.y - at.y);
          steps += 1;
        }
        expect(distanceTiles(a, b)).toBe(steps);
      }),
    );
  });

  it('keeps looking where it looked when it stays', () => {
    expect(facingOf({ x: 1, y: 1 }, { x: 1, y: 1 }, 'up')).toBe('up');
  });

  it('counts everything outside as not free', () => {
    expect(isFree(drawn('.'), { x: 1, y: 0 })).toBe(false);
  });
});
