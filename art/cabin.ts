import { chevronFloor, lawnFloor } from './floors.ts';
import { desk, officeChair } from './furniture/desks.ts';
import { cat, floorLamp } from './furniture/office-things.ts';
import { bookshelf } from './furniture/shelves.ts';
import { armchair } from './furniture/sofas.ts';
import { coffeeTable } from './furniture/tables.ts';
import { flowers, roundTree, shrub } from './outdoor.ts';
import { materialTones, type Palette } from './palette.ts';
import { type Placed, place } from './piece.ts';
import { pottedPlant } from './plants.ts';
import { roundRug } from './rugs.ts';
import { move, oval } from './svg.ts';
import { wallAcross, wallDown, wallWindow } from './walls.ts';

const NORTH = 70;
const SOUTH = 266;

function shell(c: Palette): Placed[] {
  const paint = { face: c.wallClay, skirting: c.wallClay2 };
  return [
    place(wallAcross(c, 324, { paint, sunny: true }), 30, NORTH),
    place(wallDown(c, SOUTH - NORTH + 10), 30, NORTH - 10),
    place(wallDown(c, SOUTH - NORTH + 10), 344, NORTH - 10),
    place(wallAcross(c, 304, { height: 14 }), 40, SOUTH),
    place(wallWindow(c, 64), 62, NORTH),
    place(wallWindow(c, 60), 262, NORTH),
  ];
}

function inside(c: Palette): Placed[] {
  return [
    place(bookshelf(c, 66, 8), 150, 70),
    place(armchair('right', materialTones(c, 'clay')), 106, 140),
    place(armchair('left', materialTones(c, 'sea')), 240, 140),
    place(coffeeTable(c), 190, 166),
    place(pottedPlant(c, 'fig'), 62, 96),
    place(floorLamp(c), 326, 96),
    place(desk(c, 'up', 3), 268, 206),
    place(officeChair('up', materialTones(c, 'sage'), c.dark), 299, 244),
    place(cat(c), 132, 222),
    place(pottedPlant(c, 'palm', 'cream'), 64, 240),
  ];
}

function outside(c: Palette): Placed[] {
  return [
    place(roundTree(c, 1.2), -20, 190),
    place(roundTree(c, 1.3, 'olive'), 400, 250),
    place(roundTree(c, 1), 392, 110),
    place(roundTree(c, 1, 'olive'), -30, 60),
    place(flowers(c, 60), 90, 290),
    place(shrub(c, 1), 250, 300),
  ];
}

/** What stands in the cabin before anybody has moved in. */
function bareInside(c: Palette): Placed[] {
  return [
    place(pottedPlant(c, 'fig'), 62, 96),
    place(cat(c), 132, 222),
    place(pottedPlant(c, 'palm', 'cream'), 64, 240),
  ];
}

/** A cabin of one room in a garden; without furniture it waits for somebody. */
export function cabin(c: Palette, isFurnished = true): { ground: string; placed: Placed[] } {
  const placed = [...shell(c), ...(isFurnished ? inside(c) : bareInside(c)), ...outside(c)];
  const lights = placed.map(({ piece, x, y }) => (piece.flat === '' ? '' : move(x, y, piece.flat)));
  const ground =
    lawnFloor(c, { x: -400, y: -300, width: 1200, height: 900 }, 4) +
    oval(60, 330, 260, 120, c.lawn3) +
    oval(420, 40, 200, 150, c.lawn3) +
    chevronFloor(c, { x: 40, y: 64, width: 304, height: 192 }) +
    roundRug(c, 190, 168, 62) +
    lights.join('');
  return { ground, placed };
}
