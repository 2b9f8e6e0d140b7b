import type { Grid } from '#lib/domain/grid.ts';
import { gridFromTiled } from '#lib/domain/tiled.ts';
import type { TiledMap } from '#lib/protocol/tiledMap.ts';
import { frameFinder, type ImageFrame } from './tilesets.ts';

/** A picture at its place on the map, in map pixels (32 a tile in the demo map) from the map's top left corner. */
export interface PlacedImage {
  readonly frame: ImageFrame;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something solid: who stands above its line is behind it. */
export interface Piece extends PlacedImage {
  /** The line it stands on, in map pixels from the top. */
  readonly sortY: number;
  /** Tall enough to hide somebody: fades while somebody is behind it. */
  readonly isFading: boolean;
}

/** A pool of lamp light at night. */
export interface Glow {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
}

/** A rectangle of floor. Rectangles of one enclosure have no wall between them. */
export interface Room {
  readonly enclosure: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the canvas needs of a map. */
export interface MapModel {
  readonly grid: Grid;
  readonly tilePx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly floor: readonly PlacedImage[];
  readonly shadows: readonly PlacedImage[];
  readonly pieces: readonly Piece[];
  readonly glows: readonly Glow[];
  readonly rooms: readonly Room[];
  /** Colour around the map by day and by night, as `#rrggbb`, when the map says. */
  readonly background: { readonly day: string | null; readonly night: string | null };
}

type Layer = TiledMap['layers'][number];
type TileLayer = Extract<Layer, { type: 'tilelayer' }>;
type MapObject = Extract<Layer, { type: 'objectgroup' }>['objects'][number];

/** Radius of a lamp's light when the map does not say, in map pixels. */
const defaultGlowPx = 72;

/** Reads a checked Tiled map. Objects whose picture is unknown are left out. */
export function readMap(map: TiledMap): MapModel {
  const frameOf = frameFinder(map.tilesets);
  const placed = (object: MapObject) => placeObject(object, frameOf);
  return {
    grid: gridFromTiled(map),
    tilePx: map.tilewidth,
    widthPx: map.width * map.tilewidth,
    heightPx: map.height * map.tileheight,
    floor: tileLayers(map, 'floor').flatMap((layer) => placeTiles(map, layer, frameOf)),
    shadows: objectsOf(map, 'shadows').flatMap(placed),
    pieces: objectsOf(map, 'pieces').flatMap((object) =>
      placed(object).map((image) => pieceOf(object, image)),
    ),
    glows: objectsOf(map, 'glow').map(glowOf),
    rooms: objectsOf(map, 'areas').map(roomOf),
    background: { day: colourOf(map.backgroundcolor), night: colourOf(nightColour(map)) },
  };
}

type FrameOf = ReturnType<typeof frameFinder>;

function tileLayers(map: TiledMap, name: string): readonly TileLayer[] {
  return map.layers.filter((layer): layer is TileLayer => layer.type === 'tilelayer' && layer.name === name);
}

function objectsOf(map: TiledMap, name: string): readonly MapObject[] {
  return map.layers.flatMap((layer) =>
    layer.type === 'objectgroup' && layer.name === name ? layer.objects : [],
  );
}

function placeTiles(map: TiledMap, layer: TileLayer, frameOf: FrameOf): readonly PlacedImage[] {
  return layer.data.flatMap((gid, index) => {
    const frame = frameOf(gid);
    if (frame === null) return [];
    const x = (index % layer.width) * map.tilewidth;
    const y = Math.floor(index / layer.width) * map.tileheight;
    return [{ frame, x, y, width: frame.width, height: frame.height }];
  });
}

/** Tiled places a tile object by its bottom left corner. */
function placeObject(object: MapObject, frameOf: FrameOf): readonly PlacedImage[] {
  const frame = object.gid === undefined ? null : frameOf(object.gid);
  if (frame === null || object.visible === false) return [];
  const width = object.width ?? frame.width;
  const height = object.height ?? frame.height;
  return [{ frame, x: object.x, y: object.y - height, width, height }];
}

function pieceOf(object: MapObject, image: PlacedImage): Piece {
  const sortY = propertyOf(object, 'sortY');
  return {
    ...image,
    sortY: typeof sortY === 'number' ? sortY : image.y + image.height,
    isFading: propertyOf(object, 'fades') === true,
  };
}

function glowOf(object: MapObject): Glow {
  const radiusPx = propertyOf(object, 'radiusPx');
  return { x: object.x, y: object.y, radiusPx: typeof radiusPx === 'number' ? radiusPx : defaultGlowPx };
}

function nightColour(map: TiledMap): unknown {
  return map.properties?.find((property) => property.name === 'backgroundColorNight')?.value;
}

function colourOf(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null;
}

/** A room that names no enclosure is one by itself. */
function roomOf(object: MapObject): Room {
  const enclosure = propertyOf(object, 'enclosure');
  return {
    enclosure: typeof enclosure === 'string' ? enclosure : `room ${object.id}`,
    x: object.x,
    y: object.y,
    width: object.width ?? 0,
    height: object.height ?? 0,
  };
}

function propertyOf(object: MapObject, name: string): string | number | boolean | undefined {
  return object.properties?.find((property) => property.name === name)?.value;
}
