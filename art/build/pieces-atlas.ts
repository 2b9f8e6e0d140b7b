import { Resvg } from '@resvg/resvg-js';
import type { MapDesign } from '../maps/design.ts';
import type { Palette } from '../palette.ts';
import { inkShadows, type Placed } from '../piece.ts';
import { move, svgFile } from '../svg.ts';
import { type Packing, packOnShelves } from './pack.ts';
import { type Bounds, rasterize, visibleBounds } from './raster.ts';

/** Width of the atlas in units: twice that still fits a texture of 4096 pixels. */
const ATLAS_WIDTH = 1536;
const GAP = 2;
/** Bounding boxes leave out how wide a line is; the widest shadow is drawn with one of 44 units. */
const LINE_MARGIN = 26;

/** One picture of the atlas, by day and by night. Bounds are around the piece's origin, in units. */
interface Sprite {
  readonly day: string;
  readonly night: string;
  readonly bounds: Bounds;
}

/** Where a piece stands and which sprites show it; `x` and `y` are its origin in units of the map. */
export interface PlacedSprite {
  readonly placed: Placed;
  readonly body: number;
  readonly shadow: number | null;
}

export interface PiecesAtlas {
  readonly sprites: readonly Sprite[];
  readonly packing: Packing;
  readonly placed: readonly PlacedSprite[];
}

function boundsOf(art: string): Bounds | null {
  const box = new Resvg(svgFile({ x: 0, y: 0, width: 1, height: 1 }, art)).getBBox();
  if (box === undefined) return null;
  const x = Math.floor(box.x) - LINE_MARGIN;
  const y = Math.floor(box.y) - LINE_MARGIN;
  const width = Math.ceil(box.width) + 2 * LINE_MARGIN + 1;
  const height = Math.ceil(box.height) + 2 * LINE_MARGIN + 1;
  const seen = visibleBounds(rasterize(svgFile({ x, y, width, height }, art)));
  if (seen === null) return null;
  return { left: x + seen.left, top: y + seen.top, right: x + seen.right, bottom: y + seen.bottom };
}

function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Collects sprites, each different one once. */
class SpriteSet {
  readonly sprites: Sprite[] = [];
  readonly #indexes = new Map<string, number>();

  add(day: string, night: string): number {
    const key = `${day}\n${night}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const [dayBounds, nightBounds] = [boundsOf(day), boundsOf(night)];
    if (dayBounds === null || nightBounds === null)
      throw new Error(`A piece shows nothing: ${day.slice(0, 80)}`);
    this.#indexes.set(key, this.sprites.length);
    return this.sprites.push({ day, night, bounds: union(dayBounds, nightBounds) }) - 1;
  }
}

/** Draws every different piece and shadow of the map once and lays them out in one picture. */
export function layOutPieces({ draw }: MapDesign, day: Palette, night: Palette): PiecesAtlas {
  const set = new SpriteSet();
  const byNight = draw(night).placed;
  const placed = draw(day).placed.map((one, index): PlacedSprite => {
    const dark = byNight[index]?.piece;
    if (dark === undefined) throw new Error('Day and night must place the same pieces');
    const body = set.add(one.piece.body, dark.body);
    const shadow =
      one.piece.shadow === ''
        ? null
        : set.add(inkShadows(one.piece.shadow, day.shadow), inkShadows(dark.shadow, night.shadow));
    return { placed: one, body, shadow };
  });
  const sizes = set.sprites.map(({ bounds }) => ({
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
  }));
  return { sprites: set.sprites, packing: packOnShelves(sizes, ATLAS_WIDTH, GAP), placed };
}

/** The atlas as an SVG file, one pixel to a unit. */
export function piecesAtlasSvg({ sprites, packing }: PiecesAtlas, theme: 'day' | 'night'): string {
  const art = sprites.map((sprite, index) => {
    const spot = packing.spots[index] ?? { x: 0, y: 0 };
    return move(spot.x - sprite.bounds.left, spot.y - sprite.bounds.top, sprite[theme]);
  });
  return svgFile({ x: 0, y: 0, width: packing.width, height: packing.height }, art.join(''));
}
