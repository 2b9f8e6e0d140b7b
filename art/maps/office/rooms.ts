import { chair, oakChair, pouf, stool } from '../../furniture/chairs.ts';
import { desk, officeChair } from '../../furniture/desks.ts';
import { counter, fridge, island } from '../../furniture/kitchen.ts';
import { cat, floorLamp, phoneBooth, printer } from '../../furniture/office-things.ts';
import { bookshelf, lowShelf } from '../../furniture/shelves.ts';
import { armchair, sofa } from '../../furniture/sofas.ts';
import { coffeeTable, meetingTable, roundTable } from '../../furniture/tables.ts';
import { materialTones, type Palette } from '../../palette.ts';
import { type Placed, place } from '../../piece.ts';
import { planter, pottedPlant } from '../../plants.ts';
import { units } from '../tiles.ts';

/** What stands against the north wall leaves a finger's breadth. */
const AT_NORTH_WALL = units(2) + 2;

/** Each of these returns what stands in one room; coordinates are tiles. */
function at(x: number, y: number): [number, number] {
  return [units(x), units(y)];
}

function lounge(c: Palette): Placed[] {
  return [
    place(bookshelf(c, 92, 4), units(3.55), AT_NORTH_WALL),
    place(pottedPlant(c, 'palm', 'cream'), ...at(1.55, 2.8)),
    place(floorLamp(c), ...at(9.1, 3)),
    place(sofa('down', 92, materialTones(c, 'sea'), c.rose), ...at(4.1, 4.05)),
    place(armchair('right', materialTones(c, 'clay')), ...at(2.45, 5.7)),
    place(coffeeTable(c), ...at(5.6, 6.3)),
    place(pouf(c.rose, c.rose2), ...at(7.5, 6.4)),
    place(pouf(c.sage, c.sage2), ...at(6.9, 7.6)),
    place(cat(c), ...at(4.2, 7.75)),
    place(pottedPlant(c, 'fig'), ...at(8.5, 9.7)),
    place(lowShelf(c, 60, 6), ...at(1.15, 9.2)),
  ];
}

function meetingRoom(c: Palette): Placed[] {
  const walnut = { ...oakChair(c), wood: c.wal, wood2: c.wal2 };
  const seats = [12.5, 14.5, 16.5];
  return [
    place(meetingTable(c, 176, 54), ...at(11.75, 4.4)),
    ...seats.map((x) => place(chair('down', walnut), ...at(x, 4.36))),
    ...seats.map((x) => place(chair('up', walnut), ...at(x, 6.8))),
    place(pottedPlant(c, 'snake', 'white'), ...at(10.5, 2.9)),
  ];
}

function kitchen(c: Palette): Placed[] {
  return [
    place(fridge(c), units(19.05), AT_NORTH_WALL),
    place(counter(c, 132), units(20.1), AT_NORTH_WALL),
    place(lowShelf(c, 58, 3), units(26.9), AT_NORTH_WALL),
    place(island(c, 126), ...at(20.05, 4.9)),
    ...[20.5, 21.5, 22.5, 23.5].map((x) => place(stool(c), ...at(x, 6.45))),
    place(roundTable(c, 22, c.white, c.white3), ...at(26.5, 6)),
    place(chair('right', oakChair(c)), ...at(25.5, 6.3)),
    place(chair('left', oakChair(c)), ...at(27.5, 6.3)),
    place(pottedPlant(c, 'bush'), ...at(28.5, 4.4)),
    place(pottedPlant(c, 'palm', 'cream'), ...at(19.3, 7.6)),
  ];
}

function booths(c: Palette): Placed[] {
  const y = units(8.8) + 5;
  return [
    place(phoneBooth(c), units(24.15), y),
    place(phoneBooth(c), units(25.8), y),
    place(printer(c), units(27.6), units(9.1)),
  ];
}

function commons(c: Palette): Placed[] {
  return [
    place(sofa('down', 88, materialTones(c, 'clay'), c.cream), ...at(12.6, 9.1)),
    place(pottedPlant(c, 'bush', 'white'), ...at(10.5, 10.7)),
    place(pottedPlant(c, 'fig'), ...at(10.5, 16.6)),
  ];
}

/** Four desks, two and two face to face. */
function deskGroup(c: Palette, x: number, y: number, seed: number): Placed[] {
  const tones = materialTones(c, 'sea');
  const chairAt = (sitter: 'up' | 'down', dx: number) =>
    place(officeChair(sitter, tones, c.dark), x + 31 + dx, sitter === 'down' ? y - 7 : y + 75);
  return [
    place(desk(c, 'down', seed), x, y),
    place(desk(c, 'down', seed + 1), x + 64, y),
    place(desk(c, 'up', seed + 2), x, y + 29),
    place(desk(c, 'up', seed + 3), x + 64, y + 29),
    ...[0, 64].flatMap((dx) => [chairAt('down', dx), chairAt('up', dx)]),
  ];
}

/** Three desks in a row; the way past them stays open on the north side. */
function deskRow(c: Palette, x: number, y: number, seed: number): Placed[] {
  const tones = materialTones(c, 'sage');
  return [0, 64, 128].flatMap((dx, index) => [
    place(desk(c, 'up', seed + index), x + dx, y),
    place(officeChair('up', tones, c.dark), x + dx + 31, y + 46),
  ]);
}

function desks(c: Palette): Placed[] {
  const sageSeat = { ...oakChair(c), seat: c.sage3, seat2: c.sage };
  return [
    ...deskGroup(c, ...at(19.5, 9.9), 1),
    ...deskRow(c, units(17.5), units(15) - 3, 6),
    place(roundTable(c, 24, c.oak, c.oak2), ...at(26.5, 14.75)),
    place(chair('right', sageSeat), ...at(25.4, 15)),
    place(chair('left', sageSeat), ...at(27.6, 15)),
    place(pottedPlant(c, 'palm'), ...at(28.4, 16.6)),
    place(lowShelf(c, 88, 9), ...at(24.1, 16.3)),
    place(pottedPlant(c, 'snake', 'white'), ...at(28.5, 11.7)),
  ];
}

function frontDoor(c: Palette): Placed[] {
  return [place(planter(c, 60), ...at(11.6, 18.1)), place(planter(c, 60), ...at(16.6, 18.1))];
}

/** Furniture and plants indoors, and beside the front door. */
export function officeRooms(c: Palette): Placed[] {
  return [
    ...lounge(c),
    ...meetingRoom(c),
    ...kitchen(c),
    ...booths(c),
    ...commons(c),
    ...desks(c),
    ...frontDoor(c),
  ];
}
