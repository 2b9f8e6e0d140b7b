import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Whether something made from files is still what those files would make: a hash of them, kept beside it. */

const isTestFile = /\.test\.tsx?$/;

/**
 * A hash of names and contents. Folders count with all that is in them except tests; what does not exist counts as
 * absent, so that its appearing changes the hash.
 *
 * @param {string} folder - names are taken relative to it
 * @param {readonly string[]} inputs - files and folders
 */
export function fingerprint(folder, inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(join(folder, input))) {
      const content = readFileSync(file);
      hash.update(`${relative(folder, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return isTestFile.test(path) ? [] : [path];
  if (!found.isDirectory()) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/**
 * @param {string} stampFile
 * @param {string} expected
 */
export function hasStamp(stampFile, expected) {
  if (statSync(stampFile, { throwIfNoEntry: false }) === undefined) return false;
  return readFileSync(stampFile, 'utf8') === expected;
}

/**
 * @param {string} stampFile
 * @param {string} value
 */
export function writeStamp(stampFile, value) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, value);
}
