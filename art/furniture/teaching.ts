import type { Palette, Tones } from '../palette.ts';
import { box, boxShadow, discShadow, type Piece, piece } from '../piece.ts';
import { disc, line, rect } from '../svg.ts';
import { laptopFromBehind } from './small.ts';

/** Half a seat's width in units. */
const SEAT_HALF = 11.5;

/**
 * A padded seat, seen from behind. It is in nobody's way: whoever walks onto its tile is drawn behind its back and so
 * seems to sit. Origin: the middle of its foot.
 */
export function hallSeat(cloth: Tones, frame: string): Piece {
  const width = 2 * SEAT_HALF;
  const leg = (x: number) => rect(x, -7, 2.2, 8, frame, 1);
  return piece({
    name: 'seat',
    sortY: 1,
    body:
      leg(-8.5) +
      leg(6.3) +
      rect(-SEAT_HALF + 1, -14, width - 2, 9, cloth.shade, 4) +
      rect(-SEAT_HALF, -26, width, 18, cloth.shade, 6) +
      rect(-SEAT_HALF, -27.5, width, 16.5, cloth.base, 6) +
      rect(-SEAT_HALF + 3, -26, width - 6, 2.2, cloth.light, 1.1),
    shadow: discShadow(2, -2, 8, 10),
  });
}

/** A lectern with a laptop and a microphone; one speaks from its north side. Origin: the top left of its footprint. */
export function lectern(c: Palette): Piece {
  const [width, depth, height] = [34, 16, 26];
  const front = depth - height;
  return piece({
    name: 'lectern',
    sortY: depth,
    body:
      box(0, 0, width, depth, height, c.oak, c.oak2, 3) +
      rect(3, front + 4, width - 6, height - 8, c.oak3, 2, { opacity: 0.35 }) +
      disc(width / 2 - 3, front + 13, 4.4, c.sea3) +
      disc(width / 2 + 3, front + 13, 4.4, c.sea) +
      laptopFromBehind(c, 4, -height + 2) +
      line(`M${width - 5} ${-height + 8}q1 -9 -4 -13`, c.dark, 1.3) +
      disc(width - 9, -height - 5.4, 1.9, c.dark2),
    shadow: boxShadow(0, 0, width, depth, height),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}
