import {
  carpetFloor,
  chevronFloor,
  deckFloor,
  lawnFloor,
  oakFloor,
  stoneFloor,
  terrazzoFloor,
} from '../../floors.ts';
import type { Palette } from '../../palette.ts';
import { bandRug, berberRug, doorMat, roundRug, stripedRug } from '../../rugs.ts';
import { oval, rect, shape } from '../../svg.ts';
import { area, units } from '../tiles.ts';

/* Tile (0, 0) is the north west corner of the house's plot. */

function garden(c: Palette): string {
  const paths =
    shape(
      'M448 560 C446 620 420 650 430 720 L436 1200 L520 1200 L512 720 C504 656 516 620 516 560Z',
      c.path,
    ) + shape('M-640 676 C-200 640 160 690 446 668 L446 700 C160 724 -200 672 -640 708Z', c.path);
  return (
    lawnFloor(c, area(-5, -3, 40, 26)) +
    oval(140, 640, 420, 190, c.lawn3) +
    oval(900, 690, 460, 130, c.lawn3) +
    oval(-120, 120, 240, 260, c.lawn3) +
    oval(1120, 160, 220, 330, c.lawn3) +
    paths
  );
}

function terraceFloor(c: Palette): string {
  const edge = area(0.8, 10.6, 8.9, 7.6);
  return rect(edge.x, edge.y, edge.width, edge.height, c.deckL, 4) + deckFloor(c, area(1, 10.6, 8.6, 7.3));
}

function roomFloors(c: Palette): string {
  return (
    chevronFloor(c, area(1, 2, 8.6, 8.7)) +
    carpetFloor(c, area(9.6, 2, 8.9, 5.7)) +
    terrazzoFloor(c, area(18.5, 2, 10.5, 6.6)) +
    oakFloor(c, area(9.6, 7.7, 8.9, 0.9)) +
    oakFloor(c, area(9.6, 8.6, 19.4, 8.9)) +
    stoneFloor(c, { ...area(13.2, 17.5, 3.6, 1), height: 34 }) +
    carpetFloor(c, area(24, 8.6, 5, 3.1), c.focus, c.focus2)
  );
}

function rugs(c: Palette): string {
  return (
    berberRug(c, { x: units(3.1), y: units(4.55), width: 152, height: 112 }) +
    bandRug({ x: units(11.1), y: units(10.2), width: 216, height: 134 }, c.rugSea, c.rugCream, c.rugCream2) +
    roundRug(c, units(26.4), units(14.9), 46) +
    doorMat(c, { x: 445, y: units(16.4), width: 70, height: 24 }) +
    stripedRug({ x: units(3), y: units(13.5), width: 96, height: 80 }, c.rugSage, c.sage3, c.rugCream)
  );
}

/** Everything flat: lawn, paths, floors and rugs. */
export function officeGrounds(c: Palette): string {
  return garden(c) + terraceFloor(c) + roomFloors(c) + rugs(c);
}
