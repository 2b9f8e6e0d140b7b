import type { Tones } from '../palette.ts';
import { box, boxShadow, type Piece, piece } from '../piece.ts';
import { rect, turned } from '../svg.ts';
import type { Facing } from './chairs.ts';

const SOFA_DEPTH = 34;
const BACK_HEIGHT = 25;
const ARM_HEIGHT = 17;
const ARM_WIDTH = 10;
const SHADOW_HEIGHT = 19;
/** A sofa wider than this has two cushions. */
const TWO_SEATS = 60;

function cushions(width: number): { x: number; width: number }[] {
  const count = width > TWO_SEATS ? 2 : 1;
  const each = (width - 18) / count;
  return Array.from({ length: count }, (_, index) => ({ x: 9 + index * each, width: each - 1 }));
}

function armrest(x: number, y: number, depth: number, cloth: Tones): string {
  return box(x, y, ARM_WIDTH, depth, ARM_HEIGHT, cloth.base, cloth.shade, 5);
}

function facingDown(width: number, cloth: Tones, pillow: string | null): string {
  const seats = cushions(width).map(
    (seat) =>
      rect(seat.x, -10, seat.width, 16, cloth.base, 4) + rect(seat.x, 0, seat.width, 24, cloth.light, 4),
  );
  return (
    box(0, 0, width, 11, BACK_HEIGHT, cloth.base, cloth.shade, 5) +
    rect(3, 4, width - 6, SOFA_DEPTH - 4, cloth.shade, 4) +
    seats.join('') +
    rect(9, 21, width - 18, 9, cloth.shade) +
    armrest(0, 4, SOFA_DEPTH - 4, cloth) +
    armrest(width - ARM_WIDTH, 4, SOFA_DEPTH - 4, cloth) +
    (pillow === null ? '' : rect(12, -7, 15, 14, pillow, 4, turned(-10, 19, 0)))
  );
}

function facingUp(width: number, cloth: Tones): string {
  const seats = cushions(width).map((seat) => rect(seat.x, -12, seat.width, 24, cloth.light, 4));
  return (
    seats.join('') +
    armrest(0, 0, SOFA_DEPTH - 2, cloth) +
    armrest(width - ARM_WIDTH, 0, SOFA_DEPTH - 2, cloth) +
    box(0, SOFA_DEPTH - 11, width, 11, 24, cloth.base, cloth.shade, 5)
  );
}

function facingRight(length: number, cloth: Tones, pillow: string | null): string {
  const count = length > TWO_SEATS ? 2 : 1;
  const each = (length - 20) / count;
  const seats = Array.from({ length: count }, (_, index) =>
    rect(9, -2 + index * each, SOFA_DEPTH - 10, each - 1, cloth.light, 4),
  );
  return (
    rect(2, 0, SOFA_DEPTH - 4, length, cloth.shade, 4) +
    box(0, 0, SOFA_DEPTH, ARM_WIDTH, ARM_HEIGHT, cloth.base, cloth.shade, 5) +
    seats.join('') +
    rect(9, length - 20, SOFA_DEPTH - 10, 10, cloth.shade) +
    box(0, length - ARM_WIDTH, SOFA_DEPTH, ARM_WIDTH, ARM_HEIGHT, cloth.base, cloth.shade, 5) +
    box(0, 0, 11, length - 1, BACK_HEIGHT, cloth.base, cloth.shade, 5) +
    (pillow === null ? '' : rect(11, 4, 13, 14, pillow, 4, turned(8, 17, 10)))
  );
}

function sofaBody(facing: Facing, width: number, cloth: Tones, pillow: string | null): string {
  switch (facing) {
    case 'down':
      return facingDown(width, cloth, pillow);
    case 'up':
      return facingUp(width, cloth);
    case 'right':
      return facingRight(width, cloth, pillow);
    case 'left':
      return `<g transform="translate(${SOFA_DEPTH} 0) scale(-1 1)">${facingRight(width, cloth, pillow)}</g>`;
  }
}

/** A sofa, `width` along its back. Origin: the top left of its footprint. */
export function sofa(facing: Facing, width: number, cloth: Tones, pillow: string | null = null): Piece {
  const sideways = facing === 'left' || facing === 'right';
  const across = sideways ? SOFA_DEPTH : width;
  const depth = sideways ? width : SOFA_DEPTH;
  return piece({
    name: width > TWO_SEATS ? 'sofa' : 'armchair',
    sortY: depth,
    body: sofaBody(facing, width, cloth, pillow),
    shadow: boxShadow(0, 0, across, depth, SHADOW_HEIGHT, 5),
    footprint: { x: 0, y: 0, width: across, height: depth },
  });
}

/** A sofa for one. Origin: the top left of its footprint. */
export function armchair(facing: Facing, cloth: Tones): Piece {
  return sofa(facing, facing === 'left' || facing === 'right' ? 42 : 44, cloth);
}
