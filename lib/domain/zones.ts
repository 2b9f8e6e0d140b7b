import type { Tile } from './geometry.ts';
import type { Grid } from './grid.ts';

/** Side of a square zone in tiles. Positions are collected and encoded per zone. */
export const zoneSizeTiles = 16;

/** How many zones beside the own one a client sees: at least 32 tiles to the sides and 16 up and down, more than a large screen shows. */
const seenColumns = 2;
const seenRows = 1;

/** Zones are numbered row by row with a fixed stride, so that a number means the same on every map up to 4096 tiles wide. */
const zoneStride = 256;

/** The zone a tile lies in; fits a u16. */
export function zoneOf(tile: Tile): number {
  return Math.floor(tile.y / zoneSizeTiles) * zoneStride + Math.floor(tile.x / zoneSizeTiles);
}

/** The zones whose positions somebody on this tile is sent, ascending. */
export function visibleZones(tile: Tile, grid: Pick<Grid, 'widthTiles' | 'heightTiles'>): readonly number[] {
  const column = Math.floor(tile.x / zoneSizeTiles);
  const row = Math.floor(tile.y / zoneSizeTiles);
  const lastColumn = Math.floor((grid.widthTiles - 1) / zoneSizeTiles);
  const lastRow = Math.floor((grid.heightTiles - 1) / zoneSizeTiles);
  const zones: number[] = [];
  for (let y = Math.max(0, row - seenRows); y <= Math.min(lastRow, row + seenRows); y += 1) {
    for (let x = Math.max(0, column - seenColumns); x <= Math.min(lastColumn, column + seenColumns); x += 1) {
      zones.push(y * zoneStride + x);
    }
  }
  return zones;
}
