import { picture, wallClock, wallShelf, whiteboard } from '../../furniture/on-walls.ts';
import type { Palette } from '../../palette.ts';
import { type Placed, place } from '../../piece.ts';
import {
  glassAcross,
  glassDoor,
  glassDown,
  type Paint,
  sideWindow,
  wallAcross,
  wallDown,
  wallWindow,
} from '../../walls.ts';
import { units } from '../tiles.ts';

/* Walls stand so that each takes up exactly one row or column of tiles; their strips lie inside it. */
const NORTH = units(2);
const NORTH_STRIP = NORTH - 10;
const SOUTH = units(17.5) + 10;
const WEST = units(1) - 10;
const EAST = units(29);
const LOUNGE_SOUTH = units(10.9);
const STUDIO_WEST = units(9.6);
const MEETING_SOUTH = units(7.7);
const KITCHEN_WEST = units(18.5) - 5;
const KITCHEN_SOUTH = units(8.8);
const CUT_HEIGHT = 16;

function wallsAcross(c: Palette): Placed[] {
  const across = (fromX: number, toX: number, y: number, paint: Paint) =>
    place(wallAcross(c, toX - fromX, { paint, sunny: y === NORTH }), fromX, y);
  const sage = { face: c.wallSage, skirting: c.wallSage2 };
  const sea = { face: c.wallSea, skirting: c.wallSea2 };
  const plain = { face: c.wall, skirting: c.wall2 };
  const brick = { face: c.brick, skirting: c.wall2 };
  const clay = { face: c.wallClay, skirting: c.wallClay2 };
  return [
    across(WEST, STUDIO_WEST + 6, NORTH, sage),
    across(STUDIO_WEST, units(18.5), NORTH, sea),
    across(units(18.5) - 6, EAST + 10, NORTH, plain),
    across(WEST, units(3.2), LOUNGE_SOUTH, brick),
    across(units(7.3), STUDIO_WEST + 10, LOUNGE_SOUTH, brick),
    across(units(24), EAST, KITCHEN_SOUTH, clay),
  ];
}

function wallsDown(c: Palette): Placed[] {
  return [
    place(wallDown(c, LOUNGE_SOUTH - NORTH_STRIP), WEST, NORTH_STRIP),
    place(wallDown(c, SOUTH - NORTH_STRIP), EAST, NORTH_STRIP),
    place(wallDown(c, units(7.9) - NORTH_STRIP), KITCHEN_WEST, NORTH_STRIP),
    place(wallDown(c, units(13) - LOUNGE_SOUTH + 10), STUDIO_WEST, LOUNGE_SOUTH - 10),
    place(wallDown(c, SOUTH - units(15), { height: CUT_HEIGHT }), STUDIO_WEST, units(15)),
  ];
}

/** The south wall is cut low so that one sees into the rooms. */
function parapet(c: Palette): Placed[] {
  const low = (fromX: number, toX: number) =>
    place(wallAcross(c, toX - fromX, { height: CUT_HEIGHT }), fromX, SOUTH);
  return [low(STUDIO_WEST + 2, units(14)), low(units(16), EAST + 10)];
}

function glass(c: Palette): Placed[] {
  const across = (fromX: number, toX: number, y: number) => place(glassAcross(c, toX - fromX), fromX, y);
  return [
    across(units(3.2), units(4), LOUNGE_SOUTH),
    place(glassDoor(c, units(2)), units(4), LOUNGE_SOUTH),
    across(units(6), units(7.3), LOUNGE_SOUTH),
    place(glassDown(c, MEETING_SOUTH - NORTH), STUDIO_WEST + 2, NORTH),
    across(STUDIO_WEST + 2, units(10), MEETING_SOUTH),
    place(glassDoor(c, units(2)), units(10), MEETING_SOUTH),
    across(units(12), KITCHEN_WEST + 1, MEETING_SOUTH),
  ];
}

function windows(c: Palette): Placed[] {
  const wallEnd = LOUNGE_SOUTH;
  return [
    place(wallWindow(c, 60), units(1.5), NORTH),
    place(wallWindow(c, 76, 3), units(6.5), NORTH),
    place(wallWindow(c, 72, 3), units(15.5), NORTH),
    place(wallWindow(c, 62), units(24.7), NORTH),
    place(sideWindow(c, units(1.8), wallEnd - units(4.4)), WEST, units(4.4)),
    place(sideWindow(c, units(1.8), wallEnd - units(7)), WEST, units(7)),
  ];
}

function onWalls(c: Palette): Placed[] {
  return [
    place(whiteboard(c), units(11.3), NORTH),
    place(wallClock(c), units(14.55), NORTH),
    place(wallShelf(c), units(20.5), NORTH),
    place(picture(c, 'arch'), units(23.1), NORTH),
    place(picture(c, 'stones', 24, 18), units(27.3), NORTH - 2),
    place(picture(c, 'hills'), units(8.05), LOUNGE_SOUTH),
  ];
}

/** Walls, glass, windows, and what hangs on them. */
export function officeShell(c: Palette): Placed[] {
  return [...wallsAcross(c), ...wallsDown(c), ...parapet(c), ...glass(c), ...windows(c), ...onWalls(c)];
}
