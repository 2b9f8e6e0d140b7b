import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../observability/Logger.ts';
import { lockPathOf, readHolder } from './embedded/lock.ts';
import { answers, hostOf } from './embedded/socketPath.ts';
import type { Store } from './ports.ts';
import { createPrismaStore } from './prisma/createPrismaStore.ts';
import { StorageError } from './StorageError.ts';

export interface StoreOptions {
  /** `null`: the embedded database of the data folder. */
  databaseUrl: string | null;
  dataDir: string;
  logger: Logger;
  /** How long to wait for another process to open the embedded database, in ms. */
  waitMs?: number;
}

/** A page is not waited for longer, in ms. */
export const defaultWaitMs = 10_000;

/**
 * Connects to a database that another process opens and migrates: what the web part does when it runs alone. Never
 * opens the embedded database itself.
 *
 * Throws `StorageError` when nobody has it open in time.
 */
export async function connectStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataDir, logger, waitMs = defaultWaitMs } = options;
  if (databaseUrl !== null) return createPrismaStore({ kind: 'url', url: databaseUrl }, logger);
  const endMs = Date.now() + waitMs;
  for (;;) {
    const holder = readHolder(lockPathOf(dataDir));
    if (holder !== null && (await answers(holder.socketPath))) {
      return createPrismaStore({ kind: 'socket', host: hostOf(holder.socketPath) }, logger);
    }
    if (Date.now() > endMs) throw new StorageError('The database is not open: start the realtime process.');
    await pause(100);
  }
}
