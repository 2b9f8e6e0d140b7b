import type { Piece } from './mapModel.ts';

/** An upright rectangle in map pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Feet stand this far below the top of their tile, as a share of the tile: a little before its middle. */
const feetShare = 0.7;

/** The point on the ground where somebody on a tile stands, in map pixels. Fractions of tiles are places between tiles. */
export function feetOf(
  place: { readonly x: number; readonly y: number },
  tilePx: number,
): { x: number; y: number } {
  return { x: (place.x + 0.5) * tilePx, y: (place.y + feetShare) * tilePx };
}

/** What of somebody must stay visible, in map pixels: head and chest. */
export function bodyBox(feet: { readonly x: number; readonly y: number }, tilePx: number): Box {
  const width = tilePx * 0.6;
  const height = tilePx * 1.5;
  return { x: feet.x - width / 2, y: feet.y - height, width, height: height * 0.85 };
}

/** Whether a tall piece hides somebody: it stands before them and its picture covers part of their body. */
export function isHiding(piece: Piece, feetY: number, body: Box): boolean {
  return piece.isFading && piece.sortY > feetY && overlapArea(piece, body) > body.width * body.height * 0.12;
}

/** Area that two boxes share, in square pixels. */
export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** The smallest box around points, with `room` on every side. */
export function boundsOf(points: readonly { readonly x: number; readonly y: number }[], room: number): Box {
  const left = Math.min(...points.map((point) => point.x)) - room;
  const top = Math.min(...points.map((point) => point.y)) - room;
  const right = Math.max(...points.map((point) => point.x)) + room;
  const bottom = Math.max(...points.map((point) => point.y)) + room;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
