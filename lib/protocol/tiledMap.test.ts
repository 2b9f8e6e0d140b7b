import { describe, expect, it } from 'vitest';
import { gridFromTiled, residentOf, roomsOf, spawnsOf, speedOf } from '../domain/tiled.ts';
import { tiledMapSchema } from './tiledMap.ts';

const file = {
  type: 'map',
  orientation: 'orthogonal',
  infinite: false,
  width: 3,
  height: 2,
  tilewidth: 32,
  tileheight: 32,
  properties: [{ name: 'speedTilesPerS', type: 'float', value: 4.5 }],
  layers: [
    { id: 1, name: 'collision', type: 'tilelayer', width: 3, height: 2, data: [0, 5, 0x8000_0006, 7, 0, 0] },
    { id: 2, name: 'spawns', type: 'objectgroup', objects: [{ id: 1, x: 40, y: 33, point: true }] },
    {
      id: 3,
      name: 'areas',
      type: 'objectgroup',
      objects: [{ id: 2, name: 'Kitchen', x: 32, y: 0, width: 64, height: 32 }],
    },
    { id: 4, name: 'resident', type: 'objectgroup', objects: [{ id: 3, x: 64, y: 32, point: true }] },
  ],
  tilesets: [
    {
      firstgid: 5,
      name: 'meta',
      tilewidth: 32,
      tileheight: 32,
      tilecount: 3,
      columns: 3,
      tiles: [
        { id: 0, type: 'wall' },
        { id: 1, class: 'block' },
      ],
    },
  ],
};
const map = tiledMapSchema.parse(file);

describe('a Tiled map', () => {
  it('becomes a grid: walls, blocks (whatever their flip bits), and unknown tiles as blocks', () => {
    expect([...gridFromTiled(map).kinds]).toEqual([0, 2, 1, 1, 0, 0]);
  });

  it('names spawns, rooms, the resident and the speed', () => {
    expect(spawnsOf(map)).toEqual([{ x: 1, y: 1 }]);
    expect(roomsOf(map)).toEqual([{ name: 'Kitchen', x: 1, y: 0, widthTiles: 2, heightTiles: 1 }]);
    expect(residentOf(map)).toEqual({ x: 2, y: 1 });
    expect(speedOf(map)).toBe(4.5);
  });

  it('has defaults for what it does not say', () => {
    const bare = tiledMapSchema.parse({ ...file, layers: [], properties: undefined });
    expect(spawnsOf(bare)).toEqual([{ x: 1, y: 1 }]);
    expect(residentOf(bare)).toBeNull();
    expect(speedOf(bare)).toBeNull();
    expect([...gridFromTiled(bare).kinds]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['an isometric map', { orientation: 'isometric' }],
    ['an infinite map', { infinite: true }],
    ['a map without size', { width: 0 }],
    [
      'compressed layer data',
      { layers: [{ id: 1, name: 'floor', type: 'tilelayer', width: 1, height: 1, data: 'eJw=' }] },
    ],
  ])('refuses %s', (_, change) => {
    expect(tiledMapSchema.safeParse({ ...file, ...change }).success).toBe(false);
  });
});
