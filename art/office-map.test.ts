import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TiledMapFile, TiledObject } from './build/tiled-types.ts';

const TILE = 32;
const RESIDENT_DISTANCE = 5;
const SPAWN_DISTANCE = 3;
/** A room that was shut off would have no free tile left. */
const LEAST_FREE_SHARE = 0.25;
const file = join(import.meta.dirname, '..', 'public', 'maps', 'office.tmj');
const map: TiledMapFile = JSON.parse(readFileSync(file, 'utf8'));

interface Tile {
  readonly x: number;
  readonly y: number;
}

function layerNamed(name: string) {
  const layer = map.layers.find((one) => one.name === name);
  if (layer === undefined) throw new Error(`No layer ${name}`);
  return layer;
}

function objectsOf(name: string): readonly TiledObject[] {
  const layer = layerNamed(name);
  return layer.type === 'objectgroup' ? layer.objects : [];
}

function dataOf(name: string): readonly number[] {
  const layer = layerNamed(name);
  return layer.type === 'tilelayer' ? layer.data : [];
}

const collision = dataOf('collision');

function isFree({ x, y }: Tile): boolean {
  return x >= 0 && y >= 0 && x < map.width && y < map.height && collision[y * map.width + x] === 0;
}

function tileOf({ x, y }: TiledObject): Tile {
  return { x: Math.floor(x / TILE), y: Math.floor(y / TILE) };
}

function around({ x, y }: Tile): Tile[] {
  return [
    { x: x + 1, y },
    { x: x - 1, y },
    { x, y: y + 1 },
    { x, y: y - 1 },
  ];
}

function reachedFrom(start: Tile): Set<number> {
  const seen = new Set([start.y * map.width + start.x]);
  const open = [start];
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    for (const next of around(tile)) {
      const key = next.y * map.width + next.x;
      if (!isFree(next) || seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return seen;
}

function distance(a: Tile, b: Tile): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

function propertyOf(object: TiledObject, name: string) {
  return object.properties?.find((one) => one.name === name)?.value;
}

function tilesIn({ x, y, width, height }: TiledObject): Tile[] {
  const columns = width / TILE;
  return Array.from({ length: columns * (height / TILE) }, (_, index) => ({
    x: x / TILE + (index % columns),
    y: y / TILE + Math.floor(index / columns),
  }));
}

const spawns = objectsOf('spawns').map(tileOf);
const residents = objectsOf('resident').map(tileOf);
const rooms = objectsOf('areas');

describe('the demo map', () => {
  it('has the layers that the product reads', () => {
    expect(map.layers.map(({ name }) => name)).toEqual([
      'floor',
      'collision',
      'shadows',
      'pieces',
      'glow',
      'spawns',
      'areas',
      'resident',
    ]);
  });

  it('says its name and how fast one walks', () => {
    const values = Object.fromEntries(map.properties.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ name: 'Harbour Studio', speedTilesPerS: 6 });
  });

  it.each(['floor', 'collision'])('fills the layer %s', (name) => {
    expect(dataOf(name)).toHaveLength(map.width * map.height);
  });

  it('has one resident and several places to appear, all free', () => {
    expect(residents).toHaveLength(1);
    expect(spawns.length).toBeGreaterThan(3);
    expect([...spawns, ...residents].filter((tile) => !isFree(tile))).toEqual([]);
  });

  it('lets nobody appear within a call', () => {
    const pairs = spawns.flatMap((a, index) => spawns.slice(index + 1).map((b) => distance(a, b)));
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(SPAWN_DISTANCE);
    const fromResident = spawns.flatMap((spawn) => residents.map((resident) => distance(spawn, resident)));
    expect(Math.min(...fromResident)).toBeGreaterThanOrEqual(RESIDENT_DISTANCE);
  });

  it('leaves room around the resident', () => {
    const free = residents.flatMap(around).filter(isFree);
    expect(free.length).toBeGreaterThanOrEqual(3);
  });

  it.each(rooms.map((room) => ({ name: room.name, room })))(
    'lets one walk everywhere in $name',
    ({ room }) => {
      const [spawn = { x: 0, y: 0 }] = spawns;
      const reached = reachedFrom(spawn);
      const free = tilesIn(room).filter(isFree);
      expect(free.length / tilesIn(room).length).toBeGreaterThan(LEAST_FREE_SHARE);
      expect(free.filter(({ x, y }) => !reached.has(y * map.width + x))).toEqual([]);
    },
  );

  it('has whole tiles as rooms, each with a name and what it is open to', () => {
    for (const room of rooms) {
      expect([room.x, room.y, room.width, room.height].every((value) => value % TILE === 0)).toBe(true);
      expect(room).toMatchObject({ type: 'room', name: expect.stringMatching(/./) });
      expect(propertyOf(room, 'enclosure')).toMatch(/./);
    }
  });

  it('refers only to tiles that there are', () => {
    const inSets = (gid: number) =>
      map.tilesets.some(({ firstgid, tilecount }) => gid >= firstgid && gid < firstgid + tilecount);
    const used = [
      ...dataOf('floor'),
      ...collision,
      ...['pieces', 'shadows'].flatMap((name) => objectsOf(name).map(({ gid = 0 }) => gid)),
    ];
    expect(used.filter((gid) => gid !== 0 && !inSets(gid))).toEqual([]);
    expect(dataOf('floor')).not.toContain(0);
  });

  it('cuts every piece out of the picture', () => {
    for (const tile of map.tilesets.find(({ name }) => name === 'pieces')?.tiles ?? []) {
      const { x = -1, y = -1, width = 0, height = 0, imagewidth = 0, imageheight = 0 } = tile;
      expect(Math.min(x, y, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(imagewidth);
      expect(y + height).toBeLessThanOrEqual(imageheight);
    }
  });

  it('gives every piece the line it stands on, and lets tall ones fade', () => {
    const pieces = objectsOf('pieces');
    expect(pieces.filter((one) => typeof propertyOf(one, 'sortY') !== 'number')).toEqual([]);
    const fading = new Set(pieces.filter((one) => propertyOf(one, 'fades') === true).map(({ name }) => name));
    expect([...fading].sort()).toEqual(['cypress', 'parasol', 'phone booth', 'tree']);
  });

  it('gives every lamp a reach', () => {
    expect(objectsOf('glow').filter((one) => Number(propertyOf(one, 'radiusPx')) <= 0)).toEqual([]);
  });

  it('has ids that are used once', () => {
    const ids = map.layers.flatMap((layer) =>
      layer.type === 'objectgroup' ? layer.objects.map(({ id }) => id) : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThan(map.nextobjectid);
  });
});
