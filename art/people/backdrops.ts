/* What is seen behind somebody on a camera. 320 by 200 units. */

import { floorLamp } from '../furniture/office-things.ts';
import { bookRow } from '../furniture/small.ts';
import type { Palette } from '../palette.ts';
import { leafTuft, pottedPlant } from '../plants.ts';
import { disc, move, oval, rect, scale, shape } from '../svg.ts';

export const FRAME = { width: 320, height: 200 };
export type Backdrop = 'shelf' | 'window' | 'plain' | 'kitchen' | 'evening';
export const BACKDROPS = ['shelf', 'window', 'plain', 'kitchen', 'evening'] as const;

function wall(colour: string): string {
  return rect(0, 0, FRAME.width, FRAME.height, colour);
}

function shelf(c: Palette): string {
  const boards = [0, 1, 2].map(
    (row) =>
      rect(14, 46 + row * 52, 92, 5, c.wal, 1) +
      move(18, 14 + row * 52, scale(3.1, bookRow(c, 0, 0, 27, 10.4, 36 + row * 3))),
  );
  return (
    wall(c.wallSage) +
    boards.join('') +
    rect(236, 22, 58, 70, c.oak2, 2) +
    rect(241, 27, 48, 60, c.cream, 1) +
    shape('M241 87v-20q14 -18 26 -4t22 -2v26z', c.sage2) +
    disc(272, 48, 9, c.clay3)
  );
}

function atWindow(c: Palette): string {
  return (
    wall(c.wallClay) +
    rect(26, 14, 118, 118, c.frame, 4) +
    rect(33, 21, 50, 104, c.sky, 2) +
    rect(88, 21, 50, 104, c.sky, 2) +
    oval(56, 110, 21, 15, c.leaf3) +
    oval(114, 113, 22, 12, c.leaf) +
    rect(33, 120, 105, 5, c.frame) +
    rect(20, 128, 130, 9, c.wallTop, 2) +
    move(262, 196, scale(2.6, pottedPlant(c, 'fig').body))
  );
}

function plain(c: Palette): string {
  return (
    wall(c.wallSea) +
    rect(0, 150, FRAME.width, 50, c.wallSea2, 0, { opacity: 0.5 }) +
    move(58, 190, scale(2.4, pottedPlant(c, 'palm', 'cream').body)) +
    rect(232, 30, 52, 52, c.oak2, 2) +
    rect(237, 35, 42, 42, c.cream, 1) +
    shape('M242 77v-18a16 16 0 0 1 32 0v18z', c.clay) +
    shape('M250 77v-14a8 8 0 0 1 16 0v14z', c.rose3)
  );
}

function kitchen(c: Palette): string {
  const jars = [
    { x: 20, colour: c.white },
    { x: 44, colour: c.clay3 },
    { x: 68, colour: c.sea3 },
    { x: 236, colour: c.sage2 },
    { x: 262, colour: c.cream2 },
  ].map(({ x, colour }, index) => {
    const taller = (index % 2) * 4;
    return rect(x, 40 - taller, 18, 22 + taller, colour, 4);
  });
  return (
    wall(c.wall) +
    rect(0, 62, FRAME.width, 6, c.oak, 1) +
    jars.join('') +
    rect(0, 150, FRAME.width, 50, c.white) +
    move(280, 152, scale(2.2, leafTuft(c, 0, -8, 1) + rect(-7, -8, 14, 10, c.pot, 3)))
  );
}

function evening(c: Palette): string {
  return (
    wall(c.navy) +
    rect(200, 14, 96, 118, c.wal2, 4) +
    rect(206, 20, 84, 106, c.sea2, 2) +
    rect(246, 20, 4, 106, c.wal2) +
    move(56, 190, scale(2.2, floorLamp(c).body))
  );
}

/** One of five rooms. */
export function drawBackdrop(c: Palette, kind: Backdrop): string {
  return { shelf, window: atWindow, plain, kitchen, evening }[kind](c);
}
