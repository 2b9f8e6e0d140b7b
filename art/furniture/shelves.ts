import type { Palette } from '../palette.ts';
import { box, boxShadow, type Piece, piece } from '../piece.ts';
import { disc, rect } from '../svg.ts';
import { bookRow } from './small.ts';

const ROWS = 3;

function compartment(
  c: Palette,
  x: number,
  y: number,
  width: number,
  height: number,
  vaseOrSeed: 'vase' | number,
): string {
  const back = rect(x, y, width, height, c.wal3, 0.6);
  if (vaseOrSeed !== 'vase') return back + bookRow(c, x + 1, y + 1, width - 2, height - 1, vaseOrSeed);
  const middle = x + width * 0.42;
  return back + disc(middle, y + height - 3.4, 3.4, c.cream) + rect(middle - 1, y + 2.4, 2, 4, c.leaf);
}

/** A tall bookshelf of three rows. Origin: the top left of its footprint. */
export function bookshelf(c: Palette, width: number, seed: number): Piece {
  const depth = 12;
  const height = 50;
  const rowHeight = (height - 5) / ROWS;
  const columns = Math.max(1, Math.round(width / 32));
  const columnWidth = (width - 3) / columns;
  let body = box(0, 0, width, depth, height, c.wal, c.wal2, 1.5);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < columns; column++) {
      const x = 2.6 + column * columnWidth;
      const y = depth - height + 3 + row * rowHeight;
      const content = (row + column + seed) % 5 === 3 ? 'vase' : seed * 91 + row * 17 + column * 5 + 3;
      body += compartment(c, x, y, columnWidth - 2, rowHeight - 2.6, content);
    }
  }
  return piece({
    name: 'bookshelf',
    sortY: depth,
    body,
    shadow: boxShadow(0, 0, width, depth, height, 1),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

/** A shelf as high as a knee. Origin: the top left of its footprint. */
export function lowShelf(c: Palette, width: number, seed: number): Piece {
  const depth = 14;
  const height = 20;
  const front = depth - height;
  return piece({
    name: 'low shelf',
    sortY: depth,
    body:
      box(0, 0, width, depth, height, c.oak, c.oak2, 2) +
      rect(2.5, front + 4, width - 5, height - 7, c.oak3, 1) +
      bookRow(c, 4, front + 5, width - 8, height - 8, seed * 13 + 5),
    shadow: boxShadow(0, 0, width, depth, height, 2),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}
