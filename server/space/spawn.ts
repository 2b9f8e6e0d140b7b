import { type Facing, isSameTile, type Tile } from '#lib/domain/geometry.ts';
import { type Grid, isFree, isInside, type Stance } from '#lib/domain/grid.ts';

/** Farthest from a spawn point that a newcomer is placed, in tiles. */
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
