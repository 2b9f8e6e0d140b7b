import type { Barrier, Placed, Rect } from './piece.ts';
import { TILE } from './piece.ts';

export type Obstacle = Barrier | null;

/** Half the room that feet need around the middle of a tile, in units. */
const FEET = { halfWidth: 9, halfHeight: 8 };
/** A wall takes up every tile of which it covers more than this, in units. */
const WALL_TOLERANCE = 3;

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function feetIn(column: number, row: number): Rect {
  const x = (column + 0.5) * TILE - FEET.halfWidth;
  const y = (row + 0.5) * TILE - FEET.halfHeight;
  return { x, y, width: 2 * FEET.halfWidth, height: 2 * FEET.halfHeight };
}

function tileArea(column: number, row: number, tolerance: number): Rect {
  const side = TILE - 2 * tolerance;
  return { x: column * TILE + tolerance, y: row * TILE + tolerance, width: side, height: side };
}

interface Standing {
  readonly barrier: Barrier;
  readonly ground: Rect;
}

function groundsOf(placed: readonly Placed[]): Standing[] {
  return placed.flatMap(({ piece, x, y }) =>
    piece.footprint === undefined
      ? []
      : [
          {
            barrier: piece.barrier,
            ground: { ...piece.footprint, x: x + piece.footprint.x, y: y + piece.footprint.y },
          },
        ],
  );
}

function obstacleOn(column: number, row: number, standing: readonly Standing[]): Obstacle {
  const inside = tileArea(column, row, WALL_TOLERANCE);
  if (standing.some(({ barrier, ground }) => barrier === 'wall' && overlaps(ground, inside))) return 'wall';
  const feet = feetIn(column, row);
  return standing.some(({ ground }) => overlaps(ground, feet)) ? 'block' : null;
}

/** What is in the way on each tile, row by row: a person stands in the middle of a tile. */
export function obstacles(placed: readonly Placed[], size: { width: number; height: number }): Obstacle[] {
  const standing = groundsOf(placed);
  return Array.from({ length: size.width * size.height }, (_, index) =>
    obstacleOn(index % size.width, Math.floor(index / size.width), standing),
  );
}

function neighbours(tile: number, size: { width: number; height: number }): number[] {
  const x = tile % size.width;
  return [
    ...(x > 0 ? [tile - 1] : []),
    ...(x < size.width - 1 ? [tile + 1] : []),
    ...(tile >= size.width ? [tile - size.width] : []),
    ...(tile < size.width * (size.height - 1) ? [tile + size.width] : []),
  ];
}

/** Blocks what nobody can walk to from `start`, such as a gap between two chairs: nobody is ever put there either. */
export function withoutPockets(
  all: readonly Obstacle[],
  size: { width: number; height: number },
  start: { x: number; y: number },
): Obstacle[] {
  const first = start.y * size.width + start.x;
  const reached = new Set([first]);
  const open = [first];
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    for (const next of neighbours(tile, size)) {
      if (all[next] !== null || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return all.map((kind, tile) => (kind === null && !reached.has(tile) ? 'block' : kind));
}
