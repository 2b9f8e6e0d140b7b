import type { Tile } from '#lib/domain/geometry.ts';
import { type Grid, type Stance, step } from '#lib/domain/grid.ts';

/** A direction of walking: each part is -1, 0 or 1. */
export interface Direction {
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0 | 1;
}

export const noDirection: Direction = { dx: 0, dy: 0 };

export function isSameDirection(a: Direction, b: Direction): boolean {
  return a.dx === b.dx && a.dy === b.dy;
}

export function isDirected(direction: Direction): boolean {
  return direction.dx !== 0 || direction.dy !== 0;
}

/**
 * The tile that a step in a direction leads to, or null when nothing is possible. A blocked diagonal slides along
 * whichever of its two axes is free, sideways first.
 */
export function nextTile(grid: Grid, stance: Stance, direction: Direction): Tile | null {
  const { dx, dy } = direction;
  const wishes =
    dx !== 0 && dy !== 0
      ? [
          { dx, dy },
          { dx, dy: 0 },
          { dx: 0, dy },
        ]
      : [{ dx, dy }];
  for (const wish of wishes) {
    const to = { x: stance.x + wish.dx, y: stance.y + wish.dy };
    if (isDirected(direction) && step(grid, stance, to).ok) return to;
  }
  return null;
}

/** Below this length a joystick rests. */
const deadZone = 0.25;

/**
 * The nearest of the eight directions to a joystick's vector, whose parts run from -1 to 1 (right and down are
 * positive); none within the dead zone.
 */
export function directionOfVector(x: number, y: number): Direction {
  if (Math.hypot(x, y) < deadZone) return noDirection;
  const eighth = Math.round(Math.atan2(y, x) / (Math.PI / 4));
  return { dx: signOf(Math.cos((eighth * Math.PI) / 4)), dy: signOf(Math.sin((eighth * Math.PI) / 4)) };
}

function signOf(value: number): -1 | 0 | 1 {
  if (Math.abs(value) < 1e-6) return 0;
  return value > 0 ? 1 : -1;
}
