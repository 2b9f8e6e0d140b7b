import type { Palette } from '../palette.ts';
import type { Placed, Rect } from '../piece.ts';
import type { SceneFigure } from '../scene.ts';
import { move } from '../svg.ts';
import type { TilePoint } from './tiles.ts';

/** A lamp's pool of light at night; `radius` in units. */
export interface Glow extends TilePoint {
  readonly radius: number;
}

/** A named part of the map. Parts with the same `enclosure` are open to each other. In tiles. */
export interface Room extends Rect {
  readonly name: string;
  readonly enclosure: string;
}

/** What a map looks like in one palette: the picture of its ground, and what stands on it. Lengths in units. */
export interface DrawnMap {
  readonly ground: string;
  readonly placed: readonly Placed[];
}

/** The picture of a map that is shown before one enters. */
export interface MapPicture {
  /** The part that is shown, in units. */
  readonly view: Rect;
  /** Who is there; in tiles. */
  readonly people: readonly SceneFigure[];
  /** People who stand together; `radius` of their bubble in units. */
  readonly groups: readonly {
    readonly ids: readonly [SceneFigure['id'], ...SceneFigure['id'][]];
    readonly radius: number;
  }[];
}

/** Everything about one map. Points and rectangles are in tiles unless they say otherwise. */
export interface MapDesign {
  /** Its key, which all its files begin with. */
  readonly id: string;
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Newcomers appear in this order of preference, three tiles apart so that nobody starts in a call. */
  readonly spawns: readonly TilePoint[];
  readonly resident: TilePoint;
  /** The first room that holds a place names it. */
  readonly rooms: readonly Room[];
  readonly glows: readonly Glow[];
  readonly picture: MapPicture;
  /** Places the same pieces in the same order whatever the palette. */
  readonly draw: (c: Palette) => DrawnMap;
}

/** What pieces throw on the floor, such as the light of windows. */
export function floorArt(placed: readonly Placed[]): string {
  return placed.map(({ piece, x, y }) => (piece.flat === '' ? '' : move(x, y, piece.flat))).join('');
}
