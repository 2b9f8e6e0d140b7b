import { type Obstacle, obstacles, withoutPockets } from '../collision.ts';
import type { MapDesign } from '../maps/design.ts';
import { TILE } from '../piece.ts';
import type { FloorTiles } from './floor-tiles.ts';
import type { PiecesAtlas, PlacedSprite } from './pieces-atlas.ts';
import type {
  TiledMapFile,
  TiledObject,
  TiledObjectLayer,
  TiledProperty,
  TiledTileLayer,
} from './tiled-types.ts';
import { floorTileset, META_TILES, metaTileset, piecesTileset } from './tilesets.ts';

const WALKING_SPEED_TILES_PER_S = 6;
/** How dark all shadows together are by day. */
const SHADOW_OPACITY = 0.17;

type ObjectParts = Pick<TiledObject, 'x' | 'y'> & Partial<TiledObject>;

/** Gives ids in order, as Tiled does. */
function idSource(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function object(nextId: () => number, parts: ObjectParts): TiledObject {
  return { id: nextId(), name: '', type: '', width: 0, height: 0, rotation: 0, visible: true, ...parts };
}

function float(name: string, value: number): TiledProperty {
  return { name, type: 'float', value };
}

function text(name: string, value: string): TiledProperty {
  return { name, type: 'string', value };
}

function tileLayer(
  id: number,
  name: string,
  size: MapDesign['size'],
  data: readonly number[],
  visible: boolean,
): TiledTileLayer {
  return {
    id,
    name,
    type: 'tilelayer',
    x: 0,
    y: 0,
    opacity: visible ? 1 : 0.5,
    visible,
    ...size,
    data,
  };
}

function objectLayer(
  id: number,
  name: string,
  objects: readonly TiledObject[],
  opacity = 1,
): TiledObjectLayer {
  return { id, name, type: 'objectgroup', draworder: 'index', x: 0, y: 0, opacity, visible: true, objects };
}

function spriteObject(
  nextId: () => number,
  atlas: PiecesAtlas,
  firstgid: number,
  sprite: number,
  origin: { x: number; y: number },
): TiledObject {
  const bounds = atlas.sprites[sprite]?.bounds;
  if (bounds === undefined) throw new Error(`No sprite ${sprite}`);
  return object(nextId, {
    gid: firstgid + sprite,
    // Tiled places tile objects by their bottom left corner.
    x: origin.x + bounds.left,
    y: origin.y + bounds.bottom,
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
  });
}

function sortLine({ placed }: PlacedSprite): number {
  return Math.round((placed.y + placed.piece.sortY) * 10) / 10;
}

function pieceObjects(nextId: () => number, atlas: PiecesAtlas, firstgid: number): TiledObject[] {
  const sorted = [...atlas.placed].sort((a, b) => sortLine(a) - sortLine(b));
  return sorted.map((one) => {
    const fades: TiledProperty = { name: 'fades', type: 'bool', value: true };
    return {
      ...spriteObject(nextId, atlas, firstgid, one.body, one.placed),
      name: one.placed.piece.name,
      properties: [...(one.placed.piece.fades ? [fades] : []), float('sortY', sortLine(one))],
    };
  });
}

function shadowObjects(nextId: () => number, atlas: PiecesAtlas, firstgid: number): TiledObject[] {
  return atlas.placed.flatMap(({ placed, shadow }) =>
    shadow === null ? [] : [spriteObject(nextId, atlas, firstgid, shadow, placed)],
  );
}

function point(nextId: () => number, type: string, x: number, y: number): ObjectParts & TiledObject {
  return object(nextId, { type, x: Math.round(x * TILE), y: Math.round(y * TILE), point: true });
}

type Places = Record<'glow' | 'spawns' | 'areas' | 'resident', TiledObject[]>;

function placesOn(nextId: () => number, { glows, spawns, rooms, resident }: MapDesign): Places {
  const middle = 0.5;
  return {
    glow: glows.map(({ x, y, radius }) => ({
      ...point(nextId, 'glow', x, y),
      properties: [float('radiusPx', radius)],
    })),
    spawns: spawns.map(({ x, y }) => point(nextId, 'spawn', x + middle, y + middle)),
    areas: rooms.map(({ name, enclosure, x, y, width, height }) =>
      object(nextId, {
        name,
        type: 'room',
        x: x * TILE,
        y: y * TILE,
        width: width * TILE,
        height: height * TILE,
        properties: [text('enclosure', enclosure)],
      }),
    ),
    resident: [point(nextId, 'resident', resident.x + middle, resident.y + middle)],
  };
}

function obstaclesOn({ id, size, spawns }: MapDesign, atlas: PiecesAtlas): Obstacle[] {
  const [start] = spawns;
  if (start === undefined) throw new Error(`The map ${id} has no place to appear`);
  const standing = atlas.placed.map(({ placed }) => placed);
  return withoutPockets(obstacles(standing, size), size, start);
}

/** A map as Tiled writes it, with the colour of its lawn around it. */
export function mapTmj(
  design: MapDesign,
  lawn: { readonly day: string; readonly night: string },
  floor: FloorTiles,
  atlas: PiecesAtlas,
): TiledMapFile {
  const { id, name, size } = design;
  const floorSet = floorTileset(id, 1, floor);
  const metaSet = metaTileset(floorSet.firstgid + floorSet.tilecount);
  const piecesSet = piecesTileset(id, metaSet.firstgid + metaSet.tilecount, atlas);
  const nextId = idSource();
  const inTheWay = obstaclesOn(design, atlas);
  const collision = inTheWay.map((kind) => (kind === null ? 0 : metaSet.firstgid + META_TILES.indexOf(kind)));
  const shadows = shadowObjects(nextId, atlas, piecesSet.firstgid);
  const pieces = pieceObjects(nextId, atlas, piecesSet.firstgid);
  const places = placesOn(nextId, design);
  const layers = [
    tileLayer(
      1,
      'floor',
      size,
      floor.indexes.map((index) => floorSet.firstgid + index),
      true,
    ),
    tileLayer(2, 'collision', size, collision, false),
    objectLayer(3, 'shadows', shadows, SHADOW_OPACITY),
    objectLayer(4, 'pieces', pieces),
    objectLayer(5, 'glow', places.glow),
    objectLayer(6, 'spawns', places.spawns),
    objectLayer(7, 'areas', places.areas),
    objectLayer(8, 'resident', places.resident),
  ];
  return {
    type: 'map',
    version: '1.10',
    tiledversion: '1.10.2',
    orientation: 'orthogonal',
    renderorder: 'right-down',
    compressionlevel: -1,
    infinite: false,
    ...size,
    tilewidth: TILE,
    tileheight: TILE,
    backgroundcolor: lawn.day,
    nextlayerid: layers.length + 1,
    nextobjectid: nextId(),
    properties: [
      { name: 'backgroundColorNight', type: 'color', value: lawn.night },
      text('name', name),
      float('speedTilesPerS', WALKING_SPEED_TILES_PER_S),
    ],
    tilesets: [floorSet, metaSet, piecesSet],
    layers,
  };
}
