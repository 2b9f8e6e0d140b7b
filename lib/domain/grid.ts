import { distanceTiles, type Facing, facingOf, type Tile } from './geometry.ts';

/** What stands on a tile: nothing, something that only stops feet, or a wall, which stops voices too. */
export const tileKinds = { free: 0, block: 1, wall: 2 } as const;
export type TileKind = (typeof tileKinds)[keyof typeof tileKinds];

/** The walkable part of a map. `kinds` holds one `TileKind` per tile, row by row. */
export interface Grid {
  readonly widthTiles: number;
  readonly heightTiles: number;
  readonly kinds: Uint8Array;
}

/** An avatar's place. */
export interface Stance extends Tile {
  readonly facing: Facing;
}

export type StepRefusal = 'outside' | 'blocked' | 'too_far';

export type StepResult =
  | { readonly ok: true; readonly stance: Stance }
  | { readonly ok: false; readonly reason: StepRefusal };

/** What stands on a tile; outside the map everything is wall. */
export function kindAt(grid: Grid, tile: Tile): number {
  if (!isInside(grid, tile)) return tileKinds.wall;
  return grid.kinds[tile.y * grid.widthTiles + tile.x] ?? tileKinds.wall;
}

export function isInside(grid: Grid, tile: Tile): boolean {
  return tile.x >= 0 && tile.y >= 0 && tile.x < grid.widthTiles && tile.y < grid.heightTiles;
}

export function isFree(grid: Grid, tile: Tile): boolean {
  return kindAt(grid, tile) === tileKinds.free;
}

/**
 * One step, by the same rule in browser and server. Steps go to one of the eight neighbours or stay; a diagonal step
 * needs both tiles beside it free, so nobody slips between two corners.
 */
export function step(grid: Grid, from: Stance, to: Tile): StepResult {
  if (!isInside(grid, to)) return { ok: false, reason: 'outside' };
  if (distanceTiles(from, to) > 1) return { ok: false, reason: 'too_far' };
  if (distanceTiles(from, to) > 0 && !isPassable(grid, from, to)) return { ok: false, reason: 'blocked' };
  return { ok: true, stance: { x: to.x, y: to.y, facing: facingOf(from, to, from.facing) } };
}

function isPassable(grid: Grid, from: Tile, to: Tile): boolean {
  if (!isFree(grid, to)) return false;
  return isFree(grid, { x: to.x, y: from.y }) && isFree(grid, { x: from.x, y: to.y });
}

/**
 * Whether two tiles hear each other as far as walls go: no wall tile on the line between their centres. The line is
 * walked in steps of the longer side (Bresenham), from the smaller tile to the larger, so the answer does not depend on who asks.
 */
export function hasOpenLine(grid: Grid, a: Tile, b: Tile): boolean {
  const [from, to] = a.x < b.x || (a.x === b.x && a.y <= b.y) ? [a, b] : [b, a];
  const steps = Math.max(1, distanceTiles(from, to));
  for (let i = 0; i <= steps; i += 1) {
    const tile = {
      x: from.x + shareOf(to.x - from.x, i, steps),
      y: from.y + shareOf(to.y - from.y, i, steps),
    };
    if (kindAt(grid, tile) === tileKinds.wall) return false;
  }
  return true;
}

/** `whole * i / steps`, rounded half up in whole numbers, so that no floating point decides about a wall. */
function shareOf(whole: number, i: number, steps: number): number {
  return Math.floor((2 * whole * i + steps) / (2 * steps));
}
