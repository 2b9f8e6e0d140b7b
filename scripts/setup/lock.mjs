import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { whenInterrupted } from './interrupt.mjs';

/**
 * One at a time between processes, by a file. The holder touches the file; a file that nobody touches any more, or
 * whose process has ended, is taken over. Two may in rare cases take over at the same moment: what is done under
 * the lock must stay whole then (write elsewhere, rename at the end).
 */

const touchEveryMs = 5_000;
const abandonedAfterMs = 30_000;
const lookAgainMs = 500;

/** Whether a process of this machine is alive. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Who holds a lock file, or undefined when nobody does.
 *
 * @param {string} file - JSON with at least `pid`
 * @returns {{ pid: number, host?: string } | undefined}
 */
export function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder?.pid === 'number' ? holder : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @template Result
 * @param {string} file
 * @param {{ onWait?: (pid: number | undefined) => void }} options - onWait: called while another holds it
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, { onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    onWait?.(readHolder(file)?.pid);
    await delay(lookAgainMs);
  }
  const touching = setInterval(() => touch(file), touchEveryMs);
  touching.unref();
  const release = () => {
    clearInterval(touching);
    rmSync(file, { force: true });
  };
  const takeBack = whenInterrupted(release);
  try {
    return await work();
  } finally {
    takeBack();
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const holder = readHolder(file);
  if (holder?.host === hostname() && !isAlive(holder.pid)) return true;
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched > abandonedAfterMs;
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) utimesSync(file, now, now);
}
