import { type Facing, isSameTile, type Tile } from '#lib/domain/geometry.ts';
import { type Grid, isFree, isInside, type Stance, step } from '#lib/domain/grid.ts';

/** Farthest from a spawn point, or from a wanted tile, that somebody is placed, in tiles. */
const spreadTiles = 4;

const facing: Facing = 'down';

/**
 * Where a newcomer appears: on a free spawn point nobody stands on; when all are taken, on the nearest free tile
 * around one; when the place is packed, on a spawn point all the same, for people do not block each other.
 *
 * Throws when the map has no free tile at all.
 */
export function chooseSpawn(grid: Grid, spawns: readonly Tile[], taken: readonly Tile[]): Stance {
  const usable = spawns.filter((spawn) => isFree(grid, spawn));
  const points = usable.length > 0 ? usable : [firstFreeTile(grid)];
  for (let radius = 0; radius <= spreadTiles; radius += 1) {
    const place = points
      .flatMap((point) => ring(point, radius))
      .find((tile) => isFree(grid, tile) && !taken.some((other) => isSameTile(other, tile)));
    if (place !== undefined) return { ...place, facing };
  }
  const fallback = points[taken.length % points.length] ?? firstFreeTile(grid);
  return { ...fallback, facing };
}

/**
 * Where somebody is put who is sent to a tile: there or on the nearest free one. Where others stand, it is the nearest
 * tile to walk to from there that nobody stands on, so that a wall never comes between; in a packed place it is the tile
 * itself. `null` when there is no free tile near.
 */
export function placeNear(grid: Grid, wanted: Tile, taken: readonly Tile[]): Tile | null {
  const start = nearestFreeTile(grid, wanted);
  if (start === null) return null;
  const isEmpty = (tile: Tile) => !taken.some((other) => isSameTile(other, tile));
  return walkableAround(grid, start).find(isEmpty) ?? start;
}

/** The tiles that are at most so many steps away as people are spread, the nearest first. */
function walkableAround(grid: Grid, start: Tile): Tile[] {
  const found = [start];
  let front = [start];
  for (let steps = 1; steps <= spreadTiles; steps += 1) {
    const next: Tile[] = [];
    for (const tile of front.flatMap((from) => neighbours(grid, from))) {
      if (!found.some((other) => isSameTile(other, tile))) {
        found.push(tile);
        next.push(tile);
      }
    }
    front = next;
  }
  return found;
}

function neighbours(grid: Grid, { x, y }: Tile): Tile[] {
  const around = [
    { x: x + 1, y },
    { x: x - 1, y },
    { x, y: y + 1 },
    { x, y: y - 1 },
  ];
  return around.filter((tile) => step(grid, { x, y, facing }, tile).ok);
}

/** The free tile that is nearest to a tile, itself included, within the spread; `null` when there is none. */
function nearestFreeTile(grid: Grid, tile: Tile): Tile | null {
  if (!isInside(grid, tile)) return null;
  for (let radius = 0; radius <= spreadTiles; radius += 1) {
    const free = ring(tile, radius).find((other) => isFree(grid, other));
    if (free !== undefined) return free;
  }
  return null;
}

/** The tiles at exactly this distance from a centre, row by row. */
function ring(centre: Tile, radius: number): Tile[] {
  const tiles: Tile[] = [];
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      if (Math.max(Math.abs(dx), Math.abs(dy)) === radius) tiles.push({ x: centre.x + dx, y: centre.y + dy });
    }
  }
  return tiles;
}

function firstFreeTile(grid: Grid): Tile {
  const index = grid.kinds.findIndex((_, at) => isFree(grid, tileAt(grid, at)));
  const tile = tileAt(grid, index);
  if (!isInside(grid, tile)) throw new Error('the map has no free tile');
  return tile;
}

function tileAt(grid: Grid, index: number): Tile {
  return { x: index % grid.widthTiles, y: Math.floor(index / grid.widthTiles) };
}
