import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { isErrno } from '../../errno.ts';
import { isRunning, startTicksOf } from './processes.ts';
import { answers } from './socketPath.ts';

const holderSchema = z.object({
  pid: z.number().int(),
  /** ISO 8601. */
  startedAt: z.string(),
  socketPath: z.string(),
  /** Name of the newest migration that the holder knows. */
  version: z.string(),
  role: z.string(),
  host: z.string(),
  startTicks: z.string().nullable(),
  /** Tells one lock from the next at the same path. */
  token: z.string(),
});

/** Who has the data folder open. */
export type Holder = z.infer<typeof holderSchema>;

/** Where a data folder's lock stands. */
export const lockPathOf = (dataDir: string): string => join(dataDir, 'lock');

export interface Lock {
  readonly holder: Holder;
  /** Idempotent. */
  release(): void;
}

export type LockResult = { taken: true; lock: Lock } | { taken: false; holder: Holder };

export function describeSelf(self: { socketPath: string; version: string; role: string }): Holder {
  return {
    ...self,
    pid: process.pid,
    startedAt: new Date().toISOString(),
    host: hostname(),
    startTicks: startTicksOf(process.pid),
    token: randomUUID(),
  };
}

/** Who holds the lock, as written; `null` when nobody does. */
export function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether the holder still has the folder open. Processes of another host are not visible, but their socket may be. */
export async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host === hostname() && isRunning(holder.pid, holder.startTicks)) return true;
  return await answers(holder.socketPath);
}

/** Writes the lock whole and at once: a file of its own is linked to the path, which succeeds for one process only. */
function tryTake(path: string, self: Holder): boolean {
  const draft = `${path}.${self.token}`;
  writeFileSync(draft, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes the lock of a dead holder. The right to do so is a lock itself, named by the dead holder's token, so that of
 * several processes that saw the same dead holder one removes it and none removes its successor's lock.
 */
async function removeStale(path: string, dead: Holder): Promise<void> {
  const guard = await takeLock(`${path}.${dead.token}`, describeSelf({ ...dead }));
  if (!guard.taken) {
    await pause(10);
    return;
  }
  try {
    if (readHolder(path)?.token === dead.token) unlinkSync(path);
  } finally {
    guard.lock.release();
  }
}

/**
 * Takes the lock at `path`, or says who holds it. The lock of a process that no longer runs is taken over, also when
 * several processes try at the same moment: one gets it.
 */
export async function takeLock(path: string, self: Holder): Promise<LockResult> {
  for (;;) {
    if (tryTake(path, self)) return { taken: true, lock: lockAt(path, self) };
    const holder = readHolder(path);
    if (holder === null) continue;
    if (await isAlive(holder)) return { taken: false, holder };
    await removeStale(path, holder);
  }
}

function lockAt(path: string, holder: Holder): Lock {
  let isHeld = true;
  return {
    holder,
    release() {
      if (!isHeld) return;
      isHeld = false;
      if (readHolder(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
}
