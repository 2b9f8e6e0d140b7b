import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, inRoot } from '../setup/paths.mjs';

/** Where the worker is kept between checkouts: by its version and the platform that it was made for. */

export const mediasoupFolder = inRoot('node_modules', 'mediasoup');

/** @returns {string} like `3.27.1` */
export function mediasoupVersion() {
  return JSON.parse(readFileSync(join(mediasoupFolder, 'package.json'), 'utf8')).version;
}

/**
 * @param {string} version
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @param {string} [arch]
 */
export function cachedWorkerPath(
  version,
  env = process.env,
  platform = process.platform,
  arch = process.arch,
) {
  return join(cacheFolder(env), 'mediasoup-worker', `${version}-${platform}-${arch}`, 'mediasoup-worker');
}

/**
 * Puts a finished binary in its place in one step: who reads there meanwhile sees the old one or the new one.
 *
 * @param {string} binary
 * @param {string} place
 */
export function keepWorker(binary, place) {
  const beside = `${place}.${process.pid}.new`;
  mkdirSync(dirname(place), { recursive: true });
  try {
    copyFileSync(binary, beside);
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
}
