import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../errno.ts';
import { StorageError } from './StorageError.ts';

const pathOf = (dataDir: string): string => join(dataDir, 'version');

/**
 * Refuses a data folder that a newer version of the program wrote. The folder says so by the name of the newest
 * migration it has seen; names begin with a time stamp, so they sort by age.
 */
export function refuseNewerFolder(dataDir: string, newestMigration: string): void {
  const written = readVersion(dataDir);
  if (written === null || written <= newestMigration) return;
  throw new StorageError(
    `The data in ${dataDir} was made by a newer version of Vicinity (${written}): start that version or a later one, or name another folder by VICINITY_DATA_DIR.`,
  );
}

function readVersion(dataDir: string): string | null {
  try {
    return readFileSync(pathOf(dataDir), 'utf8').trim();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Records the newest migration. The file is replaced whole, so that a crash leaves the former or the new text. */
export function writeVersion(dataDir: string, newestMigration: string): void {
  const draft = `${pathOf(dataDir)}.new`;
  writeFileSync(draft, `${newestMigration}\n`, { mode: 0o600 });
  renameSync(draft, pathOf(dataDir));
}
