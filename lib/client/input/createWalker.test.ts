import { describe, expect, it } from 'vitest';
import type { Tile } from '#lib/domain/geometry.ts';
import { type Grid, type Stance, step } from '#lib/domain/grid.ts';
import { type Clock, createWalker } from './createWalker.ts';
import { directionOfVector, nextTile, noDirection } from './direction.ts';
import { directionOfKeys } from './heldKeys.ts';

function gridOf(rows: readonly string[]): Grid {
  const kinds = Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 2 : 0));
  return { widthTiles: rows[0]?.length ?? 0, heightTiles: rows.length, kinds };
}

/** A clock that moves only when told to. */
function createHandClock(): Clock & { advance(ms: number): void } {
  let nowMs = 0;
  let timers: { atMs: number; run: () => void }[] = [];
  return {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined || next.atMs > endMs) break;
        timers = timers.filter((other) => other !== next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = endMs;
    },
  };
}

function setUp(rows: readonly string[], start: Tile) {
  const grid = gridOf(rows);
  const clock = createHandClock();
  let stance: Stance = { ...start, facing: 'down' };
  const moves: { x: number; y: number; more: boolean; atMs: number }[] = [];
  const walked = {
    ownStance: () => stance,
    move(to: Tile, more: boolean) {
      const result = step(grid, stance, to);
      if (!result.ok) return false;
      stance = result.stance;
      moves.push({ x: to.x, y: to.y, more, atMs: clock.now() });
      return true;
    },
  };
  const walker = createWalker({ walked, grid, speedTilesPerS: 5, clock });
  return {
    walker,
    clock,
    moves,
    pushTo(tile: Tile) {
      stance = { ...stance, ...tile };
    },
  };
}

const field = ['......', '......', '......', '......'];

describe('walker', () => {
  it('takes a step for every quick tap, also for one that comes before the last step is over', () => {
    const { walker, clock, moves } = setUp(field, { x: 0, y: 0 });
    for (const waitMs of [0, 30]) {
      clock.advance(waitMs);
      walker.hold({ dx: 1, dy: 0 });
      walker.hold(noDirection);
    }
    clock.advance(1_000);
    expect(moves).toEqual([
      { x: 1, y: 0, more: true, atMs: 0 },
      { x: 1, y: 0, more: false, atMs: 0 },
      { x: 2, y: 0, more: false, atMs: 200 },
    ]);
  });

  it('steps at once, then at the speed of the space while a key is held, and says when it stops', () => {
    const { walker, clock, moves } = setUp(field, { x: 0, y: 0 });
    walker.hold({ dx: 1, dy: 0 });
    clock.advance(450);
    walker.hold(noDirection);
    clock.advance(1_000);
    expect(moves).toEqual([
      { x: 1, y: 0, more: true, atMs: 0 },
      { x: 2, y: 0, more: true, atMs: 200 },
      { x: 3, y: 0, more: true, atMs: 400 },
      { x: 3, y: 0, more: false, atMs: 450 },
    ]);
  });

  it('is no faster for keys pressed again and again', () => {
    const { walker, clock, moves } = setUp(field, { x: 0, y: 0 });
    for (let press = 0; press < 20; press += 1) {
      walker.hold({ dx: press % 2 === 0 ? 1 : -1, dy: 0 });
      clock.advance(20);
      walker.hold(noDirection);
    }
    expect(moves.filter((move) => move.more)).toHaveLength(2);
  });

  it('stops at a wall, once', () => {
    const { walker, clock, moves } = setUp(['..#'], { x: 0, y: 0 });
    walker.hold({ dx: 1, dy: 0 });
    clock.advance(2_000);
    expect(moves.map(({ x, more }) => [x, more])).toEqual([
      [1, true],
      [1, false],
    ]);
  });

  it('slides along a wall when the diagonal is blocked', () => {
    const { walker, clock, moves } = setUp(['...', '###'], { x: 0, y: 0 });
    walker.hold({ dx: 1, dy: 1 });
    clock.advance(250);
    expect(moves.map(({ x, y }) => [x, y])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('walks to a tile and says with the last step that no more follows', () => {
    const { walker, clock, moves } = setUp(field, { x: 0, y: 0 });
    expect(walker.walkTo({ x: 3, y: 0 })).toBe(true);
    clock.advance(2_000);
    expect(moves.map(({ x, more }) => [x, more])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(walker.goal()).toBeNull();
  });

  it('finds its way anew when it was put elsewhere', () => {
    const { walker, clock, moves, pushTo } = setUp(field, { x: 0, y: 0 });
    walker.walkTo({ x: 5, y: 0 });
    clock.advance(250);
    pushTo({ x: 0, y: 3 });
    clock.advance(3_000);
    expect(moves.at(-1)).toMatchObject({ x: 5, y: 0, more: false });
  });

  it('leaves its path for a key', () => {
    const { walker, clock, moves } = setUp(field, { x: 0, y: 0 });
    walker.walkTo({ x: 5, y: 0 });
    clock.advance(50);
    walker.hold({ dx: 0, dy: 1 });
    clock.advance(200);
    expect(moves.at(-1)).toMatchObject({ x: 1, y: 1 });
    expect(walker.goal()).toBeNull();
  });
});

describe('directions', () => {
  it('makes a diagonal of two keys and lets the later of two opposite ones count', () => {
    expect(directionOfKeys(['KeyW', 'ArrowRight'])).toEqual({ dx: 1, dy: -1 });
    expect(directionOfKeys(['KeyA', 'KeyD'])).toEqual({ dx: 1, dy: 0 });
    expect(directionOfKeys([])).toEqual(noDirection);
  });

  it('turns a joystick into the nearest of eight directions, none near its middle', () => {
    expect(directionOfVector(0.1, 0.1)).toEqual(noDirection);
    expect(directionOfVector(0.9, 0.2)).toEqual({ dx: 1, dy: 0 });
    expect(directionOfVector(-0.6, -0.7)).toEqual({ dx: -1, dy: -1 });
    expect(directionOfVector(0, 1)).toEqual({ dx: 0, dy: 1 });
    expect(directionOfVector(-1, 0)).toEqual({ dx: -1, dy: 0 });
  });

  it('knows no step where everything is blocked', () => {
    const grid = gridOf(['.#', '##']);
    expect(nextTile(grid, { x: 0, y: 0, facing: 'down' }, { dx: 1, dy: 1 })).toBeNull();
  });
});
