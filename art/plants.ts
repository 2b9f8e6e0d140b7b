import type { Palette } from './palette.ts';
import { box, boxShadow, discShadow, ovalShadow, type Piece, piece, shadowOffset } from './piece.ts';
import { line, oval, rect, round, shape } from './svg.ts';

/** One pointed leaf around (`x`, `y`), `radius` long, turned by `degrees`. */
export function leaf(x: number, y: number, radius: number, degrees: number, fill: string): string {
  const at = (share: number) => round(radius * share);
  const d = `M0 ${at(1)}C${at(-0.9)} ${at(0.3)} ${at(-0.7)} ${at(-0.8)} 0 ${at(-1.15)}C${at(0.7)} ${at(-0.8)} ${at(0.9)} ${at(0.3)} 0 ${at(1)}z`;
  return shape(d, fill, { transform: `translate(${round(x)} ${round(y)}) rotate(${degrees})` });
}

/** Seven leaves that grow from (`x`, `y`). */
export function leafTuft(c: Palette, x: number, y: number, size: number): string {
  const leaves = [
    { dx: -8, dy: -5, turn: -62, fill: c.leaf2 },
    { dx: 8, dy: -5, turn: 62, fill: c.leaf2 },
    { dx: -6, dy: -10, turn: -34, fill: c.leaf },
    { dx: 6, dy: -10, turn: 34, fill: c.leaf2 },
    { dx: 0, dy: -8, turn: 0, fill: c.leaf },
    { dx: -3, dy: -14, turn: -14, fill: c.leaf3 },
    { dx: 3.6, dy: -13, turn: 16, fill: c.leaf },
  ];
  return leaves.map((l) => leaf(x + l.dx * size, y + l.dy * size, 5.6 * size, l.turn, l.fill)).join('');
}

export type PlantKind = 'bush' | 'fig' | 'snake' | 'palm';

const POT_HEIGHT = 13;
const POT_HALF = 9;
/** How far above the pot each kind reaches. */
const CROWN_HEIGHT: Record<PlantKind, number> = { bush: 22, fig: 42, snake: 24, palm: 28 };

function fig(c: Palette): string {
  const leaves = [
    { dx: -8, dy: -16, radius: 8, turn: -28, fill: c.leaf2 },
    { dx: 8, dy: -17, radius: 8, turn: 28, fill: c.leaf2 },
    { dx: -10, dy: -26, radius: 8.5, turn: -40, fill: c.leaf },
    { dx: 10, dy: -27, radius: 8.5, turn: 38, fill: c.leaf2 },
    { dx: 0, dy: -22, radius: 8.5, turn: 0, fill: c.leaf },
    { dx: -5, dy: -35, radius: 8.5, turn: -18, fill: c.leaf3 },
    { dx: 6, dy: -36, radius: 8, turn: 20, fill: c.leaf },
    { dx: 0, dy: -43, radius: 8, turn: 0, fill: c.leaf4 },
  ];
  const stem = line('M0 0v-15', c.trunk, 2.2);
  return stem + leaves.map((l) => leaf(l.dx, l.dy, l.radius, l.turn, l.fill)).join('');
}

function snakePlant(c: Palette): string {
  const blades = [
    { dx: -5, dy: -20, lean: -8, fill: c.leaf2 },
    { dx: 5, dy: -21, lean: 9, fill: c.leaf },
    { dx: -2, dy: -29, lean: -3, fill: c.leaf3 },
    { dx: 3, dy: -26, lean: 4, fill: c.leaf },
  ];
  return blades
    .map(({ dx, dy, lean, fill }) => {
      const tip = `${round(dx + lean * 0.3)} ${dy}`;
      const middle = dy * 0.5;
      return shape(
        `M${dx * 0.5 - 2} 0Q${round(dx - 3.4)} ${middle} ${tip}Q${round(dx + 3.8)} ${middle} ${dx * 0.5 + 2.6} 0z`,
        fill,
      );
    })
    .join('');
}

function palmFrond(c: Palette, index: number): string {
  const fromMiddle = index - 4;
  const droop = Math.abs(fromMiddle);
  const angle = ((-90 + fromMiddle * 25) * Math.PI) / 180;
  const length = 27 - droop * 1.4;
  const reach = Math.cos(angle) * length;
  const tip = `${round(reach)} ${round(-5 + Math.sin(angle) * length * 0.95 + droop * 2.1)}`;
  const upper = `${round(reach * 0.45 - 2)} ${round(-18 + droop * 1.5)}`;
  const lower = `${round(reach * 0.5 + 2)} ${round(-11 + droop * 1.8)}`;
  const fill = [c.leaf2, c.leaf, c.leaf3][index % 3] ?? c.leaf;
  return shape(`M0 0Q${upper} ${tip}Q${lower} 0 0z`, fill);
}

function palm(c: Palette): string {
  return Array.from({ length: 9 }, (_, index) => palmFrond(c, index)).join('');
}

function crown(c: Palette, kind: PlantKind): string {
  switch (kind) {
    case 'bush':
      return leafTuft(c, 0, 0, 1.25);
    case 'fig':
      return fig(c);
    case 'snake':
      return snakePlant(c);
    case 'palm':
      return palm(c);
  }
}

function pot(c: Palette, colour: 'clay' | 'white' | 'cream'): string {
  const rims = { clay: c.pot, white: c.white, cream: c.cream };
  const sides = { clay: c.pot2, white: c.white2, cream: c.cream2 };
  return (
    shape(`M${-POT_HALF} ${-POT_HEIGHT}h${2 * POT_HALF}l-2.4 ${POT_HEIGHT}q-6.6 3 -13.2 0z`, sides[colour]) +
    oval(0, -POT_HEIGHT, POT_HALF, 3.6, rims[colour]) +
    oval(0, -POT_HEIGHT, POT_HALF - 1.8, 2.5, c.wal3)
  );
}

/** A plant in a pot. Origin: the middle of the pot's foot. */
export function pottedPlant(
  c: Palette,
  kind: PlantKind,
  potColour: 'clay' | 'white' | 'cream' = 'clay',
): Piece {
  const shadowOfCrown = shadowOffset(POT_HEIGHT + CROWN_HEIGHT[kind] * 0.6);
  return piece({
    name: `plant, ${kind}`,
    sortY: 2,
    body: `${pot(c, potColour)}<g transform="translate(0 ${-POT_HEIGHT})">${crown(c, kind)}</g>`,
    shadow:
      discShadow(1, -2, POT_HALF * 0.85, POT_HEIGHT) +
      ovalShadow(shadowOfCrown.x + 3, shadowOfCrown.y - 3, 11, 8),
    footprint: { x: -8, y: -8, width: 16, height: 9 },
  });
}

/** A long box full of plants. Origin: the top left of its footprint. */
export function planter(c: Palette, width: number): Piece {
  const depth = 16;
  const height = 14;
  const count = Math.round(width / 11);
  const tufts = Array.from({ length: count }, (_, index) => {
    const x = 7 + (index * (width - 14)) / (count - 1);
    return leafTuft(c, x, 9 - height + (index % 2) * 3, 0.82 + (index % 3) * 0.1);
  });
  return piece({
    name: 'planter',
    sortY: depth,
    body:
      box(0, 0, width, depth, height, c.white, c.white2) +
      rect(2.5, 2.5 - height, width - 5, depth - 5, c.wal3, 2) +
      tufts.join(''),
    shadow: boxShadow(0, -1, width, depth, height + 6),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}
