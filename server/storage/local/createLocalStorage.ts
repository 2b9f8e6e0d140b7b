import { rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../../errno.ts';
import { requireKey } from '../keys.ts';
import type { StoragePort } from '../StoragePort.ts';
import { StorageUnavailable } from '../StorageUnavailable.ts';
import { atomicWrite, prepareIncoming } from './atomicWrite.ts';
import { streamFile } from './streamFile.ts';

/** Says what is wrong with the folder. Whatever the file system refuses, files are not to be had now. */
const unavailable = (folder: string, error: unknown): StorageUnavailable => {
  const reason = isErrno(error, 'ENOSPC', 'EDQUOT') ? 'the disk is full' : 'it cannot be used';
  return new StorageUnavailable(`Files are kept in ${folder}, but ${reason}.`, { cause: error });
};

/**
 * Keeps files in a folder of this machine: `<folder>/ab/abcd…`. Several processes may share it. The folder is made when
 * the first file comes.
 */
export function createLocalStorage(folder: string): StoragePort {
  const incoming = join(folder, 'incoming');
  let prepared: Promise<void> | undefined;

  const pathOf = (key: string): string => {
    requireKey(key);
    return join(folder, key.slice(0, 2), key);
  };

  function prepare(): Promise<void> {
    prepared ??= prepareIncoming(incoming, Date.now()).catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  async function sizeOf(path: string): Promise<number | null> {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return null;
      throw unavailable(folder, error);
    }
  }

  /** Whether the whole file is there; it then counts as just put. */
  async function isKept(path: string, sizeBytes: number): Promise<boolean> {
    if ((await sizeOf(path)) !== sizeBytes) return false;
    const now = new Date();
    await utimes(path, now, now);
    return true;
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      try {
        if (await isKept(path, bytes.byteLength)) return;
        await prepare();
        await atomicWrite(path, bytes, incoming);
      } catch (error) {
        throw error instanceof StorageUnavailable ? error : unavailable(folder, error);
      }
    },
    async get(key, range) {
      const path = pathOf(key);
      const sizeBytes = await sizeOf(path);
      if (sizeBytes === null) return null;
      const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
      return { sizeBytes, stream: streamFile(path, start, end) };
    },
    async remove(key) {
      const path = pathOf(key);
      try {
        await rm(path, { force: true });
      } catch (error) {
        throw unavailable(folder, error);
      }
    },
  };
}
