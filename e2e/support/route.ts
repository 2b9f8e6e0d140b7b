import { readFileSync } from 'node:fs';
import type { Tile } from '#lib/domain/geometry.ts';
import { type Grid, step } from '#lib/domain/grid.ts';
import { gridFromTiled } from '#lib/domain/tiled.ts';
import { tiledMapSchema } from '#lib/protocol/tiledMap.ts';

/** Keys that walk one step. */
export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const arrows: readonly { key: ArrowKey; dx: number; dy: number }[] = [
  { key: 'ArrowUp', dx: 0, dy: -1 },
  { key: 'ArrowDown', dx: 0, dy: 1 },
  { key: 'ArrowLeft', dx: -1, dy: 0 },
  { key: 'ArrowRight', dx: 1, dy: 0 },
];

/** The walkable grid of the demo map, read from the file that the product serves. */
export function officeGrid(): Grid {
  return gridFromTiled(tiledMapSchema.parse(JSON.parse(readFileSync('public/maps/office.tmj', 'utf8'))));
}

/** The next arrow key on a shortest way, or null when the goal is reached. Throws when there is no way. */
export function nextKey(grid: Grid, from: Tile, goal: Tile): ArrowKey | null {
  if (from.x === goal.x && from.y === goal.y) return null;
  const stepsLeft = stepsTo(grid, goal);
  const here = stepsLeft.get(keyOf(from)) ?? Number.POSITIVE_INFINITY;
  const arrow = arrows.find(
    ({ dx, dy }) =>
      (stepsLeft.get(keyOf({ x: from.x + dx, y: from.y + dy })) ?? Number.POSITIVE_INFINITY) < here,
  );
  if (arrow === undefined) throw new Error(`no way from ${keyOf(from)} to ${keyOf(goal)}`);
  return arrow.key;
}

/** Number of steps to the goal for every tile that reaches it (breadth first from the goal). */
function stepsTo(grid: Grid, goal: Tile): ReadonlyMap<string, number> {
  const steps = new Map([[keyOf(goal), 0]]);
  const front: Tile[] = [goal];
  for (const tile of front) {
    for (const neighbour of freeNeighbours(grid, tile).filter((other) => !steps.has(keyOf(other)))) {
      steps.set(keyOf(neighbour), (steps.get(keyOf(tile)) ?? 0) + 1);
      front.push(neighbour);
    }
  }
  return steps;
}

function freeNeighbours(grid: Grid, tile: Tile): Tile[] {
  return arrows
    .map(({ dx, dy }) => ({ x: tile.x + dx, y: tile.y + dy }))
    .filter((other) => step(grid, { ...tile, facing: 'down' }, other).ok);
}

function keyOf(tile: Tile): string {
  return `${tile.x},${tile.y}`;
}
