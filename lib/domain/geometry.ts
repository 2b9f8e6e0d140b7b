/** A place on the map, in tiles from the top left corner. */
export interface Tile {
  readonly x: number;
  readonly y: number;
}

export type Facing = 'down' | 'left' | 'right' | 'up';

/** Distance in tiles in the metric of eight-way steps (Chebyshev): `max(|dx|, |dy|)`. */
export function distanceTiles(a: Tile, b: Tile): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

export function isSameTile(a: Tile, b: Tile): boolean {
  return a.x === b.x && a.y === b.y;
}

/** Where somebody looks who goes from one tile to another. Sideways wins on a diagonal, as the drawn figures do. */
export function facingOf(from: Tile, to: Tile, before: Facing): Facing {
  if (to.x > from.x) return 'right';
  if (to.x < from.x) return 'left';
  if (to.y > from.y) return 'down';
  if (to.y < from.y) return 'up';
  return before;
}
