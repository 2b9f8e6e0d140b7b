import { describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import type { SavedPosition } from '../persistence/ports.ts';
import { PositionSaver } from './PositionSaver.ts';

/** A repository in memory that can be out of order. */
function open(): {
  clock: ManualClock;
  logger: RecordingLogger;
  saver: PositionSaver;
  rows: Map<string, SavedPosition>;
  state: { isDown: boolean; writes: number; underWay: number; mostUnderWay: number; gate: Promise<void> };
} {
  const clock = new ManualClock(0);
  const logger = new RecordingLogger();
  const rows = new Map<string, SavedPosition>();
  const state = { isDown: false, writes: 0, underWay: 0, mostUnderWay: 0, gate: Promise.resolve() };
  const repository = {
    async save(_spaceId: string, positions: SavedPosition[]) {
      state.writes += 1;
      state.underWay += 1;
      state.mostUnderWay = Math.max(state.mostUnderWay, state.underWay);
      await state.gate;
      state.underWay -= 1;
      if (state.isDown) throw new Error('the database is away');
      for (const position of positions) rows.set(position.userId, position);
    },
    find: async (_spaceId: string, userId: string) => rows.get(userId) ?? null,
  };
  const saver = new PositionSaver({ spaceId: 'p', repository, clock, logger, snapshotMs: 3_000 });
  return { clock, logger, saver, rows, state };
}

const at = (x: number) => ({ x, y: 1, facing: 'down' }) as const;

describe('position saver', () => {
  it('writes the latest positions of several people together within the snapshot time', async () => {
    const { clock, saver, rows, state } = open();
    saver.markChanged('alice', at(1));
    clock.advance(2_000);
    saver.markChanged('alice', at(2));
    saver.markChanged('bob', at(9));
    clock.advance(1_000);
    await expect.poll(() => rows.get('alice')?.x).toBe(2);
    expect([rows.get('bob')?.x, state.writes]).toEqual([9, 1]);
    expect(clock.taskCount).toBe(0);
  });

  it('reads what is yet to be written', async () => {
    const { saver } = open();
    saver.markChanged('alice', at(4));
    expect(await saver.find('alice')).toMatchObject({ x: 4 });
    expect(await saver.find('bob')).toBeNull();
  });

  it('warns when the store fails, keeps the newest, and tries again', async () => {
    const { clock, saver, rows, state, logger } = open();
    state.isDown = true;
    saver.markChanged('alice', at(1));
    clock.advance(3_000);
    saver.markChanged('alice', at(2));
    await expect.poll(() => logger.lines.map((line) => line.level)).toEqual(['warn']);
    expect(await saver.find('alice')).toMatchObject({ x: 2 });
    state.isDown = false;
    clock.advance(3_000);
    await expect.poll(() => rows.get('alice')?.x).toBe(2);
  });

  it('writes the rest when it closes, and says so as an error when it cannot', async () => {
    const good = open();
    good.saver.markChanged('alice', at(1));
    await good.saver.close();
    expect([good.rows.get('alice')?.x, good.clock.taskCount]).toEqual([1, 0]);
    const bad = open();
    bad.state.isDown = true;
    bad.saver.markChanged('alice', at(1));
    await bad.saver.close();
    expect(bad.state.writes).toBe(3);
    expect(bad.logger.lines.at(-1)?.level).toBe('error');
    expect(bad.clock.taskCount).toBe(0);
  });

  it('writes one thing at a time, however slow the store is, and waits for the last write when it closes', async () => {
    const { clock, saver, rows, state } = open();
    const { promise, resolve } = Promise.withResolvers<void>();
    state.gate = promise;
    for (const x of [1, 2, 3]) {
      saver.markChanged('alice', at(x));
      clock.advance(3_000);
    }
    const closing = saver.close();
    resolve();
    await closing;
    expect([rows.get('alice')?.x, state.underWay, state.mostUnderWay]).toEqual([3, 0, 1]);
  });
});
