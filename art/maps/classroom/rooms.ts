import { chair, oakChair, pouf, stool } from '../../furniture/chairs.ts';
import { lowShelf } from '../../furniture/shelves.ts';
import { armchair, sofa } from '../../furniture/sofas.ts';
import { coffeeTable, roundTable } from '../../furniture/tables.ts';
import { hallSeat, lectern } from '../../furniture/teaching.ts';
import { materialTones, type Palette } from '../../palette.ts';
import { type Piece, type Placed, place } from '../../piece.ts';
import { planter, pottedPlant } from '../../plants.ts';
import { units } from '../tiles.ts';

/** Two blocks of seats with an aisle between them and one on either side: tiles of the hall. */
const SEAT_ROWS = [7, 9, 11];
const SEAT_COLUMNS = [4, 5, 6, 7, 8, 10, 11, 12, 13, 14];

function at(thing: Piece, x: number, y: number): Placed {
  return place(thing, units(x), units(y));
}

function stage(c: Palette): Placed[] {
  return [
    at(lectern(c), 6.45, 4.5),
    at(roundTable(c, 17, c.oak, c.oak2), 12.2, 4.85),
    at(stool(c), 13.3, 4.85),
    at(pottedPlant(c, 'fig', 'cream'), 4.5, 4.4),
    at(pottedPlant(c, 'fig', 'cream'), 14.5, 4.4),
  ];
}

function seats(c: Palette): Placed[] {
  const cloths = [materialTones(c, 'clay'), materialTones(c, 'sea'), materialTones(c, 'sage')];
  return SEAT_ROWS.flatMap((row, index) => {
    const seat = hallSeat(cloths[index % cloths.length] ?? materialTones(c, 'sea'), c.dark);
    return SEAT_COLUMNS.map((column) => at(seat, column + 0.5, row + 0.94));
  });
}

function backOfHall(c: Palette): Placed[] {
  return [
    at(lowShelf(c, 88, 4), 4.4, 14.3),
    at(lowShelf(c, 88, 7), 11.9, 14.3),
    at(pottedPlant(c, 'palm'), 3.6, 14.7),
    at(pottedPlant(c, 'bush', 'white'), 15.4, 14.7),
    at(planter(c, 76), 8.3, 14.4),
  ];
}

function firstGroupRoom(c: Palette): Placed[] {
  const seat = { ...oakChair(c), seat: c.sage3, seat2: c.sage };
  return [
    at(roundTable(c, 27, c.white, c.white3), 19, 5.85),
    ...[18.5, 19.5].flatMap((x) => [at(chair('down', seat), x, 4.85), at(chair('up', seat), x, 7)]),
    at(pottedPlant(c, 'bush'), 20.5, 3.9),
  ];
}

function secondGroupRoom(c: Palette): Placed[] {
  return [
    place(sofa('down', 78, materialTones(c, 'clay'), c.cream), 729, units(4.05)),
    at(coffeeTable(c), 24, 6.4),
    at(pouf(c.rose, c.rose2), 25.5, 6.6),
    at(pottedPlant(c, 'snake', 'white'), 25.5, 3.9),
  ];
}

function foyer(c: Palette): Placed[] {
  return [
    place(sofa('left', 88, materialTones(c, 'sea'), c.rose), 796, units(11.1)),
    place(armchair('right', materialTones(c, 'clay')), 666, 380),
    at(coffeeTable(c), 23.5, 12.5),
    at(pottedPlant(c, 'fig'), 25.5, 10.5),
    at(pottedPlant(c, 'snake', 'cream'), 25.5, 14.7),
    at(pottedPlant(c, 'palm'), 17.5, 14.6),
    at(planter(c, 60), 22.4, 14.45),
    at(lowShelf(c, 62, 3), 19.15, 8.95),
  ];
}

/** Furniture and plants indoors. */
export function classroomRooms(c: Palette): Placed[] {
  return [
    ...stage(c),
    ...seats(c),
    ...backOfHall(c),
    ...firstGroupRoom(c),
    ...secondGroupRoom(c),
    ...foyer(c),
  ];
}
