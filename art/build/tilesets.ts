import { TILE } from '../piece.ts';
import {
  FLOOR_COLUMNS,
  FLOOR_MARGIN,
  FLOOR_SPACING,
  type FloorTiles,
  floorSheetSize,
} from './floor-tiles.ts';
import type { PiecesAtlas } from './pieces-atlas.ts';
import type { TiledTileset } from './tiled-types.ts';

/** Tiles of the tile set `meta`: what is in somebody's way. */
export const META_TILES = ['wall', 'block'] as const;

/** The ground, cut into squares. */
export function floorTileset(mapId: string, firstgid: number, floor: FloorTiles): TiledTileset {
  const size = floorSheetSize(floor);
  return {
    firstgid,
    name: 'floor',
    tilewidth: TILE,
    tileheight: TILE,
    tilecount: Math.ceil(floor.firstPlaces.length / FLOOR_COLUMNS) * FLOOR_COLUMNS,
    columns: FLOOR_COLUMNS,
    margin: FLOOR_MARGIN,
    spacing: FLOOR_SPACING,
    image: `${mapId}-floor.png`,
    imagewidth: size.width,
    imageheight: size.height,
  };
}

/** Marks for the layer `collision`. */
export function metaTileset(firstgid: number): TiledTileset {
  return {
    firstgid,
    name: 'meta',
    tilewidth: TILE,
    tileheight: TILE,
    tilecount: META_TILES.length,
    columns: META_TILES.length,
    margin: 0,
    spacing: 0,
    image: 'meta.png',
    imagewidth: META_TILES.length * TILE,
    imageheight: TILE,
    tiles: META_TILES.map((type, id) => ({ id, type })),
  };
}

/** Things and shadows, each a part of one picture. */
export function piecesTileset(
  mapId: string,
  firstgid: number,
  { sprites, packing }: PiecesAtlas,
): TiledTileset {
  const tiles = sprites.map(({ bounds }, id) => ({
    id,
    image: `${mapId}-pieces.png`,
    imagewidth: packing.width,
    imageheight: packing.height,
    ...(packing.spots[id] ?? { x: 0, y: 0 }),
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
  }));
  return {
    firstgid,
    name: 'pieces',
    tilewidth: Math.max(...tiles.map(({ width }) => width)),
    tileheight: Math.max(...tiles.map(({ height }) => height)),
    tilecount: tiles.length,
    columns: 0,
    margin: 0,
    spacing: 0,
    tiles,
  };
}
