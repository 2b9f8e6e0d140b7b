import type { Palette } from './palette.ts';
import { boxShadow, type Piece, piece } from './piece.ts';
import { clip, oval, rect, round, seededRandom, shape } from './svg.ts';

/** Height of a wall's face and thickness of its top, in units. */
export const WALL_HEIGHT = 42;
export const WALL_THICKNESS = 10;
const GLASS_HEIGHT = 36;
/** A wall lower than this has no skirting. */
const LOW_WALL = 20;

/** The colour of a wall's face and of its skirting. */
export interface Paint {
  readonly face: string;
  readonly skirting: string;
}

interface WallOptions {
  readonly paint?: Paint;
  readonly height?: number;
  /** An outer wall on the sunny side throws a short shadow outside. */
  readonly sunny?: boolean;
}

/** A wall from west to east. Origin: its west end, at the foot of the face. */
export function wallAcross(c: Palette, length: number, options: WallOptions = {}): Piece {
  const { paint = { face: c.wall, skirting: c.wall2 }, height = WALL_HEIGHT, sunny = false } = options;
  const tall = height > LOW_WALL;
  const trim =
    rect(0, -5, length, 5, paint.skirting) +
    rect(0, -height, length, 2.4, paint.skirting, 0, { opacity: 0.55 });
  return piece({
    name: 'wall',
    sortY: 0,
    body:
      rect(0, -height, length, height, paint.face) +
      rect(0, -height - WALL_THICKNESS, length, WALL_THICKNESS + 0.3, c.wallTop) +
      (tall ? trim : ''),
    shadow: boxShadow(0, -WALL_THICKNESS, length, WALL_THICKNESS, sunny ? 10 : Math.min(height, 26), 0.1),
    footprint: { x: 0, y: -WALL_THICKNESS, width: length, height: WALL_THICKNESS },
    barrier: 'wall',
  });
}

/** A wall from north to south. Origin: its north west corner on the ground. */
export function wallDown(c: Palette, length: number, options: WallOptions = {}): Piece {
  const { height = WALL_HEIGHT } = options;
  const skirting = height > LOW_WALL ? rect(0, length - 5, WALL_THICKNESS, 5, c.wall2) : '';
  return piece({
    name: 'wall',
    sortY: length,
    body:
      rect(0, -height, WALL_THICKNESS, length, c.wallTop) +
      rect(0, length - height, WALL_THICKNESS, height, c.wall) +
      skirting,
    shadow: boxShadow(0, 0, WALL_THICKNESS, length, Math.min(height, 24), 0.1),
    footprint: { x: 0, y: 0, width: WALL_THICKNESS, height: length },
    barrier: 'wall',
  });
}

function stars(c: Palette, width: number, height: number): string {
  const random = seededRandom(width * 7 + 3);
  return Array.from({ length: Math.floor(width / 7) }, () =>
    oval(3 + random() * (width - 6), 2 + random() * height * 0.6, 0.55, 0.55, c.glassEdge, { opacity: 0.8 }),
  ).join('');
}

function skyInPanes(c: Palette, width: number, height: number, panes: number): string {
  const pane = (width - 4) / panes;
  let glints = '';
  let bars = '';
  for (let index = 0; index < panes; index++) {
    const x = 2 + index * pane;
    const slant = `l${round(-pane * 0.34)} ${height - 4}h${round(-pane * 0.14)}v${round((4 - height) * 0.18)}z`;
    glints += shape(`M${round(x + pane * 0.22)} 2h${round(pane * 0.26)}${slant}`, c.sky2);
    bars += index > 0 ? rect(x - 0.9, 0, 1.8, height, c.frame) : '';
  }
  return rect(0, 0, width, height, c.sky) + (c.theme === 'day' ? glints : stars(c, width, height)) + bars;
}

function lightOnFloor(c: Palette, width: number, panes: number): string {
  if (c.theme === 'night') return '';
  const pane = (width - 4) / panes;
  const reach = 62;
  return Array.from({ length: panes }, (_, index) => {
    const across = round(pane - 2.6);
    const d = `M${round(4 + index * pane)} 1h${across}l${round(reach * 0.6)} ${reach}h${-across}z`;
    return shape(d, c.light, { opacity: 0.5 });
  }).join('');
}

/** A window in a wall. Origin: its west edge, at the foot of the wall. */
export function wallWindow(c: Palette, width: number, panes = 2): Piece {
  const top = 6 - WALL_HEIGHT;
  const height = WALL_HEIGHT - 17;
  const sky = clip(1, 0, width - 2, height, skyInPanes(c, width, height, panes));
  return piece({
    name: 'window',
    sortY: 0.1,
    body:
      rect(-1, top - 2, width + 2, height + 4, c.frame, 2) +
      `<g transform="translate(0 ${top})">${sky}</g>` +
      rect(-3, top + height + 1, width + 6, 3.4, c.wallTop, 1) +
      rect(-2, top + height + 4.4, width + 4, 1.6, c.wall2, 0, { opacity: 0.8 }),
    flat: lightOnFloor(c, width, panes),
  });
}

/**
 * A window in a wall that runs north to south, seen from above. Origin: its north end, on the wall's west side.
 * `toWallEnd` is how far south the wall goes on: the window lies on its top.
 */
export function sideWindow(c: Palette, length: number, toWallEnd: number): Piece {
  const light = `M${WALL_THICKNESS} 4L${WALL_THICKNESS + 62} 30V${length + 22}L${WALL_THICKNESS} ${length - 4}z`;
  return piece({
    name: 'side window',
    sortY: toWallEnd + 0.1,
    body: rect(3, -WALL_HEIGHT, WALL_THICKNESS - 6, length, c.sky, 2),
    flat: c.theme === 'day' ? shape(light, c.light, { opacity: 0.55 }) : '',
  });
}

function glassPanes(c: Palette, length: number): string {
  const panes = Math.max(1, Math.round(length / 40));
  const pane = length / panes;
  const day = c.theme === 'day';
  let art = rect(0, -GLASS_HEIGHT, length, GLASS_HEIGHT, c.glass, 0, { opacity: day ? 0.24 : 0.16 });
  for (let index = 0; index < panes; index++) {
    const top = `M${round((index + 0.5) * pane)} ${3 - GLASS_HEIGHT}h${round(pane * 0.2)}`;
    art += shape(`${top}L${round((index + 0.34) * pane)} -5h${round(-pane * 0.2)}z`, c.sky2, {
      opacity: day ? 0.38 : 0.12,
    });
  }
  for (let index = 0; index <= panes; index++) {
    art += rect(index * pane - 0.8, -GLASS_HEIGHT, 1.6, GLASS_HEIGHT, c.glassEdge, 0, { opacity: 0.95 });
  }
  return art;
}

function paleShadow(shadow: string): string {
  return `<g opacity=".45">${shadow}</g>`;
}

/** A glass wall from west to east. Origin: its west end, at its foot. */
export function glassAcross(c: Palette, length: number): Piece {
  const rail = length + 2;
  return piece({
    name: 'glass wall',
    sortY: 0,
    body:
      glassPanes(c, length) +
      rect(-1, -GLASS_HEIGHT - 4, rail, 4.5, c.wallTop, 1) +
      rect(-1, 0.2 - GLASS_HEIGHT, rail, 1.2, c.wall2) +
      rect(-1, -3, rail, 3, c.wall2, 1),
    shadow: paleShadow(boxShadow(0, -3, length, 3, 26, 0.1)),
    footprint: { x: 0, y: -3, width: length, height: 3 },
    barrier: 'wall',
  });
}

/** A glass wall from north to south. Origin: its north west corner on the ground. */
export function glassDown(c: Palette, length: number): Piece {
  return piece({
    name: 'glass wall',
    sortY: length,
    body:
      rect(0, -GLASS_HEIGHT, 4, length, c.wallTop, 1) +
      rect(1.2, 4 - GLASS_HEIGHT, 1.6, length - 8, c.glass, 0.8, { opacity: 0.9 }) +
      rect(0.6, length - GLASS_HEIGHT, 2.8, GLASS_HEIGHT, c.glassEdge),
    shadow: paleShadow(boxShadow(0, 0, 4, length, 26, 0.1)),
    footprint: { x: 0, y: 0, width: 4, height: length },
    barrier: 'wall',
  });
}

/** An open glass door, its leaf swung inwards: nobody is stopped. Origin: its west post, at the foot. */
export function glassDoor(c: Palette, width: number): Piece {
  const leaf = `M0 ${1 - GLASS_HEIGHT}l9 -17v${GLASS_HEIGHT - 2}l-9 17z`;
  return piece({
    name: 'glass door',
    sortY: -0.5,
    body:
      rect(0, -GLASS_HEIGHT - 4, width, 4.5, c.wallTop, 1) +
      rect(-1, -GLASS_HEIGHT, 2, GLASS_HEIGHT, c.glassEdge) +
      rect(width - 1, -GLASS_HEIGHT, 2, GLASS_HEIGHT, c.glassEdge) +
      shape(leaf, c.glass, { opacity: 0.5 }) +
      rect(6, -30, 1.4, 7, c.dark, 0.7),
    flat: rect(2, -1.5, width - 4, 3, c.wall2, 1, { opacity: 0.5 }),
  });
}
