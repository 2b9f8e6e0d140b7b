import { chalkboard, picture, wallClock, whiteboard } from '../../furniture/on-walls.ts';
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

/* Walls stand so that each takes up exactly one row or column of tiles. */
const NORTH = units(3);
const NORTH_STRIP = NORTH - 10;
const SOUTH = units(15) + 10;
const WEST = units(3) - 10;
const EAST = units(26);
/** Between the hall and what lies east of it. */
const HALL_EAST = units(16) + 11;
const GROUP_ROOMS_SOUTH = units(8.7);
const BETWEEN_GROUP_ROOMS = units(21) + 14;
const CUT_HEIGHT = 16;
const BOARD_WIDTH = 190;

function walls(c: Palette): Placed[] {
  const across = (fromX: number, toX: number, paint: Paint) =>
    place(wallAcross(c, toX - fromX, { paint, sunny: true }), fromX, NORTH);
  return [
    across(WEST, HALL_EAST + 5, { face: c.wallSage, skirting: c.wallSage2 }),
    across(HALL_EAST + 5, BETWEEN_GROUP_ROOMS + 2, { face: c.wallClay, skirting: c.wallClay2 }),
    across(BETWEEN_GROUP_ROOMS + 2, EAST + 10, { face: c.wallSea, skirting: c.wallSea2 }),
    place(wallDown(c, SOUTH - NORTH_STRIP), WEST, NORTH_STRIP),
    place(wallDown(c, SOUTH - NORTH_STRIP), EAST, NORTH_STRIP),
    place(wallDown(c, GROUP_ROOMS_SOUTH - NORTH_STRIP), HALL_EAST, NORTH_STRIP),
  ];
}

/** Walls on the south side are cut low so that one sees into the rooms. */
function lowWalls(c: Palette): Placed[] {
  const low = (fromX: number, toX: number) =>
    place(wallAcross(c, toX - fromX, { height: CUT_HEIGHT }), fromX, SOUTH);
  return [
    low(units(3), units(20)),
    low(units(22), EAST),
    place(wallDown(c, SOUTH - units(13), { height: CUT_HEIGHT }), HALL_EAST, units(13)),
  ];
}

function glass(c: Palette): Placed[] {
  const y = GROUP_ROOMS_SOUTH;
  const across = (fromX: number, toX: number) => place(glassAcross(c, toX - fromX), fromX, y);
  return [
    place(glassDown(c, y - NORTH), BETWEEN_GROUP_ROOMS, NORTH),
    across(HALL_EAST + 10, units(17)),
    place(glassDoor(c, units(2)), units(17), y),
    across(units(19), BETWEEN_GROUP_ROOMS + 2),
    across(BETWEEN_GROUP_ROOMS + 2, units(22)),
    place(glassDoor(c, units(2)), units(22), y),
    across(units(24), EAST),
  ];
}

function windows(c: Palette): Placed[] {
  const inWestWall = [6, 9, 12].map((y) =>
    place(sideWindow(c, units(1.8), SOUTH - units(y)), WEST, units(y)),
  );
  return [
    place(wallWindow(c, 72, 3), units(3.5), NORTH),
    place(wallWindow(c, 72, 3), units(13.25), NORTH),
    place(wallWindow(c, 62), units(23.4), NORTH),
    ...inWestWall,
  ];
}

function onWalls(c: Palette): Placed[] {
  return [
    place(chalkboard(c, BOARD_WIDTH), units(9.5) - BOARD_WIDTH / 2, NORTH),
    place(whiteboard(c), units(17.15), NORTH),
    place(wallClock(c), units(20.45), NORTH),
    place(picture(c, 'arch', 20, 22), units(22.25), NORTH),
  ];
}

/** Walls, glass, windows, and what hangs on the walls. */
export function classroomShell(c: Palette): Placed[] {
  return [...walls(c), ...lowWalls(c), ...glass(c), ...windows(c), ...onWalls(c)];
}
