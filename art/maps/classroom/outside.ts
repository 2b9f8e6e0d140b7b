import { cypress, flowers, gardenBench, hedge, roundTree, shrub } from '../../outdoor.ts';
import type { Palette } from '../../palette.ts';
import { type Piece, type Placed, place } from '../../piece.ts';
import { planter } from '../../plants.ts';
import { units } from '../tiles.ts';

function at(thing: Piece, x: number, y: number): Placed {
  return place(thing, units(x), units(y));
}

function trees(c: Palette): Placed[] {
  return [
    at(roundTree(c, 1.15), 1.3, 5.4),
    at(roundTree(c, 1.05, 'olive'), 1.2, 10.2),
    at(roundTree(c, 1.2), 1.5, 15.9),
    at(roundTree(c, 1.2, 'olive'), 28, 5.2),
    at(roundTree(c, 1.25), 28, 10.6),
    at(roundTree(c, 1.1, 'olive'), 27.8, 16.4),
    at(roundTree(c, 1.05, 'olive'), 7.2, 19.2),
    at(roundTree(c, 1.15), 14.6, 18.8),
    at(cypress(c, 1), 17.4, 18.3),
    at(cypress(c, 1, 'olive'), 24.5, 18.3),
    at(roundTree(c, 1), 6.5, 1.2),
    at(roundTree(c, 1.1, 'olive'), 12.4, 1.1),
    at(cypress(c, 1), 19.5, 1.2),
    at(roundTree(c, 1), 24.5, 1.1),
  ];
}

function beds(c: Palette): Placed[] {
  return [
    at(planter(c, 54), 18.1, 15.75),
    at(planter(c, 54), 22.2, 15.75),
    at(hedge(c, 120), 4.2, 16),
    at(hedge(c, 120), 9.2, 16),
    at(gardenBench(c, 62), 9.6, 17.6),
    at(gardenBench(c, 62), 25, 16.6),
    at(flowers(c, 60, 8), 3, 17.4),
    at(flowers(c, 46, 5), 12.3, 17.6),
    at(flowers(c, 40, 11), 23.3, 18.4),
    at(flowers(c, 36, 14), 27.3, 13.2),
    at(shrub(c, 1.1), 2.8, 18.8),
    at(shrub(c, 1, 'olive'), 10.2, 19.2),
    at(shrub(c, 1.1), 27.1, 18.7),
    at(shrub(c, 1, 'olive'), 28.4, 13.6),
    at(shrub(c, 0.9), 1, 12.8),
  ];
}

/** The garden around the house. */
export function classroomOutside(c: Palette): Placed[] {
  return [...trees(c), ...beds(c)];
}
