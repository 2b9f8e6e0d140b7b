import type { TilePoint } from '../tiles.ts';

/** Where the house's plot begins on the map, in tiles. */
export const PLOT = { x: 5, y: 3 };

/** Points of the plot as points of the map. */
export function onMap<Point extends TilePoint>(points: readonly Point[]): Point[] {
  return points.map((point) => ({ ...point, x: point.x + PLOT.x, y: point.y + PLOT.y }));
}
