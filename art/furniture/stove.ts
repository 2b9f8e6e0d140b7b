import type { Palette } from '../palette.ts';
import { box, boxShadow, type Piece, piece } from '../piece.ts';
import { line, oval, rect, shape } from '../svg.ts';

const STOVE = { width: 34, depth: 18, height: 28 };
/** The pipe reaches the top of the wall behind the stove. */
const PIPE_TOP = -52;

function fire(c: Palette, x: number, y: number): string {
  const night = c.theme === 'night';
  return (
    rect(x - 8, y - 1.6, 16, 2.6, c.wal2, 1.2) +
    shape(`M${x - 6} ${y - 1.4}q-1.4 -5 2 -8q.4 2.6 2 3q.2 -4 3 -6.4q-.2 4 2 5.6q1.6 2.6 .6 5.8z`, c.fruit) +
    shape(`M${x - 2.6} ${y - 1.4}q-1 -3 1.6 -5q.6 2 2 2.4q1 1.4 .4 2.6z`, night ? c.lamp : c.rose3)
  );
}

/** A wood stove with its pipe, for a place at the north wall. Origin: the top left of its footprint. */
export function woodStove(c: Palette): Piece {
  const { width, depth, height } = STOVE;
  const front = depth - height;
  const middle = width / 2;
  return piece({
    name: 'stove',
    sortY: depth,
    body:
      rect(middle - 3.4, PIPE_TOP, 6.8, -height - PIPE_TOP + 8, c.dark) +
      rect(middle - 3.4, PIPE_TOP, 2.2, -height - PIPE_TOP + 8, c.grey2, 0, { opacity: 0.5 }) +
      box(0, 0, width, depth, height, c.dark, c.dark2, 3) +
      oval(middle, depth / 2 - height, 5.4, 3, c.dark2) +
      rect(5, front + 5, width - 10, 15, c.screen, 2.4) +
      fire(c, middle, front + 18) +
      line(`M8 ${front + 8}l4 -2`, c.grey, 1, { opacity: 0.7 }) +
      rect(width - 4.4, front + 9, 1.6, 7, c.metal, 0.8) +
      rect(6, front + 23, width - 12, 1.4, c.grey2, 0.7),
    shadow: boxShadow(0, 0, width, depth, height),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

/** Split logs, stacked. Origin: the top left of its footprint. */
export function logPile(c: Palette, width: number): Piece {
  const depth = 12;
  const radius = 3.6;
  const perRow = Math.floor(width / (2 * radius));
  const logs = [0, 1, 2].flatMap((row) =>
    Array.from({ length: perRow - (row % 2) }, (_, index) => {
      const x = radius + index * 2 * radius + (row % 2) * radius;
      const y = depth - radius - row * 6.2;
      return oval(x, y, radius, radius, c.oak2) + oval(x, y, radius - 1.1, radius - 1.1, c.oak);
    }),
  );
  return piece({
    name: 'logs',
    sortY: depth,
    body: rect(0, -10, width, depth + 9, c.wal2, 3) + logs.join(''),
    shadow: boxShadow(0, 0, width, depth, 14, 2),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}
