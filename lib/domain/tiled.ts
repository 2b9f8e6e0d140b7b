import type { Tile } from './geometry.ts';
import { type Grid, tileKinds } from './grid.ts';

/** The fields of a Tiled map that the rules need; `lib/protocol/tiledMap.ts` checks the whole file. */
export interface TiledObject {
  readonly x: number;
  readonly y: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly name?: string | undefined;
}

interface TiledTileDefinition {
  readonly id: number;
  readonly type?: string | undefined;
  readonly class?: string | undefined;
}

export interface TiledSource {
  readonly width: number;
  readonly height: number;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly layers: readonly (
    | { readonly type: 'tilelayer'; readonly name: string; readonly data: readonly number[] }
    | { readonly type: 'objectgroup'; readonly name: string; readonly objects: readonly TiledObject[] }
  )[];
  readonly tilesets: readonly {
    readonly firstgid: number;
    readonly tiles?: readonly TiledTileDefinition[] | undefined;
  }[];
  readonly properties?:
    | readonly { readonly name: string; readonly value: string | number | boolean }[]
    | undefined;
}

/** A named rectangle of tiles. */
export interface Room {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly widthTiles: number;
  readonly heightTiles: number;
}

/** Tiled keeps flips in the four highest bits of a gid (documentation, "Global Tile IDs"). */
const gidMask = 0x0fff_ffff;

/**
 * The walkable grid of a map: tiles of the layer `collision` whose class is `wall` or `block`. A tile of that layer
 * without a known class blocks feet only.
 */
export function gridFromTiled(map: TiledSource): Grid {
  const kinds = new Uint8Array(map.width * map.height);
  const layer = map.layers.find(
    (candidate) => candidate.type === 'tilelayer' && candidate.name === 'collision',
  );
  if (layer?.type === 'tilelayer') {
    const classes = tileClasses(map);
    layer.data.slice(0, kinds.length).forEach((gid, index) => {
      kinds[index] = kindOfGid(gid & gidMask, classes);
    });
  }
  return { widthTiles: map.width, heightTiles: map.height, kinds };
}

/** Tiles on which newcomers appear; the map's middle when it names none. */
export function spawnsOf(map: TiledSource): readonly Tile[] {
  const spawns = objectsOf(map, 'spawns').map((object) => tileOf(map, object));
  return spawns.length > 0 ? spawns : [{ x: Math.floor(map.width / 2), y: Math.floor(map.height / 2) }];
}

/** Where the resident stands, if the map has a place for one. */
export function residentOf(map: TiledSource): Tile | null {
  const place = objectsOf(map, 'resident')[0];
  return place === undefined ? null : tileOf(map, place);
}

/** The map's named rooms. */
export function roomsOf(map: TiledSource): readonly Room[] {
  return objectsOf(map, 'areas').map((object) => ({
    name: object.name ?? '',
    ...tileOf(map, object),
    widthTiles: Math.round((object.width ?? 0) / map.tilewidth),
    heightTiles: Math.round((object.height ?? 0) / map.tileheight),
  }));
}

/** Walking speed of a map in tiles per second, if it says one. */
export function speedOf(map: TiledSource): number | null {
  const value = map.properties?.find((property) => property.name === 'speedTilesPerS')?.value;
  return typeof value === 'number' && value > 0 ? value : null;
}

function objectsOf(map: TiledSource, layerName: string): readonly TiledObject[] {
  const layer = map.layers.find(
    (candidate) => candidate.type === 'objectgroup' && candidate.name === layerName,
  );
  return layer?.type === 'objectgroup' ? layer.objects : [];
}

function tileOf(map: TiledSource, object: TiledObject): Tile {
  return { x: Math.floor(object.x / map.tilewidth), y: Math.floor(object.y / map.tileheight) };
}

function tileClasses(map: TiledSource): ReadonlyMap<number, string> {
  const classes = new Map<number, string>();
  for (const tileset of map.tilesets) {
    for (const tile of tileset.tiles ?? []) {
      const name = tile.type ?? tile.class;
      if (name !== undefined) classes.set(tileset.firstgid + tile.id, name);
    }
  }
  return classes;
}

function kindOfGid(gid: number, classes: ReadonlyMap<number, string>): number {
  if (gid === 0) return tileKinds.free;
  return classes.get(gid) === 'wall' ? tileKinds.wall : tileKinds.block;
}
