import { describe, expect, it } from 'vitest';
import { gridFromTiled, spawnsOf } from '#lib/domain/tiled.ts';
import { chooseSpawn, placeNear } from './spawn.ts';
import { mapFromText } from './testing/mapFromText.ts';

const room = mapFromText(`
#####
#s..#
#..s#
#####
`);

describe('spawn points', () => {
  const grid = gridFromTiled(room);
  const spawns = spawnsOf(room);

  it('are taken one after another, then the tiles around them, then shared', () => {
    const taken: { x: number; y: number }[] = [];
    for (let i = 0; i < 8; i += 1) taken.push(chooseSpawn(grid, spawns, taken));
    const texts = taken.map(({ x, y }) => `${x},${y}`);
    expect(texts.slice(0, 2)).toEqual(['1,1', '3,2']);
    expect(new Set(texts.slice(0, 6)).size).toBe(6);
    expect(['1,1', '3,2']).toContain(texts[6]);
  });

  it('in a wall are passed over', () => {
    expect(chooseSpawn(grid, [{ x: 0, y: 0 }], [])).toEqual({ x: 1, y: 1, facing: 'down' });
  });

  it('cannot be found where everything is wall', () => {
    expect(() => chooseSpawn(gridFromTiled(mapFromText('###\n###')), [{ x: 0, y: 0 }], [])).toThrow(
      'no free tile',
    );
  });
});

describe('who is sent to a tile', () => {
  const rooms = gridFromTiled(
    mapFromText(`
#########
#...#...#
#...#...#
#########
`),
  );
  const tile = { x: 3, y: 1 };

  it('stands there when nobody else does', () => {
    expect(placeNear(rooms, tile, [])).toEqual(tile);
  });

  it('stands beside whoever is there, on the same side of the wall', () => {
    const taken = [tile];
    for (let i = 0; i < 5; i += 1) {
      const place = placeNear(rooms, tile, taken);
      if (place !== null) taken.push(place);
    }
    expect(new Set(taken.map(({ x, y }) => `${x},${y}`)).size).toBe(6);
    expect(taken.every(({ x }) => x < 4)).toBe(true);
    expect(placeNear(rooms, tile, taken), 'the room is packed').toEqual(tile);
  });

  it('stands on the nearest free tile when that one is a wall, and nowhere outside of the map', () => {
    expect(placeNear(rooms, { x: 4, y: 1 }, [])).toEqual({ x: 3, y: 1 });
    expect(placeNear(rooms, { x: 40, y: 1 }, [])).toBeNull();
  });
});
