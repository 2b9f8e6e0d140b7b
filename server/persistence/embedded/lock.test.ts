import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSelf, type Holder, readHolder, takeLock } from './lock.ts';
import { startTicksOf } from './processes.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'vicinity-lock-')), 'lock');
const self = (socketPath = '/nowhere') => describeSelf({ socketPath, version: '1', role: 'all' });

/** A process id that belonged to somebody and is free again. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const write = (path: string, holder: Holder) => writeFileSync(path, JSON.stringify(holder));

describe('lock of a data folder', () => {
  it('is taken by the first, who is named to the second', async () => {
    const path = newPath();
    const first = await takeLock(path, self());
    expect(first.taken).toBe(true);
    expect(await takeLock(path, self())).toMatchObject({ taken: false, holder: { pid: process.pid } });
  });

  it('is free again after its release, and leaves nothing behind', async () => {
    const path = newPath();
    const first = await takeLock(path, self());
    if (first.taken) {
      first.lock.release();
      first.lock.release();
    }
    expect(readdirSync(join(path, '..'))).toEqual([]);
    expect((await takeLock(path, self())).taken).toBe(true);
  });

  it('of a dead process is taken over', async () => {
    const path = newPath();
    write(path, { ...self(), pid: deadPid() });
    const result = await takeLock(path, self());
    expect(result.taken).toBe(true);
    expect(readHolder(path)?.pid).toBe(process.pid);
    expect(readdirSync(join(path, '..'))).toEqual(['lock']);
  });

  it('of a dead process whose id is in use again is taken over, where the system tells when a process was started', async () => {
    const path = newPath();
    write(path, { ...self(), pid: process.pid, startTicks: '1' });
    expect((await takeLock(path, self())).taken).toBe(startTicksOf(process.pid) !== null);
  });

  it('goes to one of several that find it stale', async () => {
    const path = newPath();
    write(path, { ...self(), pid: deadPid() });
    const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, self())));
    expect(results.filter(({ taken }) => taken)).toHaveLength(1);
    expect(readdirSync(join(path, '..'))).toEqual(['lock']);
  });

  it('is taken over also when somebody died while taking it over', async () => {
    const path = newPath();
    const dead = { ...self(), pid: deadPid() };
    write(path, dead);
    write(`${path}.${dead.token}`, { ...self(), pid: deadPid() });
    expect((await takeLock(path, self())).taken).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['lock']);
  });

  it('of another host counts while its socket answers', async () => {
    const path = newPath();
    const socketPath = join(path, '..', 'socket');
    const server = createServer().listen(socketPath);
    await new Promise((resolve) => server.once('listening', resolve));
    write(path, { ...self(socketPath), host: 'elsewhere', pid: deadPid() });
    expect((await takeLock(path, self())).taken).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect((await takeLock(path, self())).taken).toBe(true);
  });

  it('releases only what is its own', async () => {
    const path = newPath();
    const first = await takeLock(path, self());
    const successor = { ...self(), pid: 1 };
    write(path, successor);
    if (first.taken) first.lock.release();
    expect(readHolder(path)).toEqual(successor);
  });
});
