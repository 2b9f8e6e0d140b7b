import { type Rect, TILE } from '../piece.ts';

/** A tile, or a place between tiles. */
export interface TilePoint {
  readonly x: number;
  readonly y: number;
}

/** Tiles to units, in whole units so that edges stay sharp. */
export function units(tiles: number): number {
  return Math.round(tiles * TILE);
}

/** A rectangle given in tiles. */
export function area(x: number, y: number, width: number, height: number): Rect {
  return {
    x: units(x),
    y: units(y),
    width: units(x + width) - units(x),
    height: units(y + height) - units(y),
  };
}
