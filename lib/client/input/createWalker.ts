import { isSameTile, type Tile } from '#lib/domain/geometry.ts';
import type { Grid, Stance } from '#lib/domain/grid.ts';
import { findPathNear } from '#lib/domain/path.ts';
import {
  type Direction,
  directionOfVector,
  isDirected,
  isSameDirection,
  nextTile,
  noDirection,
} from './direction.ts';

/** What the walker steps: the space store. */
export interface Walked {
  /** Takes one step, or a stop onto the own tile; false when it is not possible. */
  move(to: Tile, hasMore: boolean): boolean;
  ownStance(): Stance | null;
}

export interface Clock {
  /** Monotonic, in ms. */
  now(): number;
  /** Calls back once after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

export interface WalkerOptions {
  readonly walked: Walked;
  readonly grid: Grid;
  readonly speedTilesPerS: number;
  readonly clock?: Clock;
}

/** Turns wishes to walk, from keys, joystick or a click, into steps at the space's speed. */
export interface Walker {
  /** Walks this way until told otherwise; `noDirection` stops. Ends a walk to a tile. */
  hold(direction: Direction): void;
  /** A joystick's vector, each part from -1 to 1, right and down positive. */
  setDirection(x: number, y: number): void;
  /** Walks to a tile, or to the nearest reachable one beside it; false when there is no way. */
  walkTo(tile: Tile): boolean;
  /** The tile a walk leads to, or null. */
  goal(): Tile | null;
  stop(): void;
  destroy(): void;
}

/** How far beside an unreachable tile a walk may end, in tiles. */
const besideTiles = 3;

export function createWalker({ walked, grid, speedTilesPerS, clock = pageClock }: WalkerOptions): Walker {
  const stepMs = 1_000 / speedTilesPerS;
  let direction: Direction = noDirection;
  /** A press that was let go before its step was due: the step is still taken, once, so that quick taps all count. */
  let tap: Direction = noDirection;
  /** Whether the direction held waits for its first step. */
  let isFresh = false;
  let path: readonly Tile[] = [];
  let cancelTimer: (() => void) | null = null;
  /** When the next step may be taken; steps keep this beat, so that a late timer costs no speed. */
  let nextMs = 0;
  /** Whether the server was last told that more steps follow. */
  let isAnnounced = false;

  /** Takes a step now if one is due, else when it is. */
  function proceed(): void {
    if (cancelTimer !== null) return;
    const waitMs = nextMs - clock.now();
    if (waitMs <= 0) {
      takeStep();
      return;
    }
    cancelTimer = clock.after(waitMs, () => {
      cancelTimer = null;
      takeStep();
    });
  }

  function takeStep(): void {
    const stance = walked.ownStance();
    const to = stance === null ? null : wantedTile(stance);
    isFresh = false;
    tap = noDirection;
    const hasMore = path.length > 1 || isDirected(direction);
    if (to === null || !walked.move(to, hasMore)) {
      rest();
      return;
    }
    path = path.slice(1);
    isAnnounced = hasMore;
    nextMs = Math.max(nextMs + stepMs, clock.now() + stepMs / 2);
    if (hasMore) proceed();
  }

  function wantedTile(stance: Stance): Tile | null {
    const wish = isDirected(direction) ? direction : tap;
    if (isDirected(wish)) return nextTile(grid, stance, wish);
    const next = path[0];
    // A correction may have put the avatar beside its path.
    if (next === undefined || Math.max(Math.abs(next.x - stance.x), Math.abs(next.y - stance.y)) <= 1)
      return next ?? null;
    return restart(stance);
  }

  function restart(stance: Stance): Tile | null {
    const goal = path.at(-1);
    path = goal === undefined ? [] : (findPathNear(grid, stance, goal, besideTiles) ?? []);
    return path[0] ?? null;
  }

  /** Nothing more to walk: the server hears of it, because who stands still joins at once. */
  function rest(): void {
    path = [];
    const stance = walked.ownStance();
    if (isAnnounced && stance !== null) walked.move(stance, false);
    isAnnounced = false;
  }

  function hold(next: Direction): void {
    if (isSameDirection(next, direction) && path.length === 0) return;
    const before = direction;
    direction = next;
    path = [];
    if (isDirected(next)) {
      isFresh = true;
      begin();
    } else if (isFresh) tap = before;
    else halt();
  }

  /** After a rest the beat starts anew. */
  function begin(): void {
    if (nextMs < clock.now()) nextMs = clock.now();
    proceed();
  }

  function halt(): void {
    cancelTimer?.();
    cancelTimer = null;
    direction = noDirection;
    tap = noDirection;
    isFresh = false;
    rest();
  }

  return {
    hold,
    setDirection: (x, y) => hold(directionOfVector(x, y)),
    walkTo(tile) {
      const stance = walked.ownStance();
      const way = stance === null ? null : findPathNear(grid, stance, tile, besideTiles);
      if (way === null || stance === null) return false;
      direction = noDirection;
      tap = noDirection;
      path = way;
      if (way.length === 0 || isSameTile(stance, tile)) halt();
      else begin();
      return true;
    },
    goal: () => path.at(-1) ?? null,
    stop: halt,
    destroy: halt,
  };
}
