import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createLocalStorage } from './local/createLocalStorage.ts';
import type { StoragePort } from './StoragePort.ts';

/** Where this process keeps files: a folder beside the embedded database. */
export function openStorage({ dataDir }: Pick<Config, 'dataDir'>): StoragePort {
  return createLocalStorage(join(dataDir, 'files'));
}
