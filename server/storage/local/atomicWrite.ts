import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { isErrno } from '../../errno.ts';

/** How old a half-written file gets before it counts as left behind by a process that died, in ms (1 h). */
const abandonedAfterMs = 3_600_000;

/** Makes a rename survive a power cut, where the system can open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfGone(error: unknown): null {
  if (isErrno(error, 'ENOENT')) return null;
  throw error;
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file so that it is whole or not there, whatever happens meanwhile: under another name in `incoming` (on the
 * same disk), through to the disk, then renamed. Rejects as the file system does; then nothing of it is left.
 */
export async function atomicWrite(path: string, bytes: Uint8Array, incoming: string): Promise<void> {
  const unfinished = join(incoming, uuidv7());
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeThrough(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the folder for files that are being written, and takes away what dead processes left in it. */
export async function prepareIncoming(incoming: string, nowMs: number): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    // Another process may have finished with it since.
    const found = await stat(path).catch(nullIfGone);
    if (found !== null && nowMs - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true });
  }
}
