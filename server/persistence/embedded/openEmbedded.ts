import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Logger } from '../../observability/Logger.ts';
import { refuseNewerFolder } from '../folderVersion.ts';
import { StorageError } from '../StorageError.ts';
import { type Engine, startEngine } from './engine.ts';
import { databaseDirOf, removeUnfinished } from './firstStart.ts';
import { describeSelf, type Holder, type Lock, lockPathOf, takeLock } from './lock.ts';
import { socketPathFor } from './socketPath.ts';

/** The embedded database as this process has it: opened by itself, or by the process that holds the folder. */
export interface Embedded {
  readonly isOwner: boolean;
  readonly socketPath: string;
  /** Closes what this process opened and lets go of the folder; idempotent. */
  close(): Promise<void>;
}

interface Options {
  dataDir: string;
  role: string;
  /** Name of the newest migration this program knows. */
  newestMigration: string;
  /** Whether the database of another process may be used instead of an own one. */
  mayShare: boolean;
  logger: Logger;
}

/**
 * Opens the embedded database of a data folder, or connects to the process that has it open.
 *
 * Throws `StorageError` when the folder is in use and may not be shared, was made by a newer version, or cannot be written.
 */
export async function openEmbedded(options: Options): Promise<Embedded> {
  const { dataDir, role, newestMigration, logger } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  accessSync(dataDir, constants.W_OK | constants.X_OK);
  refuseNewerFolder(dataDir, newestMigration);
  const socketPath = socketPathFor(dataDir);
  const result = await takeLock(
    lockPathOf(dataDir),
    describeSelf({ socketPath, version: newestMigration, role }),
  );
  if (!result.taken) return shared(options, result.holder);
  // A process that ends in disorder, but by itself, still lets go of the folder.
  process.once('exit', result.lock.release);
  try {
    removeUnfinished(dataDir);
    const engine = await startEngine({ databaseDir: databaseDirOf(dataDir), socketPath, logger });
    return owned(socketPath, engine, result.lock);
  } catch (error) {
    letGo(result.lock);
    throw error;
  }
}

function letGo(lock: Lock): void {
  process.off('exit', lock.release);
  lock.release();
}

function shared({ dataDir, mayShare }: Options, holder: Holder): Embedded {
  if (!mayShare) {
    throw new StorageError(
      `The data folder ${dataDir} is in use by another Vicinity (process ${holder.pid} on ${holder.host}): stop that one, or name another folder by VICINITY_DATA_DIR.`,
    );
  }
  return { isOwner: false, socketPath: holder.socketPath, close: async () => undefined };
}

function owned(socketPath: string, engine: Engine, lock: Lock): Embedded {
  let closing: Promise<void> | undefined;
  const close = async () => {
    try {
      await engine.close();
    } finally {
      letGo(lock);
    }
  };
  return { isOwner: true, socketPath, close: () => (closing ??= close()) };
}
