import { describe, expect, it } from 'vitest';
import { tiledMapSchema } from '#lib/protocol/tiledMap.ts';
import { enclosureOf } from './enclosure.ts';
import { readMap } from './mapModel.ts';

const property = (name: string, value: string | number | boolean) => ({ name, value });

/** Two tiles by two, with everything once. */
const map = tiledMapSchema.parse({
  type: 'map',
  orientation: 'orthogonal',
  infinite: false,
  width: 2,
  height: 2,
  tilewidth: 32,
  tileheight: 32,
  backgroundcolor: '#d4e1c5',
  properties: [property('backgroundColorNight', '#283736')],
  tilesets: [
    {
      firstgid: 1,
      name: 'floor',
      tilewidth: 32,
      tileheight: 32,
      tilecount: 4,
      columns: 2,
      margin: 1,
      spacing: 2,
      image: 'floor.png',
    },
    {
      firstgid: 5,
      name: 'meta',
      tilewidth: 32,
      tileheight: 32,
      tilecount: 1,
      columns: 1,
      tiles: [{ id: 0, type: 'wall' }],
    },
    {
      firstgid: 6,
      name: 'pieces',
      tilewidth: 40,
      tileheight: 60,
      tilecount: 1,
      columns: 0,
      tiles: [
        {
          id: 0,
          image: 'pieces.png',
          imagewidth: 500,
          imageheight: 400,
          x: 100,
          y: 50,
          width: 40,
          height: 60,
        },
      ],
    },
  ],
  layers: [
    { id: 1, name: 'floor', type: 'tilelayer', width: 2, height: 2, data: [4, 1, 0, 1] },
    { id: 2, name: 'collision', type: 'tilelayer', width: 2, height: 2, data: [0, 5, 0, 0] },
    {
      id: 3,
      name: 'pieces',
      type: 'objectgroup',
      objects: [
        {
          id: 1,
          gid: 6,
          x: 10,
          y: 64,
          width: 40,
          height: 60,
          properties: [property('sortY', 58), property('fades', true)],
        },
        { id: 2, gid: 99, x: 0, y: 0 },
      ],
    },
    {
      id: 4,
      name: 'glow',
      type: 'objectgroup',
      objects: [{ id: 3, x: 16, y: 20, properties: [property('radiusPx', 90)] }],
    },
    {
      id: 5,
      name: 'areas',
      type: 'objectgroup',
      objects: [
        { id: 4, name: 'A', x: 0, y: 0, width: 32, height: 64, properties: [property('enclosure', 'one')] },
        { id: 5, name: 'B', x: 32, y: 0, width: 32, height: 64 },
      ],
    },
  ],
});

describe('readMap', () => {
  const model = readMap(map);

  it('places floor tiles by margin and spacing of their image, and none where the layer is empty', () => {
    expect(model.floor).toHaveLength(3);
    expect(model.floor[0]).toEqual({
      frame: { image: 'floor.png', x: 35, y: 35, width: 32, height: 32 },
      x: 0,
      y: 0,
      width: 32,
      height: 32,
    });
  });

  it('hangs pieces up by their bottom left corner and knows where they stand', () => {
    expect(model.pieces).toEqual([
      {
        frame: { image: 'pieces.png', x: 100, y: 50, width: 40, height: 60 },
        x: 10,
        y: 4,
        width: 40,
        height: 60,
        sortY: 58,
        isFading: true,
      },
    ]);
  });

  it('reads walls, lamps and backgrounds', () => {
    expect([...model.grid.kinds]).toEqual([0, 2, 0, 0]);
    expect(model.glows).toEqual([{ x: 16, y: 20, radiusPx: 90 }]);
    expect(model.background).toEqual({ day: '#d4e1c5', night: '#283736' });
  });

  it('keeps a bubble within the enclosure all its members stand in', () => {
    const within = (...xs: number[]) =>
      enclosureOf(
        model,
        xs.map((x) => ({ x, y: 10 })),
      ).map((room) => room.enclosure);
    expect(within(4, 20)).toEqual(['one']);
    expect(within(4, 40)).toEqual([]);
    expect(within(200)).toEqual([]);
  });
});
