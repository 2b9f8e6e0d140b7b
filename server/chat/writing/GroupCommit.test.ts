import { describe, expect, test } from 'vitest';
import { GroupCommit } from './GroupCommit.ts';

/** A log whose transactions end when the test says so. */
function heldLog(options: { failing?: (drafts: readonly string[]) => boolean } = {}) {
  const batches: string[][] = [];
  const release: (() => void)[] = [];
  const told: string[][] = [];
  const commits = new GroupCommit<string, string>({
    async append(drafts) {
      batches.push(drafts);
      await new Promise<void>((resolve) => release.push(resolve));
      if (options.failing?.(drafts) === true) throw new Error('the database is away');
      return drafts.map((draft) => `written ${draft}`);
    },
    async committed(results) {
      told.push(results);
    },
    concernsAll: () => options.failing !== undefined && batches.length === 1,
    most: 3,
  });
  const next = async (): Promise<void> => {
    while (release.length === 0) await new Promise((resolve) => setImmediate(resolve));
    release.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { commits, batches, told, next };
}

describe('group commit', () => {
  test('2.1 while one transaction is under way others gather for the next, in the order of arrival', async () => {
    const { commits, batches, next } = heldLog();
    const first = commits.push('a');
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    const rest = ['b', 'c', 'd', 'e'].map((draft) => commits.push(draft));
    await next();
    await next();
    await next();
    expect(await Promise.all([first, ...rest])).toEqual(['a', 'b', 'c', 'd', 'e'].map((x) => `written ${x}`));
    expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  test('2.2 nothing is answered before it is committed and told', async () => {
    const { commits, told, next } = heldLog();
    const seen: string[] = [];
    const written = commits.push('a').then(() => seen.push('answered'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([]);
    await next();
    await written;
    expect(told).toEqual([['written a']]);
  });

  test('2.3 a database that is away refuses all drafts of the transaction; the next goes on', async () => {
    const { commits, next } = heldLog({ failing: (drafts) => drafts.includes('b') });
    const both = [commits.push('a'), commits.push('b')].map((one) => one.catch(() => 'refused'));
    await next();
    expect(await Promise.all(both)).toEqual(['refused', 'refused']);
    const later = commits.push('c');
    await next();
    expect(await later).toBe('written c');
  });

  test('2.4 a draft that makes a transaction fail by itself fails alone', async () => {
    const batches: string[][] = [];
    const commits = new GroupCommit<string, string>({
      async append(drafts) {
        batches.push(drafts);
        if (drafts.includes('bad')) throw new Error('a bug');
        return drafts;
      },
      committed: () => Promise.resolve(),
      concernsAll: () => false,
      most: 10,
    });
    const all = ['a', 'bad', 'b'].map((draft) => commits.push(draft).catch(() => 'failed'));
    expect(await Promise.all(all)).toEqual(['a', 'failed', 'b']);
    expect(batches).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
  });

  test('2.5 draining waits for all that was taken', async () => {
    const { commits, next } = heldLog();
    const answered: string[] = [];
    for (const draft of ['a', 'b', 'c', 'd']) void commits.push(draft).then((one) => answered.push(one));
    const drained = commits.drain();
    await next();
    await next();
    await drained;
    expect(answered).toHaveLength(4);
  });
});
