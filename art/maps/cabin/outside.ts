import { chair, oakChair } from '../../furniture/chairs.ts';
import { logPile } from '../../furniture/stove.ts';
import { roundTable } from '../../furniture/tables.ts';
import { pond, vegetableBed } from '../../garden.ts';
import { cypress, deckChair, flowers, gardenBench, roundTree, shrub } from '../../outdoor.ts';
import type { Palette } from '../../palette.ts';
import { type Piece, type Placed, place } from '../../piece.ts';
import { planter, pottedPlant } from '../../plants.ts';
import { units } from '../tiles.ts';

function at(thing: Piece, x: number, y: number): Placed {
  return place(thing, units(x), units(y));
}

function porch(c: Palette): Placed[] {
  const white = { ...oakChair(c), seat: c.white, seat2: c.white2 };
  return [
    at(planter(c, 62), 7.85, 10.62),
    at(planter(c, 62), 12.2, 10.62),
    at(roundTable(c, 20, c.oak, c.oak2), 14.5, 11.9),
    at(chair('right', white), 13.4, 12.15),
    at(chair('left', white), 15.6, 12.15),
    at(deckChair(c), 7.5, 12.3),
    at(pottedPlant(c, 'bush'), 6.4, 12.6),
  ];
}

function garden(c: Palette): Placed[] {
  return [
    at(vegetableBed(c, 76), 1.6, 7.4),
    at(vegetableBed(c, 76), 1.6, 9.4),
    at(pond(c, 46, 25), 18.9, 10.2),
    at(gardenBench(c, 62), 17.9, 7.9),
    at(logPile(c, 44), 16.6, 6.2),
    at(flowers(c, 60, 8), 3.2, 12.4),
    at(flowers(c, 44, 5), 8.7, 13.9),
    at(flowers(c, 38, 14), 17.9, 12.6),
    at(flowers(c, 40, 11), 17.3, 4.5),
  ];
}

function trees(c: Palette): Placed[] {
  return [
    at(roundTree(c, 1.2), 2.4, 5.6),
    at(roundTree(c, 1.05, 'olive'), 4.3, 3.4),
    at(roundTree(c, 1.25, 'olive'), 2.2, 13.6),
    at(roundTree(c, 1.25, 'olive'), 19.4, 5.6),
    at(cypress(c, 0.95), 17.7, 3.3),
    at(roundTree(c, 1.1), 20.2, 14.4),
    at(roundTree(c, 1), 8.3, 1.2),
    at(roundTree(c, 1.1, 'olive'), 13.4, 1.1),
    at(shrub(c, 1.1), 1.1, 11.3),
    at(shrub(c, 1, 'olive'), 5.3, 13.9),
    at(shrub(c, 1), 10.4, 14.3),
    at(shrub(c, 0.9), 20.6, 8),
    at(shrub(c, 0.9, 'olive'), 1, 3.2),
  ];
}

/** The porch and the garden. */
export function cabinOutside(c: Palette): Placed[] {
  return [...porch(c), ...garden(c), ...trees(c)];
}
