import type { Palette } from '../palette.ts';
import { boxShadow, discShadow, type Piece, piece } from '../piece.ts';
import { oval, rect, turned } from '../svg.ts';
import { fruitBowl, laptopFromBehind, laptopOpen, mug, tinyPlant } from './small.ts';

const TABLE_HEIGHT = 18;
const COFFEE_TABLE_HEIGHT = 11;

function thingsOnMeetingTable(c: Palette, width: number, top: number): string {
  return (
    laptopOpen(c, 30, top + 31) +
    laptopFromBehind(c, width - 52, top + 12) +
    mug(c, 62, top + 36, c.white) +
    mug(c, width - 22, top + 22, c.sea3) +
    rect(width / 2 - 4, top + 12, 9, 11, c.white, 1, turned(-12, width / 2, top + 17)) +
    rect(18, top + 14, 10, 8, c.white, 1, turned(8, 20, top + 17)) +
    fruitBowl(c, width / 2 + 9, top + 28)
  );
}

/** A long table with round ends. Origin: the top left of its footprint. */
export function meetingTable(c: Palette, width: number, depth: number): Piece {
  const top = -TABLE_HEIGHT;
  const legY = depth - TABLE_HEIGHT + 2;
  return piece({
    name: 'meeting table',
    sortY: depth,
    body:
      rect(width * 0.22, legY, 14, TABLE_HEIGHT - 2, c.wal3, 3) +
      rect(width * 0.78 - 14, legY, 14, TABLE_HEIGHT - 2, c.wal3, 3) +
      rect(0, top + 3, width, depth + 1, c.wal2, 24) +
      rect(0, top, width, depth, c.wal, 24) +
      thingsOnMeetingTable(c, width, top),
    shadow: boxShadow(0, 0, width, depth, TABLE_HEIGHT, 22),
    footprint: { x: 3, y: 0, width: width - 6, height: depth },
  });
}

/** A low round table with a book, a mug and a plant. Origin: its middle on the floor. */
export function coffeeTable(c: Palette): Piece {
  const radius = 21;
  const top = -COFFEE_TABLE_HEIGHT;
  const askew = turned(-14, 0, 0);
  return piece({
    name: 'coffee table',
    sortY: radius,
    body:
      oval(0, top + 3, radius, radius * 0.98, c.oak2) +
      oval(0, top, radius, radius * 0.98, c.oak) +
      rect(-11, top - 6, 12, 9, c.white, 1, askew) +
      rect(-9, top - 4, 5, 5, c.sea3, 0.5, askew) +
      mug(c, 8, top + 3, c.clay) +
      tinyPlant(c, -3, top + 12),
    shadow: discShadow(0, 0, radius, COFFEE_TABLE_HEIGHT),
    footprint: { x: -17, y: -17, width: 34, height: 34 },
  });
}

/** A round table on one leg with a mug and a plate. Origin: its middle on the floor. */
export function roundTable(c: Palette, radius: number, top: string, edge: string): Piece {
  return piece({
    name: 'round table',
    sortY: radius * 0.6,
    body:
      rect(-2, -TABLE_HEIGHT, 4, TABLE_HEIGHT + 4, c.grey2, 1) +
      oval(0, 4, 9, 4, c.grey2) +
      oval(0, 3 - TABLE_HEIGHT, radius, radius * 0.92, edge) +
      oval(0, -TABLE_HEIGHT, radius, radius * 0.92, top) +
      mug(c, -7, -TABLE_HEIGHT - 2, c.sea) +
      oval(7, 4 - TABLE_HEIGHT, 5.4, 4.6, c.white2) +
      oval(7, 3.4 - TABLE_HEIGHT, 3.2, 2.4, c.clay3),
    shadow: discShadow(0, 0, radius - 1, TABLE_HEIGHT),
    footprint: { x: -radius * 0.8, y: -radius * 0.8, width: radius * 1.6, height: radius * 1.3 },
  });
}
