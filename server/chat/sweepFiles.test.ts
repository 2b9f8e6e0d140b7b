import { expect, it } from 'vitest';
import { unsentFileMs } from '#lib/domain/chat/limits.ts';
import { ManualClock } from '../clock.ts';
import { silentLogger } from '../observability/Logger.ts';
import { startFileSweep } from './sweepFiles.ts';

const hourMs = 3_600_000;

/** A sweep over rows that are orphaned as given, one list for each time, and a storage that refuses some keys at first. */
function openSweep(orphaned: string[][], refusedOnce: string[] = [], used: string[] = []) {
  const clock = new ManualClock(Date.parse('2026-11-22T10:00:00.000Z'));
  const refused = new Set(refusedOnce);
  const asked: string[] = [];
  const removed: string[] = [];
  const chatFiles = {
    async sweep(unsentBefore: string) {
      asked.push(unsentBefore);
      const keys = orphaned.shift();
      if (keys === undefined) throw new Error('The database is away.');
      return { orphanedKeys: keys };
    },
    unusedAmong: (keys: string[]) => Promise.resolve(keys.filter((key) => !used.includes(key))),
    add: () => Promise.reject(new Error('Nothing is added here.')),
    find: () => Promise.resolve(null),
    uploadedBy: () => Promise.resolve([]),
  };
  const storage = {
    async remove(key: string) {
      if (refused.delete(key)) throw new Error('The storage is away.');
      removed.push(key);
    },
  };
  const sweep = startFileSweep({ store: { chatFiles }, storage, clock, logger: silentLogger });
  return { clock, asked, removed, sweep };
}

it('R19: sweeps soon after the start and then every hour what is older than a day', async () => {
  const { clock, asked, removed, sweep } = openSweep([['a'], ['b']]);
  clock.advance(60_000);
  await expect.poll(() => clock.taskCount).toBe(1);
  expect(asked).toEqual([new Date(clock.nowMs() - unsentFileMs).toISOString()]);
  expect(removed).toEqual(['a']);
  clock.advance(hourMs);
  await expect.poll(() => removed).toEqual(['a', 'b']);
  await sweep.close();
});

it('tries again what could not be removed, and goes on after an error', async () => {
  const { clock, removed, sweep } = openSweep([['a', 'b'], []], ['a']);
  clock.advance(60_000);
  await expect.poll(() => clock.taskCount).toBe(1);
  expect(removed).toEqual(['b']);
  clock.advance(hourMs);
  await expect.poll(() => removed).toEqual(['b', 'a']);
  await expect.poll(() => clock.taskCount).toBe(1);
  clock.advance(hourMs);
  await expect.poll(() => clock.taskCount).toBe(1);
  await sweep.close();
});

it('leaves bytes that were uploaded again since their last file went', async () => {
  const used: string[] = [];
  const { clock, removed, sweep } = openSweep([['a', 'b'], []], ['a'], used);
  clock.advance(60_000);
  await expect.poll(() => clock.taskCount).toBe(1);
  used.push('a');
  clock.advance(hourMs);
  await expect.poll(() => clock.taskCount).toBe(1);
  used.length = 0;
  clock.advance(hourMs);
  await expect.poll(() => clock.taskCount).toBe(1);
  expect(removed).toEqual(['b']);
  await sweep.close();
});

it('leaves nothing behind when it is closed, also while it sweeps', async () => {
  const { clock, sweep, removed } = openSweep([['a']]);
  clock.advance(60_000);
  await sweep.close();
  await sweep.close();
  expect(removed).toEqual(['a']);
  expect(clock.taskCount).toBe(0);
});
