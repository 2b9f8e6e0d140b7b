import type { Palette } from '../palette.ts';
import { box, boxShadow, type Piece, piece } from '../piece.ts';
import { circleLine, line, oval, rect } from '../svg.ts';
import { fruitBowl, mug } from './small.ts';

const WORKTOP_HEIGHT = 22;

function tap(c: Palette, x: number, y: number, width: number): string {
  return line(`M${x} ${y}v-7q0 -3 3 -3t3 3`, c.grey2, width);
}

function boardWithBread(c: Palette, x: number, y: number): string {
  return rect(x, y, 17, 12, c.oak, 2) + rect(x + 3, y + 2.5, 9, 5, c.rose3, 2);
}

function slats(c: Palette, width: number, depth: number): string {
  let lines = '';
  for (let x = 5; x < width - 3; x += 5) lines += `M${x} ${depth - WORKTOP_HEIGHT + 4}v${WORKTOP_HEIGHT - 7}`;
  return line(lines, c.sage, 1.2, { opacity: 0.7 });
}

/** A kitchen island with a sink. Origin: the top left of its footprint. */
export function island(c: Palette, width: number): Piece {
  const depth = 32;
  const top = -WORKTOP_HEIGHT;
  return piece({
    name: 'kitchen island',
    sortY: depth,
    body:
      rect(2, top + 6, width - 4, depth + WORKTOP_HEIGHT - 6, c.sage2, 3) +
      slats(c, width, depth) +
      rect(2, depth - 3, width - 4, 3, c.dark, 1, { opacity: 0.35 }) +
      rect(-2, top + 3, width + 4, depth + 1, c.white3, 4) +
      rect(-2, top, width + 4, depth, c.white, 4) +
      rect(12, top + 7, 26, 16, c.metal2, 3) +
      rect(14, top + 9, 22, 12.5, c.metal, 2) +
      tap(c, 25, top + 6, 1.8) +
      fruitBowl(c, width * 0.52, top + 15) +
      mug(c, width - 42, top + 20, c.clay) +
      mug(c, width - 34, top + 22, c.white2) +
      boardWithBread(c, width - 27, top + 8),
    shadow: boxShadow(0, 0, width, depth, WORKTOP_HEIGHT),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

function sink(c: Palette, x: number, y: number): string {
  return (
    rect(x, y + 4, 24, 11, c.metal2, 3) +
    rect(x + 1.6, y + 5.6, 20.8, 8, c.metal, 2) +
    tap(c, x + 12, y + 5, 1.6)
  );
}

function hob(c: Palette, x: number, y: number): string {
  return (
    rect(x, y + 3, 26, 13, c.dark, 2) +
    circleLine(x + 7.5, y + 9.5, 4, c.grey2, 1) +
    circleLine(x + 18.5, y + 9.5, 4, c.grey2, 1) +
    oval(x + 7.5, y + 6.6, 5.4, 4, c.clay2) +
    oval(x + 7.5, y + 4.8, 5.4, 4, c.clay) +
    oval(x + 7.5, y + 4.2, 1.2, 1, c.cream)
  );
}

function coffeeMachine(c: Palette, x: number, y: number): string {
  return (
    rect(x, y - 13, 20, 22, c.dark, 3) +
    rect(x, y - 13, 20, 7, c.dark2, 3) +
    rect(x + 3, y - 4, 14, 9, c.grey2, 1) +
    mug(c, x + 10, y + 3, c.white) +
    oval(x + 15, y - 9.5, 1.3, 1.3, c.fruit)
  );
}

function choppingBoard(c: Palette, x: number, y: number): string {
  return (
    rect(x, y + 4, 20, 11, c.oak, 2) +
    oval(x + 7, y + 9, 3.2, 2.8, c.fruit) +
    oval(x + 13, y + 10, 2.6, 2.4, c.leaf3)
  );
}

/** A worktop against a wall: board, sink, hob, coffee. Origin: the top left of its footprint. */
export function counter(c: Palette, width: number): Piece {
  const depth = 19;
  const top = -WORKTOP_HEIGHT;
  const front = depth - WORKTOP_HEIGHT;
  const parts = [choppingBoard, sink, hob, coffeeMachine];
  const things = parts.map((draw, index) => draw(c, 6 + (index * (width - 8)) / parts.length, top)).join('');
  let doors = '';
  let handles = '';
  for (let x = 0; x < width - 6; x += 32) {
    doors += x > 0 ? `M${x} ${front + 4}v${WORKTOP_HEIGHT - 7}` : '';
    handles += rect(x + 12, front + 6, 8, 1.5, c.white2, 0.7);
  }
  return piece({
    name: 'kitchen counter',
    sortY: depth,
    body:
      box(0, 0, width, depth, WORKTOP_HEIGHT, c.white, c.sage, 2) +
      rect(0, top + depth, width, 2.2, c.white3) +
      rect(0, depth - 2.6, width, 2.6, c.dark, 0, { opacity: 0.3 }) +
      line(doors, c.sage2) +
      handles +
      things,
    shadow: boxShadow(0, 0, width, depth, WORKTOP_HEIGHT, 2),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

/** A fridge with two notes on it. Origin: the top left of its footprint. */
export function fridge(c: Palette): Piece {
  const [width, depth, height] = [30, 20, 50];
  return piece({
    name: 'fridge',
    sortY: depth,
    body:
      box(0, 0, width, depth, height, c.sea3, c.sea, 4) +
      rect(0, depth - 29, width, 1.3, c.sea2) +
      rect(4, depth - 45, 1.8, 11, c.metal, 1) +
      rect(4, depth - 25, 1.8, 13, c.metal, 1) +
      rect(13, depth - 44, 6, 5, c.cream, 0.6) +
      rect(20, depth - 42, 5, 6, c.rose, 0.6),
    shadow: boxShadow(0, 0, width, depth, height, 2),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}
