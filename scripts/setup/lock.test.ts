import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHolder, withLock } from './lock.mjs';

let folder = '';
const lockFile = () => join(folder, 'deep', 'lock');
/** Above what Linux and macOS give out. */
const nobody = 2 ** 30;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vicinity-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withLock', () => {
  test('holds while the work goes on, and lets go after it', async () => {
    const pid = await withLock(lockFile(), {}, async () => readHolder(lockFile())?.pid);
    expect(pid).toBe(process.pid);
    expect(existsSync(lockFile())).toBe(false);
  });

  test('lets go when the work fails', async () => {
    const failing = withLock(lockFile(), {}, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lockFile())).toBe(false);
  });

  test('one after the other', async () => {
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = withLock(lockFile(), {}, async () => {
      order.push('first begins');
      await gate.promise;
      order.push('first ends');
    });
    const second = withLock(lockFile(), { onWait: () => gate.resolve() }, async () => {
      order.push('second begins');
    });
    await Promise.all([first, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins']);
  });

  test('takes over from a process that has ended', async () => {
    await withLock(lockFile(), {}, async () => undefined);
    writeFileSync(lockFile(), JSON.stringify({ pid: nobody, host: hostname() }));
    expect(await withLock(lockFile(), {}, async () => 'done')).toBe('done');
  });

  test('takes over what nobody has touched for long, wherever it came from', async () => {
    await withLock(lockFile(), {}, async () => undefined);
    writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, host: 'another machine' }));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lockFile(), longAgo, longAgo);
    expect(await withLock(lockFile(), {}, async () => 'done')).toBe('done');
  });
});

describe('readHolder', () => {
  test('of no file, and of one that is not whole', () => {
    const file = join(folder, 'other');
    expect(readHolder(file)).toBeUndefined();
    writeFileSync(file, '{"pid":');
    expect(readHolder(file)).toBeUndefined();
  });
});
