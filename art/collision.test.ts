import { describe, expect, it } from 'vitest';
import { type Obstacle, obstacles, withoutPockets } from './collision.ts';
import { type Barrier, type Placed, piece, place, type Rect } from './piece.ts';

function thing(footprint: Rect, barrier: Barrier): Placed {
  return place(piece({ name: 'thing', sortY: 0, body: '', footprint, barrier }), 0, 0);
}

const THREE = { width: 3, height: 1 };

describe('obstacles', () => {
  it('takes a tile whose middle is covered', () => {
    const table = thing({ x: 40, y: 8, width: 16, height: 16 }, 'block');
    expect(obstacles([table], THREE)).toEqual([null, 'block', null]);
  });

  it('leaves a tile of which furniture covers only the edge', () => {
    const table = thing({ x: 0, y: 0, width: 38, height: 32 }, 'block');
    expect(obstacles([table], THREE)).toEqual(['block', null, null]);
  });

  it('takes a tile at whose edge a thin wall stands, and no neighbour', () => {
    const wall = thing({ x: 19, y: 0, width: 10, height: 32 }, 'wall');
    expect(obstacles([wall], THREE)).toEqual(['wall', null, null]);
  });

  it('calls a tile with a wall and furniture a wall', () => {
    const all = { x: 32, y: 0, width: 32, height: 32 };
    expect(obstacles([thing(all, 'block'), thing(all, 'wall')], THREE)).toEqual([null, 'wall', null]);
  });

  it('ignores what takes up no ground', () => {
    const flowers = place(piece({ name: 'flowers', sortY: 0, body: '' }), 32, 0);
    expect(obstacles([flowers], THREE)).toEqual([null, null, null]);
  });
});

describe('withoutPockets', () => {
  it('blocks what nobody can reach and leaves the rest', () => {
    const row: Obstacle[] = [null, 'wall', null, 'block', null];
    const size = { width: 5, height: 1 };
    expect(withoutPockets(row, size, { x: 4, y: 0 })).toEqual(['block', 'wall', 'block', 'block', null]);
  });

  it('does not walk around the edge of the map', () => {
    const grid: Obstacle[] = [null, 'wall', null, null, 'wall', null];
    const size = { width: 3, height: 2 };
    expect(withoutPockets(grid, size, { x: 0, y: 0 })).toEqual([
      null,
      'wall',
      'block',
      null,
      'wall',
      'block',
    ]);
  });
});
