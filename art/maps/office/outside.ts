import { chair, oakChair } from '../../furniture/chairs.ts';
import { roundTable } from '../../furniture/tables.ts';
import { cypress, deckChair, flowers, gardenBench, hedge, parasol, roundTree, shrub } from '../../outdoor.ts';
import type { Palette } from '../../palette.ts';
import { type Piece, type Placed, place } from '../../piece.ts';
import { planter, pottedPlant } from '../../plants.ts';
import { units } from '../tiles.ts';

function at(thing: Piece, x: number, y: number): Placed {
  return place(thing, units(x), units(y));
}

function terrace(c: Palette): Placed[] {
  const white = { ...oakChair(c), seat: c.white, seat2: c.white2 };
  return [
    at(parasol(c), 4.5, 14.85),
    at(roundTable(c, 20, c.oak, c.oak2), 4.5, 14.7),
    at(chair('right', white), 3.35, 15),
    at(chair('left', white), 5.65, 15),
    at(planter(c, 56), 1.1, 11.3),
    at(planter(c, 66), 7.4, 11.3),
    at(gardenBench(c, 62), 6.95, 12.6),
    at(pottedPlant(c, 'bush'), 8.6, 16.7),
    at(planter(c, 96), 1.1, 17.3),
    at(deckChair(c), 7.5, 16.7),
    at(roundTree(c, 0.82, 'olive'), 1.55, 13.45),
  ];
}

function trees(c: Palette): Placed[] {
  return [
    at(roundTree(c, 1.25), -0.6, 8.5),
    at(roundTree(c, 1.1, 'olive'), -1.6, 12.5),
    at(roundTree(c, 1.3), -0.5, 17.6),
    at(roundTree(c, 1.1, 'olive'), 6.5, 20.5),
    at(roundTree(c, 1.25), 20.5, 20.6),
    at(cypress(c, 1), 25.5, 20.4),
    at(cypress(c, 1.1, 'olive'), 27.5, 20.6),
    at(roundTree(c, 1.35), 31.5, 17.5),
    at(roundTree(c, 1.15, 'olive'), 31.5, 10.5),
    at(roundTree(c, 1.3), 31.5, 4.6),
    at(roundTree(c, 1.2), -2.5, 3.6),
    at(roundTree(c, 1), 2.5, 0.5),
    at(roundTree(c, 1.2, 'olive'), 8.4, 0.5),
    at(roundTree(c, 1.2), 19.5, 0.4),
    at(cypress(c, 1.1), 26.5, 0.5),
    at(roundTree(c, 1.15, 'olive'), 13.5, 0.4),
    at(roundTree(c, 1.2), 33.5, 21.5),
    at(roundTree(c, 1.1, 'olive'), -3.5, 20.5),
  ];
}

function beds(c: Palette): Placed[] {
  return [
    at(shrub(c, 1), 11.1, 19.65),
    at(shrub(c, 0.8, 'olive'), 12.45, 19.8),
    at(shrub(c, 1, 'olive'), 18.5, 19.65),
    at(hedge(c, 110), 21.55, 18.3),
    at(flowers(c, 34), 16.9, 19.3),
    at(flowers(c, 30, 5), 9.2, 19.3),
    at(flowers(c, 70, 8), 2.8, 18.7),
    at(flowers(c, 50, 11), 28.6, 19),
    at(flowers(c, 44, 14), 30.4, 7.4),
    at(shrub(c, 1.3), -3.5, 15.7),
    at(shrub(c, 1.3, 'olive'), 32.5, 13.7),
    at(shrub(c, 1.1), 33.5, 1.7),
    at(shrub(c, 1, 'olive'), -3.5, 0.7),
  ];
}

/** The terrace and the garden around the house. */
export function officeOutside(c: Palette): Placed[] {
  return [...terrace(c), ...trees(c), ...beds(c)];
}
