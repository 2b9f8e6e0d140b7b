import { describe, expect, it } from 'vitest';
import { gridFromTiled, residentOf, roomsOf, spawnsOf, speedOf } from '#lib/domain/tiled.ts';
import { TILE } from '../piece.ts';
import { MAPS } from './index.ts';
import { around, MapFile, propertyOf, type Tile, tileOf, tilesIn } from './testing/MapFile.ts';

const RESIDENT_DISTANCE = 5;
const SPAWN_DISTANCE = 3;
/** A room that was shut off would have no free tile left. */
const LEAST_FREE_SHARE = 0.25;
/** Doors between rooms are this many tiles wide at most. */
const WIDEST_DOOR = 2;
/** Tall enough to hide somebody. */
const TALL = ['cypress', 'parasol', 'phone booth', 'tree'];

function distance(a: Tile, b: Tile): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

/** Where one walks from one enclosure into another: the tile one leaves, and the one to its right or below it. */
function crossings(file: MapFile): { tile: Tile; isSideways: boolean }[] {
  return file.freeTiles().flatMap((tile) => {
    const right = { x: tile.x + 1, y: tile.y };
    const below = { x: tile.x, y: tile.y + 1 };
    const isCrossing = (next: Tile) => file.isFree(next) && file.enclosureOf(tile) !== file.enclosureOf(next);
    return [
      ...(isCrossing(right) ? [{ tile, isSideways: true }] : []),
      ...(isCrossing(below) ? [{ tile, isSideways: false }] : []),
    ];
  });
}

/** How many crossings lie side by side with this one, itself included. */
function doorWidth(all: readonly { tile: Tile; isSideways: boolean }[], index: number): number {
  const here = all[index];
  if (here === undefined) return 0;
  const isHere = (step: number) =>
    all.some(
      ({ tile, isSideways }) =>
        isSideways === here.isSideways &&
        tile.x === here.tile.x + (isSideways ? 0 : step) &&
        tile.y === here.tile.y + (isSideways ? step : 0),
    );
  let width = 1;
  while (isHere(width)) width += 1;
  return width;
}

describe.each(MAPS)('the map $id', ({ id, name, size }) => {
  const file = new MapFile(id);
  const { map, collision } = file;
  const spawns = file.objectsOf('spawns').map(tileOf);
  const residents = file.objectsOf('resident').map(tileOf);
  const rooms = file.objectsOf('areas');

  it('has the layers that the product reads', () => {
    expect(map.layers.map((layer) => layer.name)).toEqual([
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

  it('is read by the product as it was drawn', () => {
    expect(gridFromTiled(map)).toMatchObject({ widthTiles: size.width, heightTiles: size.height });
    expect(spawnsOf(map)).toEqual(spawns);
    expect(residentOf(map)).toEqual(residents[0]);
    expect(roomsOf(map)).toHaveLength(rooms.length);
    expect(speedOf(map)).toBe(6);
  });

  it('says its name', () => {
    const values = Object.fromEntries(map.properties.map((one) => [one.name, one.value]));
    expect(values).toMatchObject({ name });
  });

  it.each(['floor', 'collision'])('fills the layer %s', (layer) => {
    expect(file.dataOf(layer)).toHaveLength(map.width * map.height);
  });

  it('has one resident and several places to appear, all free', () => {
    expect(residents).toHaveLength(1);
    expect(spawns.length).toBeGreaterThanOrEqual(6);
    expect([...spawns, ...residents].filter((tile) => !file.isFree(tile))).toEqual([]);
  });

  it('lets nobody appear within a call', () => {
    const pairs = spawns.flatMap((a, index) => spawns.slice(index + 1).map((b) => distance(a, b)));
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(SPAWN_DISTANCE);
    const fromResident = spawns.flatMap((spawn) => residents.map((resident) => distance(spawn, resident)));
    expect(Math.min(...fromResident)).toBeGreaterThanOrEqual(RESIDENT_DISTANCE);
  });

  it('leaves room around the resident', () => {
    const free = residents.flatMap(around).filter((tile) => file.isFree(tile));
    expect(free.length).toBeGreaterThanOrEqual(3);
  });

  it.each(spawns)('lets one walk to every free tile from ($x, $y)', (spawn) => {
    const reached = file.reachedFrom(spawn);
    expect(file.freeTiles().filter((tile) => !reached.has(file.keyOf(tile)))).toEqual([]);
  });

  it.each(rooms.map((room) => ({ name: room.name, room })))('leaves room to walk in $name', ({ room }) => {
    const free = tilesIn(room).filter((tile) => file.isFree(tile));
    expect(free.length / tilesIn(room).length).toBeGreaterThan(LEAST_FREE_SHARE);
  });

  it('has whole tiles as rooms, each with a name and what it is open to', () => {
    for (const room of rooms) {
      expect([room.x, room.y, room.width, room.height].every((value) => value % TILE === 0)).toBe(true);
      expect(room).toMatchObject({ type: 'room', name: expect.stringMatching(/./) });
      expect(propertyOf(room, 'enclosure')).toMatch(/./);
    }
  });

  it('names every free tile', () => {
    expect(file.freeTiles().filter((tile) => file.enclosureOf(tile) === undefined)).toEqual([]);
  });

  it('closes its walls: one walks from one enclosure into another through doors only', () => {
    const all = crossings(file);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((_, index) => doorWidth(all, index) > WIDEST_DOOR)).toEqual([]);
  });

  it('refers only to tiles that there are', () => {
    const inSets = (gid: number) =>
      map.tilesets.some(({ firstgid, tilecount }) => gid >= firstgid && gid < firstgid + tilecount);
    const used = [
      ...file.dataOf('floor'),
      ...collision,
      ...['pieces', 'shadows'].flatMap((layer) => file.objectsOf(layer).map(({ gid = 0 }) => gid)),
    ];
    expect(used.filter((gid) => gid !== 0 && !inSets(gid))).toEqual([]);
    expect(file.dataOf('floor')).not.toContain(0);
  });

  it('cuts every piece out of the picture', () => {
    for (const tile of map.tilesets.find((set) => set.name === 'pieces')?.tiles ?? []) {
      const { x = -1, y = -1, width = 0, height = 0, imagewidth = 0, imageheight = 0 } = tile;
      expect(Math.min(x, y, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(imagewidth);
      expect(y + height).toBeLessThanOrEqual(imageheight);
    }
  });

  it('gives every piece the line it stands on, and lets tall ones fade', () => {
    const pieces = file.objectsOf('pieces');
    expect(pieces.filter((one) => typeof propertyOf(one, 'sortY') !== 'number')).toEqual([]);
    const wrong = pieces.filter((one) => TALL.includes(one.name) !== (propertyOf(one, 'fades') === true));
    expect(wrong.map((one) => one.name)).toEqual([]);
  });

  it('gives every lamp a reach', () => {
    expect(file.objectsOf('glow').filter((one) => Number(propertyOf(one, 'radiusPx')) <= 0)).toEqual([]);
  });

  it('has ids that are used once', () => {
    const ids = map.layers.flatMap((layer) =>
      layer.type === 'objectgroup' ? layer.objects.map((one) => one.id) : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThan(map.nextobjectid);
  });
});

describe('the hall of the classroom', () => {
  it('has thirty seats that one can walk onto', () => {
    const file = new MapFile('classroom');
    const seats = file.objectsOf('pieces').filter((one) => one.name === 'seat');
    const tiles = seats.map((one) => tileOf({ ...one, x: one.x + one.width / 2, y: one.y - TILE / 2 }));
    expect(tiles).toHaveLength(30);
    expect(tiles.filter((tile) => !file.isFree(tile))).toEqual([]);
  });
});
