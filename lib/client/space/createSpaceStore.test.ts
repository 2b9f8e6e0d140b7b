import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grid, type Stance, step } from '#lib/domain/grid.ts';
import { wireError } from '#lib/protocol/errors.ts';
import { createMemorySession } from '../session/memorySession.ts';
import { createSpaceStore } from './createSpaceStore.ts';
import { joinReply, mira } from './testing.ts';

const size = 9;
const grid: Grid = { widthTiles: size, heightTiles: size, kinds: new Uint8Array(size * size) };

function setUp() {
  const memory = createMemorySession();
  const store = createSpaceStore({ session: memory.session, now: () => 0 });
  memory.join(joinReply());
  return { ...memory, store };
}

describe('space store', () => {
  it('1 follows the own role from the join on', async () => {
    const { store, server, flush } = setUp();
    expect(store.getState().role).toBe('guest');
    server.send('/space', 'standing', { role: 'moderator' });
    await flush();
    expect(store.getState().role).toBe('moderator');
  });

  it('2 follows name, address and lock of the space', async () => {
    const { store, server, flush } = setUp();
    server.send('/space', 'space-changed', { name: 'Pier', slug: 'pier', isLocked: true });
    await flush();
    expect(store.getState().space).toMatchObject({
      name: 'Pier',
      slug: 'pier',
      isLocked: true,
      rangeTiles: 2,
    });
  });

  it('3 stands where a moderator put it and forgets the steps before', async () => {
    const { store, server, flush } = setUp();
    store.setGrid(grid);
    store.move({ x: 5, y: 4 }, true);
    server.send('/space', 'moved', { x: 0, y: 8, facing: 'up', by: mira });
    await flush();
    expect(store.ownStance()).toEqual({ x: 0, y: 8, facing: 'up' });
    expect(store.getState().stances.get(1)).toEqual({ x: 0, y: 8, facing: 'up', isMoving: false });
    expect(store.snapshot().unconfirmedSteps).toBe(0);
    expect(store.motion.drawn(1, 0)).toMatchObject({ x: 0, y: 8 });
  });

  it('4 is put elsewhere even before the map is read', async () => {
    const { store, server, flush } = setUp();
    server.send('/space', 'moved', { x: 7, y: 7, facing: 'left', by: mira });
    await flush();
    expect(store.ownStance()).toEqual({ x: 7, y: 7, facing: 'left' });
  });

  it('5 ends every subscription', () => {
    const { store, subscriptionCount } = setUp();
    store.destroy();
    expect(subscriptionCount()).toBe(0);
  });
});

type Act =
  | { readonly kind: 'step'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'serve'; readonly isRefused: boolean }
  | { readonly kind: 'put'; readonly x: number; readonly y: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'hear' };

const offset = fc.integer({ min: -1, max: 1 });
const index = fc.integer({ min: 0, max: size - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step' as const), dx: offset, dy: offset }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('serve' as const), isRefused: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put' as const), x: index, y: index }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'tick' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'hear' as const }) },
);

/** A server at the other end of a store: it takes or refuses moves late, and puts the avatar anywhere meanwhile. */
function createWorld() {
  const { store, server, flush, sent } = setUp();
  store.setGrid(grid);
  let truth: { stance: Stance; seq: number } = { stance: { x: 4, y: 4, facing: 'down' }, seq: 0 };
  let served = 0;

  function serve(isRefused: boolean): void {
    const move = sent[served]?.payload as { x: number; y: number; seq: number } | undefined;
    if (move === undefined) return;
    served += 1;
    const result = step(grid, truth.stance, move);
    if (!isRefused && result.ok) truth = { stance: result.stance, seq: move.seq };
    else {
      const error = wireError('blocked_tile', 'no');
      server.send('/space', 'correction', { ...truth.stance, seq: move.seq, error });
    }
  }

  function tick(): void {
    const position = { entity: 1, ...truth.stance, isMoving: false, seq: truth.seq & 0xffff };
    server.send('/space', 'positions', { tick: 1, zone: 0, isWhole: false, people: [position] });
  }

  return {
    store,
    async act(what: Act): Promise<void> {
      const at = store.ownStance();
      if (what.kind === 'step' && at !== null) store.move({ x: at.x + what.dx, y: at.y + what.dy }, true);
      if (what.kind === 'serve') serve(what.isRefused);
      if (what.kind === 'tick') tick();
      if (what.kind === 'hear') await flush();
      if (what.kind !== 'put') return;
      truth = { ...truth, stance: { x: what.x, y: what.y, facing: 'down' } };
      server.send('/space', 'moved', { ...truth.stance, by: mira });
    },
    async settle(): Promise<Stance> {
      while (served < sent.length) serve(false);
      tick();
      await flush();
      return truth.stance;
    },
  };
}

describe('space store against any server', () => {
  it('ends where the server has the avatar, in whatever order moves, corrections and being moved meet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
        const world = createWorld();
        for (const what of acts) await world.act(what);
        const truth = await world.settle();
        expect(world.store.ownStance()).toEqual(truth);
        expect(world.store.getState().stances.get(1)).toMatchObject(truth);
        expect(world.store.snapshot().unconfirmedSteps).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
