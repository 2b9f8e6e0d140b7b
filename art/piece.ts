import { rect, round } from './svg.ts';

/** Units of the drawing to a tile. */
export const TILE = 32;

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `wall` stops people and voices, `block` only people. */
export type Barrier = 'wall' | 'block';

/** One thing on the map, drawn around its own origin. Lengths in units. */
export interface Piece {
  readonly name: string;
  /** The line it stands on: what stands further south is drawn over it. */
  readonly sortY: number;
  readonly body: string;
  /** Its cast shadow, without colour: all shadows share one layer and one ink. */
  readonly shadow: string;
  /** What it throws on the floor, such as the light of a window. */
  readonly flat: string;
  /** The ground it takes up, if it is in anybody's way. */
  readonly footprint?: Rect;
  readonly barrier: Barrier;
  /** Tall enough to hide a person. */
  readonly fades: boolean;
}

type PieceParts = Pick<Piece, 'name' | 'sortY' | 'body'> & Partial<Piece>;

/** A piece; whatever is not said has no shadow, no floor art and no footprint. */
export function piece(parts: PieceParts): Piece {
  return { shadow: '', flat: '', barrier: 'block', fades: false, ...parts };
}

/** A piece with its origin at a point of the map. */
export interface Placed {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

/** Whole units keep edges sharp at one pixel a unit. */
export function place(thing: Piece, x: number, y: number): Placed {
  return { piece: thing, x: Math.round(x), y: Math.round(y) };
}

/** The light comes from the top left: a unit of height throws the shadow this far. */
const SHADOW_RIGHT = 0.5;
const SHADOW_DOWN = 0.28;

/** The shadow of a box that stands on a rectangle, corners rounded by `radius`. */
export function boxShadow(
  x: number,
  y: number,
  width: number,
  depth: number,
  height: number,
  radius = 3,
): string {
  const left = round(x + radius);
  const top = round(y + radius);
  const right = x + width - radius;
  const bottom = y + depth - radius;
  const dx = height * SHADOW_RIGHT;
  const dy = height * SHADOW_DOWN;
  const outline = `M${left} ${top}H${round(right)}L${round(right + dx)} ${round(top + dy)}V${round(bottom + dy)}H${round(left + dx)}L${left} ${round(bottom)}Z`;
  return `<path d="${outline}" stroke-width="${round(2 * radius)}"/>`;
}

/** The shadow of an upright cylinder. */
export function discShadow(x: number, y: number, radius: number, height: number): string {
  const dx = height * SHADOW_RIGHT;
  const dy = height * SHADOW_DOWN;
  return `<path d="M${round(x)} ${round(y)}L${round(x + dx)} ${round(y + dy)}" stroke-width="${round(2 * radius)}"/>`;
}

/** A shadow that lies flat, such as that of a tree's crown. */
export function ovalShadow(x: number, y: number, rx: number, ry: number): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" stroke="none"/>`;
}

/** Where the top of something `height` tall throws its shadow, from its foot. */
export function shadowOffset(height: number): { x: number; y: number } {
  return { x: height * SHADOW_RIGHT, y: height * SHADOW_DOWN };
}

/** A group of shadows in their ink; put it under one opacity so that they never add up. */
export function inkShadows(shadows: string, ink: string): string {
  return `<g fill="${ink}" stroke="${ink}">${shadows}</g>`;
}

/** A solid: its top plane raised by `height`, and the front face below it. */
export function box(
  x: number,
  y: number,
  width: number,
  depth: number,
  height: number,
  top: string,
  face: string,
  radius = 3,
): string {
  return (
    rect(x, y - height, width, depth + height, face, radius) + rect(x, y - height, width, depth, top, radius)
  );
}
