import { pouf } from '../../furniture/chairs.ts';
import { desk, officeChair } from '../../furniture/desks.ts';
import { cat, floorLamp } from '../../furniture/office-things.ts';
import { bookshelf, lowShelf } from '../../furniture/shelves.ts';
import { armchair, sofa } from '../../furniture/sofas.ts';
import { woodStove } from '../../furniture/stove.ts';
import { coffeeTable } from '../../furniture/tables.ts';
import { materialTones, type Palette } from '../../palette.ts';
import { type Piece, type Placed, place } from '../../piece.ts';
import { pottedPlant } from '../../plants.ts';
import { units } from '../tiles.ts';

/** What stands against the north wall leaves a finger's breadth. */
const AT_NORTH_WALL = units(3) + 2;

function at(thing: Piece, x: number, y: number): Placed {
  return place(thing, units(x), units(y));
}

/** Seats around the low table: there is a tile to stand on between each of them and the table. */
function fireside(c: Palette): Placed[] {
  return [
    place(sofa('down', 78, materialTones(c, 'sage'), c.rose), 313, 132),
    place(armchair('right', materialTones(c, 'clay')), 259, 186),
    place(armchair('left', materialTones(c, 'sea')), 411, 186),
    at(coffeeTable(c), 11, 6.7),
    at(pouf(c.rose, c.rose2), 9.45, 8.2),
    at(pouf(c.sage, c.sage2), 12.55, 8.2),
  ];
}

/** Furniture and plants in the cabin. */
export function cabinInside(c: Palette): Placed[] {
  return [
    place(bookshelf(c, 92, 8), units(8.75), AT_NORTH_WALL),
    place(woodStove(c), units(12.6), AT_NORTH_WALL),
    ...fireside(c),
    at(pottedPlant(c, 'fig'), 6.55, 3.95),
    at(pottedPlant(c, 'snake', 'white'), 15.5, 3.9),
    at(floorLamp(c), 9.35, 4.75),
    at(cat(c), 13.5, 4.85),
    place(desk(c, 'up', 3), 445, 250),
    place(officeChair('up', materialTones(c, 'sage'), c.dark), 476, 296),
    at(lowShelf(c, 74, 6), 6.2, 9.3),
    at(pottedPlant(c, 'palm', 'cream'), 6.5, 8.7),
  ];
}
