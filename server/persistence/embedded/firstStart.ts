import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in the data folder while its database is being made for the first time. */
const markerOf = (dataDir: string): string => join(dataDir, 'database.unfinished');

export const databaseDirOf = (dataDir: string): string => join(dataDir, 'database');

/**
 * Removes a database whose making was interrupted: it cannot be opened, and nothing was stored in it yet. A folder
 * without a database is marked, until `markFinished` says that it has one.
 */
export function removeUnfinished(dataDir: string): void {
  const isUnfinished = existsSync(markerOf(dataDir));
  if (isUnfinished) rmSync(databaseDirOf(dataDir), { recursive: true, force: true });
  if (!existsSync(databaseDirOf(dataDir))) writeFileSync(markerOf(dataDir), '', { mode: 0o600 });
}

/** The database is made and has its tables: from now on it is never removed. Idempotent. */
export const markFinished = (dataDir: string): void => rmSync(markerOf(dataDir), { force: true });
