import { picture } from '../../furniture/on-walls.ts';
import type { Palette } from '../../palette.ts';
import { type Placed, place } from '../../piece.ts';
import { sideWindow, wallAcross, wallDown, wallWindow } from '../../walls.ts';
import { units } from '../tiles.ts';

/* Walls stand so that each takes up exactly one row or column of tiles. */
const NORTH = units(3);
const NORTH_STRIP = NORTH - 10;
const SOUTH = units(10) + 10;
const WEST = units(6) - 10;
const EAST = units(16);
/** The south wall is cut low so that one sees into the room. */
const CUT_HEIGHT = 16;

function walls(c: Palette): Placed[] {
  const paint = { face: c.wallClay, skirting: c.wallClay2 };
  const low = (fromX: number, toX: number) =>
    place(wallAcross(c, toX - fromX, { height: CUT_HEIGHT }), fromX, SOUTH);
  return [
    place(wallAcross(c, EAST + 10 - WEST, { paint, sunny: true }), WEST, NORTH),
    place(wallDown(c, SOUTH - NORTH_STRIP), WEST, NORTH_STRIP),
    place(wallDown(c, SOUTH - NORTH_STRIP), EAST, NORTH_STRIP),
    low(units(6), units(10)),
    low(units(12), EAST),
  ];
}

function windows(c: Palette): Placed[] {
  return [
    place(wallWindow(c, 62), units(6.45), NORTH),
    place(wallWindow(c, 62), units(13.75), NORTH),
    place(sideWindow(c, units(2), SOUTH - units(5.6)), WEST, units(5.6)),
  ];
}

/** Walls, windows, and what hangs on the walls. The door to the garden is the gap in the south wall. */
export function cabinShell(c: Palette): Placed[] {
  return [...walls(c), ...windows(c), place(picture(c, 'hills', 20, 22), units(11.85) + 6, NORTH)];
}
