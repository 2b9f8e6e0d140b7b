import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grid, isFree, type Stance, step } from '#lib/domain/grid.ts';
import {
  confirmMove,
  correctMove,
  type Prediction,
  predictMove,
  putElsewhere,
  startPrediction,
} from './prediction.ts';

const start: Stance = { x: 4, y: 4, facing: 'down' };

function openGrid(size: number): Grid {
  return { widthTiles: size, heightTiles: size, kinds: new Uint8Array(size * size) };
}

function walked(
  prediction: Prediction,
  grid: Grid,
  tiles: readonly (readonly [number, number])[],
): Prediction {
  return tiles.reduce((now, [x, y]) => {
    const next = predictMove(now, grid, { x, y });
    if (next === null) throw new Error('the step should have been possible');
    return next;
  }, prediction);
}

describe('prediction', () => {
  const grid = openGrid(9);

  it('applies own steps at once and numbers them', () => {
    const prediction = walked(startPrediction(start), grid, [
      [5, 4],
      [6, 4],
    ]);
    expect(prediction.stance).toEqual({ x: 6, y: 4, facing: 'right' });
    expect(prediction.pending.map((move) => move.seq)).toEqual([1, 2]);
    expect(prediction.confirmed).toEqual(start);
  });

  it('refuses what the grid forbids and keeps the number for the next step', () => {
    expect(predictMove(startPrediction(start), grid, { x: 6, y: 4 })).toBeNull();
  });

  it('settles steps up to the number the server names', () => {
    const prediction = walked(startPrediction(start), grid, [
      [5, 4],
      [6, 4],
    ]);
    const confirmed = confirmMove(prediction, grid, { x: 5, y: 4, facing: 'right' }, 1);
    expect(confirmed.pending.map((move) => move.seq)).toEqual([2]);
    expect(confirmed.stance).toEqual({ x: 6, y: 4, facing: 'right' });
  });

  it('settles across the wrap of 16 bits', () => {
    const late = startPrediction(start, 0xffff - 1);
    const prediction = walked(late, grid, [
      [5, 4],
      [6, 4],
      [7, 4],
    ]);
    const confirmed = confirmMove(prediction, grid, { x: 6, y: 4, facing: 'right' }, 0);
    expect(confirmed.pending.map((move) => move.seq)).toEqual([0x10001]);
    expect(confirmed.stance.x).toBe(7);
  });

  it('lets a number of another tab settle nothing', () => {
    const prediction = walked(startPrediction(start), grid, [[5, 4]]);
    const confirmed = confirmMove(prediction, grid, start, 57);
    expect(confirmed.pending).toHaveLength(1);
    expect(confirmed.stance).toEqual({ x: 5, y: 4, facing: 'right' });
  });

  it('goes back to where a correction says and walks later steps again from there', () => {
    const prediction = walked(startPrediction(start), grid, [
      [5, 4],
      [5, 5],
      [5, 6],
    ]);
    const corrected = correctMove(prediction, grid, { x: 4, y: 5, facing: 'down' }, 1);
    expect(corrected.stance).toEqual({ x: 5, y: 6, facing: 'down' });
  });
});

it('forgets every step sent so far when somebody puts the avatar elsewhere', () => {
  const prediction = walked(startPrediction(start), openGrid(9), [
    [5, 4],
    [6, 4],
  ]);
  const put = putElsewhere(prediction, { x: 1, y: 1, facing: 'left' });
  expect(put).toMatchObject({ stance: { x: 1, y: 1, facing: 'left' }, pending: [], lastSeq: 2 });
});

/** One message on its way from the server. */
type News =
  | { readonly kind: 'frame'; readonly stance: Stance; readonly seq: number }
  | { readonly kind: 'correction'; readonly stance: Stance; readonly seq: number }
  | { readonly kind: 'moved'; readonly stance: Stance };

type Action =
  | { readonly kind: 'step'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'server'; readonly isRefused: boolean }
  | { readonly kind: 'tick' }
  | { readonly kind: 'hear' }
  | { readonly kind: 'push'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'put'; readonly x: number; readonly y: number };

const offset = fc.integer({ min: -1, max: 1 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step' as const), dx: offset, dy: offset }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('server' as const), isRefused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'tick' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'hear' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('push' as const), dx: offset, dy: offset }) },
);
const tileIndex = fc.integer({ min: 0, max: 8 });
const put: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('put' as const),
  x: tileIndex,
  y: tileIndex,
});
const gridArbitrary = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 81, maxLength: 81 })
  .map((kinds): Grid => {
    const blocked = Uint8Array.from(kinds, (kind) => (kind === 5 ? 1 : 0));
    blocked[4 * 9 + 4] = 0;
    return { widthTiles: 9, heightTiles: 9, kinds: blocked };
  });

/** A server that may refuse any move, may push the avatar about and put it anywhere; messages keep their order, as on one socket. */
function createWorld(grid: Grid, firstSeq: number) {
  let client = startPrediction(start, firstSeq);
  let server = { stance: start, seq: firstSeq };
  const toServer: { x: number; y: number; seq: number }[] = [];
  const toClient: News[] = [];

  function serve(isRefused: boolean): void {
    const move = toServer.shift();
    if (move === undefined) return;
    const result = step(grid, server.stance, move);
    if (isRefused || !result.ok) toClient.push({ kind: 'correction', stance: server.stance, seq: move.seq });
    else server = { stance: result.stance, seq: move.seq };
  }

  function hear(): void {
    const news = toClient.shift();
    if (news === undefined) return;
    if (news.kind === 'moved') client = putElsewhere(client, news.stance);
    else if (news.kind === 'correction') client = correctMove(client, grid, news.stance, news.seq);
    else client = confirmMove(client, grid, news.stance, news.seq & 0xffff);
  }

  /** Somebody walks the avatar a tile further without a word. */
  function push({ dx, dy }: Extract<Action, { kind: 'push' }>): void {
    const { x, y } = server.stance;
    const pushed = step(grid, server.stance, { x: x + dx, y: y + dy });
    if (pushed.ok) server = { ...server, stance: pushed.stance };
  }

  /** A moderator puts the avatar elsewhere, and it is told. */
  function putAt({ x, y }: Extract<Action, { kind: 'put' }>): void {
    if (!isFree(grid, { x, y })) return;
    server = { ...server, stance: { x, y, facing: 'down' } };
    toClient.push({ kind: 'moved', stance: server.stance });
  }

  function walk({ dx, dy }: Extract<Action, { kind: 'step' }>): void {
    const next = predictMove(client, grid, { x: client.stance.x + dx, y: client.stance.y + dy });
    if (next === null) return;
    client = next;
    toServer.push({ x: next.stance.x, y: next.stance.y, seq: next.lastSeq });
  }

  function act(what: Action): void {
    if (what.kind === 'server') serve(what.isRefused);
    if (what.kind === 'tick') toClient.push({ kind: 'frame', ...server });
    if (what.kind === 'hear') hear();
    if (what.kind === 'push') push(what);
    if (what.kind === 'put') putAt(what);
    if (what.kind === 'step') walk(what);
  }

  return {
    act,
    settle() {
      while (toServer.length > 0) serve(false);
      toClient.push({ kind: 'frame', ...server });
      while (toClient.length > 0) hear();
      return { client, server };
    },
  };
}

describe('prediction against any server', () => {
  it('ends where the server has the avatar once everything is answered, with nothing pending', () => {
    fc.assert(
      fc.property(
        gridArbitrary,
        fc.constantFrom(0, 0xfffc, 0x1fffd),
        fc.array(fc.oneof({ weight: 12, arbitrary: action }, { weight: 1, arbitrary: put }), {
          maxLength: 120,
        }),
        (grid, firstSeq, actions) => {
          const world = createWorld(grid, firstSeq);
          for (const what of actions) world.act(what);
          const { client, server } = world.settle();
          expect(client.stance).toEqual(server.stance);
          // A refused last move stays unsettled by frames, but a correction has voided it.
          expect(client.pending).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never shows the avatar on a tile that is not free', () => {
    fc.assert(
      fc.property(gridArbitrary, fc.array(action, { maxLength: 80 }), (grid, actions) => {
        const world = createWorld(grid, 0);
        for (const what of actions) world.act(what);
        const { x, y } = world.settle().client.stance;
        expect(grid.kinds[y * 9 + x]).toBe(0);
      }),
    );
  });
});
