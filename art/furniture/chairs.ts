import type { Palette } from '../palette.ts';
import { discShadow, type Piece, piece } from '../piece.ts';
import { line, oval, rect } from '../svg.ts';

export type Facing = 'up' | 'down' | 'left' | 'right';

interface ChairColours {
  readonly wood: string;
  readonly wood2: string;
  readonly seat: string;
  readonly seat2: string;
}

/** Light oak with a cream seat. */
export function oakChair(c: Palette): ChairColours {
  return { wood: c.oak, wood2: c.oak2, seat: c.cream, seat2: c.cream2 };
}

function chairBack(facing: Facing, { wood, wood2 }: ChairColours): string {
  switch (facing) {
    case 'down':
      return rect(-8, -28, 16, 14, wood2, 4) + rect(-8, -28.6, 16, 10, wood, 4);
    case 'up':
      return rect(-8, -24, 16, 14, wood2, 4) + rect(-8, -25, 16, 12, wood, 4);
    case 'left':
      return rect(5, -27, 4.5, 18, wood, 2.2);
    case 'right':
      return rect(-9.5, -27, 4.5, 18, wood, 2.2);
  }
}

/** A wooden chair; `facing` is where its sitter looks. Origin: the middle of its foot. */
export function chair(facing: Facing, colours: ChairColours): Piece {
  const legs = rect(-7, -8, 2.2, 9, colours.wood2, 1) + rect(4.8, -8, 2.2, 9, colours.wood2, 1);
  const seat = rect(-8.5, -15, 17, 12, colours.seat2, 4) + rect(-8.5, -16.5, 17, 11, colours.seat, 4);
  const back = chairBack(facing, colours);
  return piece({
    name: 'chair',
    sortY: 2,
    body: legs + (facing === 'down' ? back + seat : seat + back),
    shadow: discShadow(2, -3, 7, 9),
    footprint: { x: -8, y: -10, width: 16, height: 11 },
  });
}

/** A bar stool. Origin: the middle of its foot. */
export function stool(c: Palette): Piece {
  return piece({
    name: 'stool',
    sortY: 3,
    body:
      line('M-4 -12l-2 13M4 -12l2 13M-5 -4h10', c.dark, 1.6) +
      oval(0, -12, 7.6, 5.4, c.oak2) +
      oval(0, -14, 7.6, 5.4, c.oak),
    shadow: discShadow(2, -2, 5.5, 12),
    footprint: { x: -6, y: -6, width: 12, height: 8 },
  });
}

/** A round footstool. Origin: its middle on the floor. */
export function pouf(colour: string, side: string): Piece {
  return piece({
    name: 'pouf',
    sortY: 9,
    body:
      rect(-11, -12, 22, 21, side, 10) + oval(0, -7, 11, 8.5, colour) + line('M-7 -9q7 4 14 0', side, 0.9),
    shadow: discShadow(1, 1, 9, 9),
    footprint: { x: -9, y: -6, width: 18, height: 14 },
  });
}
