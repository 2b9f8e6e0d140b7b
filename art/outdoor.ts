import type { Palette } from './palette.ts';
import { boxShadow, ovalShadow, type Piece, piece } from './piece.ts';
import { line, mirror, oval, pick, rect, round, scale, seededRandom, shape } from './svg.ts';

/** `leaf` is fresh green, `olive` greyer. */
export type Foliage = 'leaf' | 'olive';
type Blob = readonly [x: number, y: number, radius: number];

const CROWN_SHADE: readonly Blob[] = [
  [-15, 8, 15],
  [15, 9, 14],
  [0, -12, 18],
  [0, 12, 16],
  [-10, -4, 15],
  [12, -5, 15],
];
const CROWN_BASE: readonly Blob[] = [
  [-15, 3, 13],
  [8, 2, 14],
  [-3, -13, 16],
  [-4, 6, 13],
  [11, -9, 12],
];
const CROWN_LIGHT: readonly Blob[] = [
  [-13, -3, 8],
  [-5, -17, 10],
  [-2, -6, 8],
  [6, -10, 6],
];
const CROWN_Y = -54;

function foliage(c: Palette, kind: Foliage): { shade: string; base: string; light: string } {
  return kind === 'leaf'
    ? { shade: c.leaf2, base: c.leaf, light: c.leaf3 }
    : { shade: c.olive2, base: c.olive, light: c.olive3 };
}

function blobs(list: readonly Blob[], fill: string): string {
  return list.map(([x, y, radius]) => oval(x, CROWN_Y + y, radius, radius * 0.94, fill)).join('');
}

function treePiece(name: string, size: number, art: string, shadow: string): Piece {
  return piece({
    name,
    sortY: 2,
    body: scale(size, art),
    shadow,
    footprint: { x: -6 * size, y: -6, width: 12 * size, height: 8 },
    fades: true,
  });
}

function trunk(c: Palette): string {
  return shape('M-3.4 0q2 -12 1 -34h4.8q-1 22 1 34q-3.4 2.4 -6.8 0z', c.trunk);
}

/** A tree with a round crown. Origin: the foot of its trunk. */
export function roundTree(c: Palette, size: number, kind: Foliage = 'leaf'): Piece {
  const { shade, base, light } = foliage(c, kind);
  const art = trunk(c) + blobs(CROWN_SHADE, shade) + blobs(CROWN_BASE, base) + blobs(CROWN_LIGHT, light);
  return treePiece('tree', size, art, ovalShadow(19 * size, 5 * size, 27 * size, 13 * size));
}

/** A cypress. Origin: the foot of its trunk. */
export function cypress(c: Palette, size: number, kind: Foliage = 'leaf'): Piece {
  const { shade, base, light } = foliage(c, kind);
  const art =
    trunk(c) +
    oval(0, CROWN_Y - 2, 16, 31, shade) +
    oval(-2, CROWN_Y - 4, 13, 27, base) +
    oval(-5, CROWN_Y - 10, 6.5, 16, light);
  return treePiece('cypress', size, art, ovalShadow(13 * size, 5 * size, 20 * size, 9 * size));
}

/** A shrub. Origin: the middle of its foot. */
export function shrub(c: Palette, size: number, kind: Foliage = 'leaf'): Piece {
  const { shade, base, light } = foliage(c, kind);
  const art =
    oval(-9, -6, 9, 8, shade) +
    oval(9, -6, 9, 7.4, shade) +
    oval(0, -9, 11, 10, shade) +
    oval(-6, -9, 7, 6, base) +
    oval(3, -11, 7.6, 6.6, base) +
    oval(-4, -12, 4, 3.4, light);
  return piece({
    name: 'shrub',
    sortY: 0,
    body: scale(size, art),
    shadow: ovalShadow(8 * size, 0, 17 * size, 7 * size),
    footprint: { x: -14 * size, y: -10 * size, width: 28 * size, height: 10 * size },
  });
}

/** A clipped hedge. Origin: the top left of its footprint. */
export function hedge(c: Palette, width: number): Piece {
  const depth = 14;
  const height = 16;
  let tufts = '';
  for (let index = 0; 9 + index * 15 < width - 6; index++) {
    tufts += oval(9 + index * 15, 5 - height + (index % 2) * 3, 5, 3.4, c.leaf3);
  }
  return piece({
    name: 'hedge',
    sortY: depth,
    body:
      rect(0, -height, width, depth + height, c.leaf2, 8) +
      rect(0, -height, width, depth + 3, c.leaf, 8) +
      tufts,
    shadow: boxShadow(0, 0, width, depth, height, 6),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

/** Wild flowers; one can walk over them. Origin: the top left of the bed. */
export function flowers(c: Palette, width: number, seed = 2): Piece {
  const random = seededRandom(seed * 31 + 7);
  const petals = [c.rose, c.white, c.clay3, c.rose3] as const;
  const heads = new Map<string, string>();
  let stems = '';
  let hearts = '';
  for (let count = 0; count < width / 4; count++) {
    const x = round(random() * width);
    const y = round(random() * 8);
    const colour = pick(petals, random());
    stems += `M${x} ${round(y + 4)}v-5`;
    // A line without length and with round ends is a dot.
    heads.set(colour, `${heads.get(colour) ?? ''}M${x} ${round(y - 2)}h0`);
    hearts += `M${x} ${round(y - 2)}h0`;
  }
  const body =
    line(stems, c.leaf, 1.1) +
    [...heads].map(([colour, dots]) => line(dots, colour, 4.1)).join('') +
    line(hearts, c.cream2, 1.4);
  return piece({ name: 'flowers', sortY: 8, body });
}

function parasolSegments(c: Palette, radius: number, y: number): string {
  const count = 10;
  const tall = radius * 0.62;
  const edge = (index: number) => {
    const angle = (index / count) * 2 * Math.PI;
    return `${round(radius * Math.cos(angle))} ${round(y + tall * Math.sin(angle))}`;
  };
  return Array.from({ length: count }, (_, index) =>
    shape(
      `M0 ${y - 9}L${edge(index)}A${radius} ${round(tall)} 0 0 1 ${edge(index + 1)}Z`,
      index % 2 === 0 ? c.cream : c.clay,
    ),
  ).join('');
}

/** A striped parasol. Origin: the foot of its pole. */
export function parasol(c: Palette): Piece {
  const radius = 34;
  const tall = round(radius * 0.62);
  const y = -46;
  const rim = `M${-radius} ${y}A${radius} ${tall} 0 0 0 ${radius} ${y}v4A${radius} ${tall} 0 0 1 ${-radius} ${y + 4}z`;
  return piece({
    name: 'parasol',
    sortY: 12,
    body:
      rect(-1.3, y, 2.6, 48, c.white2, 1) +
      oval(0, 1, 6, 3, c.grey2) +
      parasolSegments(c, radius, y) +
      shape(rim, c.clay2, { opacity: 0.55 }) +
      oval(0, y - 10, 1.8, 1.8, c.white),
    shadow: ovalShadow(26, 14, radius, radius * 0.72),
    footprint: { x: -5, y: -3, width: 10, height: 6 },
    fades: true,
  });
}

/** A garden bench. Origin: the top left of its footprint. */
export function gardenBench(c: Palette, width: number): Piece {
  const legs = rect(4, -4, 3, 17, c.dark, 1) + rect(width - 7, -4, 3, 17, c.dark, 1);
  const back =
    rect(0, -18, width, 5, c.oak2, 2) +
    rect(0, -19, width, 4.4, c.oak, 2) +
    rect(0, -11.6, width, 4.4, c.oak, 2);
  const seat = [-6.4, -1.6, 3.2].map((y) => rect(0, y, width, 4.2, c.oak, 1.6)).join('');
  return piece({
    name: 'bench',
    sortY: 14,
    body: legs + back + rect(0, -5, width, 15, c.oak2, 2) + seat,
    shadow: boxShadow(0, 0, width, 12, 9, 2),
    footprint: { x: 0, y: -4, width, height: 16 },
  });
}

/** A deck chair. Origin: the middle of its foot. */
export function deckChair(c: Palette, flipped = false): Piece {
  const art =
    line('M-14 2L12 -12M-10 -6L14 3', c.oak2, 2.2) +
    shape('M-16 -20L12 -4L12 2L-16 -13z', c.sea3) +
    shape('M-16 -17.6L12 -1.7L12 .3L-16 -15.6z', c.cream) +
    line('M-16 -20v7', c.oak, 2.2);
  return piece({
    name: 'deck chair',
    sortY: 4,
    body: flipped ? mirror(art) : art,
    shadow: ovalShadow(7, 2, 17, 6),
    footprint: { x: -13, y: -8, width: 26, height: 10 },
  });
}
