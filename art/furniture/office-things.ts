import type { Palette } from '../palette.ts';
import { box, boxShadow, discShadow, type Piece, piece } from '../piece.ts';
import { clip, disc, line, oval, rect, shape } from '../svg.ts';

const BOOTH = { width: 42, depth: 36, height: 52 };

function boothInside(c: Palette): string {
  const { width, depth, height } = BOOTH;
  const top = depth - height + 6;
  const night = c.theme === 'night';
  const inner = [5, top, width - 10, height - 9] as const;
  const furniture =
    rect(5, top, width - 10, 3, c.lamp) +
    rect(7, depth - 16, width - 14, 14, c.wal2, 3) +
    rect(9, depth - 14, width - 18, 4, c.oak, 1.5);
  return (
    rect(...inner, night ? c.cream2 : c.dark, 3, { opacity: night ? 0.9 : 1 }) +
    rect(...inner, c.clay2, 3, { opacity: 0.45 }) +
    clip(...inner, furniture) +
    rect(...inner, c.glass, 3, { opacity: 0.22 }) +
    shape(`M${width * 0.52} ${top}h7l-16 ${height - 9}h-7z`, c.sky2, { opacity: 0.2 })
  );
}

/** A phone booth with a bench inside. Origin: the top left of its footprint. */
export function phoneBooth(c: Palette): Piece {
  const { width, depth, height } = BOOTH;
  return piece({
    name: 'phone booth',
    sortY: depth,
    body:
      rect(0, -height, width, depth + height, c.sea2, 5) +
      rect(0, -height, width, depth, c.sea, 5) +
      rect(4, 4 - height, width - 8, depth - 8, c.sea3, 3, { opacity: 0.55 }) +
      boothInside(c) +
      rect(width - 9.6, depth - 26, 1.8, 9, c.white, 1),
    shadow: boxShadow(0, 0, width, depth, height, 4),
    footprint: { x: 0, y: 0, width, height: depth },
    fades: true,
  });
}

/** A printer. Origin: the top left of its footprint. */
export function printer(c: Palette): Piece {
  return piece({
    name: 'printer',
    sortY: 18,
    body:
      box(0, 0, 32, 18, 20, c.white, c.white2) +
      rect(4, 6, 24, 3, c.dark, 1) +
      rect(6, 8, 20, 4, c.white, 0.6) +
      rect(5, -16, 12, 7, c.grey, 1) +
      disc(24, -13, 1.6, c.leaf3),
    shadow: boxShadow(0, 0, 32, 18, 20),
    footprint: { x: 0, y: 0, width: 32, height: 18 },
  });
}

/** A standing lamp, lit at night. Origin: the middle of its foot. */
export function floorLamp(c: Palette): Piece {
  const night = c.theme === 'night';
  return piece({
    name: 'floor lamp',
    sortY: 3,
    body:
      oval(0, 0, 7, 3.6, c.dark) +
      rect(-0.9, -44, 1.8, 44, c.dark) +
      shape('M-10 -42l4 -15h12l4 15q-10 4 -20 0z', night ? c.lamp : c.cream) +
      oval(0, -57, 6, 1.8, night ? c.cream : c.white),
    shadow:
      discShadow(3, 0, 4, 2) +
      '<path d="M0 0l22 12" stroke-width="2"/><path d="M22 12l6 3" stroke-width="14"/>',
    footprint: { x: -6, y: -4, width: 12, height: 7 },
  });
}

/** The office cat, asleep. Origin: its middle on the floor. */
export function cat(c: Palette): Piece {
  return piece({
    name: 'cat',
    sortY: 4,
    body:
      oval(0, -2, 10, 6.4, c.clay3) +
      oval(-7, -4, 5, 4.4, c.clay3) +
      shape('M-11 -6l1 -4.4l3 2.4zM-6 -8l2.6 -2.6l.8 4z', c.clay3) +
      line('M8 0q-4 6 -13 2.4', c.clay, 3) +
      line('M1 -7.6q1 2 0 3.6M4 -7q1 2 0 3.4', c.clay, 1.1) +
      line('M-9.4 -4q1 .9 2 0M-6 -4q1 .9 2 0', c.wal3, 0.8),
    shadow: discShadow(1, 0, 7, 4),
    footprint: { x: -9, y: -5, width: 18, height: 8 },
  });
}
