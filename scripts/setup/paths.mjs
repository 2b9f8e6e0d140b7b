import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where things are kept that a second checkout can use too. Follows the XDG base directory specification. */
export function cacheFolder(env = process.env) {
  if (env.VICINITY_CACHE_DIR) return resolve(env.VICINITY_CACHE_DIR);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'vicinity');
}

/** Where the running product keeps its data, as the server's own configuration reads it. */
export function dataFolder(env = process.env) {
  return resolve(root, env.VICINITY_DATA_DIR || '.data');
}
