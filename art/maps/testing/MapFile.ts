import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TiledMapFile, TiledObject } from '../../build/tiled-types.ts';
import { TILE } from '../../piece.ts';

const MAPS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'public', 'maps');

export interface Tile {
  readonly x: number;
  readonly y: number;
}

/** The four tiles beside one, whether or not they are on the map. */
export function around({ x, y }: Tile): Tile[] {
  return [
    { x: x + 1, y },
    { x: x - 1, y },
    { x, y: y + 1 },
    { x, y: y - 1 },
  ];
}

/** The tiles under a rectangle of whole tiles. */
export function tilesIn({ x, y, width, height }: TiledObject): Tile[] {
  const columns = width / TILE;
  return Array.from({ length: columns * (height / TILE) }, (_, index) => ({
    x: x / TILE + (index % columns),
    y: y / TILE + Math.floor(index / columns),
  }));
}

/** The tile that holds an object's origin. */
export function tileOf({ x, y }: TiledObject): Tile {
  return { x: Math.floor(x / TILE), y: Math.floor(y / TILE) };
}

export function propertyOf(object: TiledObject, name: string) {
  return object.properties?.find((one) => one.name === name)?.value;
}

/** A committed map, read for what tests ask of it. */
export class MapFile {
  readonly map: TiledMapFile;
  readonly collision: readonly number[];

  constructor(id: string) {
    this.map = JSON.parse(readFileSync(join(MAPS_FOLDER, `${id}.tmj`), 'utf8'));
    this.collision = this.dataOf('collision');
  }

  objectsOf(name: string): readonly TiledObject[] {
    const layer = this.#layerNamed(name);
    return layer.type === 'objectgroup' ? layer.objects : [];
  }

  dataOf(name: string): readonly number[] {
    const layer = this.#layerNamed(name);
    return layer.type === 'tilelayer' ? layer.data : [];
  }

  isFree({ x, y }: Tile): boolean {
    const { width, height } = this.map;
    return x >= 0 && y >= 0 && x < width && y < height && this.collision[y * width + x] === 0;
  }

  freeTiles(): Tile[] {
    const { width } = this.map;
    return this.collision
      .map((_, index) => ({ x: index % width, y: Math.floor(index / width) }))
      .filter((tile) => this.isFree(tile));
  }

  /** Keys (`y * width + x`) of the tiles one can walk to. */
  reachedFrom(start: Tile): Set<number> {
    const seen = new Set([this.keyOf(start)]);
    const open = [start];
    for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
      for (const next of around(tile)) {
        if (!this.isFree(next) || seen.has(this.keyOf(next))) continue;
        seen.add(this.keyOf(next));
        open.push(next);
      }
    }
    return seen;
  }

  keyOf({ x, y }: Tile): number {
    return y * this.map.width + x;
  }

  /** What a tile is open to; undefined for one that no room holds. */
  enclosureOf(tile: Tile): string | undefined {
    const middle = { x: (tile.x + 0.5) * TILE, y: (tile.y + 0.5) * TILE };
    const room = this.objectsOf('areas').find(
      ({ x, y, width, height }) =>
        middle.x >= x && middle.y >= y && middle.x < x + width && middle.y < y + height,
    );
    return room === undefined ? undefined : String(propertyOf(room, 'enclosure'));
  }

  #layerNamed(name: string) {
    const layer = this.map.layers.find((one) => one.name === name);
    if (layer === undefined) throw new Error(`No layer ${name}`);
    return layer;
  }
}
