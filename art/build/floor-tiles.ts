import { createHash } from 'node:crypto';
import type { MapDesign } from '../maps/design.ts';
import type { Palette } from '../palette.ts';
import { TILE } from '../piece.ts';
import { svgFile } from '../svg.ts';
import { type Picture, rasterize } from './raster.ts';

/** Each tile is surrounded by a copy of its edge, or neighbours would shine through at odd zooms. */
export const FLOOR_MARGIN = 1;
export const FLOOR_SPACING = 2;
export const FLOOR_COLUMNS = 30;

/** The ground as tiles: which one lies where, and a picture of the different ones. */
export interface FloorTiles {
  /** One index into the tile set per tile of the map, row by row. */
  readonly indexes: readonly number[];
  /** For each different tile, the place on the map it was first seen, counted row by row. */
  readonly firstPlaces: readonly number[];
}

/** Draws the ground of the whole map, `zoom` pixels to a unit. */
export function drawGround({ size, draw }: MapDesign, c: Palette, zoom: number): Picture {
  const view = { x: 0, y: 0, width: size.width * TILE, height: size.height * TILE };
  return rasterize(svgFile(view, draw(c).ground), zoom);
}

function hashTile(ground: Picture, place: number, side: number): string {
  const hash = createHash('sha256');
  const columns = ground.width / side;
  const left = (place % columns) * side;
  const top = Math.floor(place / columns) * side;
  for (let row = 0; row < side; row++) {
    const start = ((top + row) * ground.width + left) * 4;
    hash.update(ground.pixels.subarray(start, start + side * 4));
  }
  return hash.digest('hex');
}

/** Cuts the ground: two tiles are the same if they are equal in every picture. */
export function cutFloor(
  size: MapDesign['size'],
  grounds: readonly { picture: Picture; zoom: number }[],
): FloorTiles {
  const seen = new Map<string, number>();
  const firstPlaces: number[] = [];
  const indexes = Array.from({ length: size.width * size.height }, (_, place) => {
    const key = grounds.map(({ picture, zoom }) => hashTile(picture, place, TILE * zoom)).join();
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, firstPlaces.length);
    firstPlaces.push(place);
    return firstPlaces.length - 1;
  });
  return { indexes, firstPlaces };
}

/** Size of the tile set's picture in units. */
export function floorSheetSize({ firstPlaces }: FloorTiles): { width: number; height: number } {
  const rows = Math.ceil(firstPlaces.length / FLOOR_COLUMNS);
  const side = (count: number) => 2 * FLOOR_MARGIN + count * TILE + (count - 1) * FLOOR_SPACING;
  return { width: side(FLOOR_COLUMNS), height: side(rows) };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}

/** The tile set's picture: the different tiles, each with its edge repeated around it. */
export function drawFloorSheet(tiles: FloorTiles, ground: Picture, zoom: number): Picture {
  const size = floorSheetSize(tiles);
  const width = size.width * zoom;
  const height = size.height * zoom;
  const source = new Uint32Array(
    ground.pixels.buffer,
    ground.pixels.byteOffset,
    ground.width * ground.height,
  );
  const target = new Uint32Array(width * height);
  const side = TILE * zoom;
  const columns = ground.width / side;
  const edge = FLOOR_MARGIN * zoom;
  const pitch = (TILE + FLOOR_SPACING) * zoom;
  tiles.firstPlaces.forEach((place, index) => {
    const fromX = (place % columns) * side;
    const fromY = Math.floor(place / columns) * side;
    const toX = edge + (index % FLOOR_COLUMNS) * pitch;
    const toY = edge + Math.floor(index / FLOOR_COLUMNS) * pitch;
    for (let y = -edge; y < side + edge; y++) {
      for (let x = -edge; x < side + edge; x++) {
        const from = (fromY + clamp(y, side - 1)) * ground.width + fromX + clamp(x, side - 1);
        target[(toY + y) * width + toX + x] = source[from] ?? 0;
      }
    }
  });
  return { width, height, pixels: new Uint8Array(target.buffer) };
}
