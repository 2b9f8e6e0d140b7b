import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/** A filter is part of a test file's path when there is such a file, else part of a test's name. */

const testFile = /\.test\.tsx?$/;

/**
 * @param {string | undefined} filter
 * @returns {string[]} vitest's arguments
 */
export function vitestFilter(filter) {
  if (filter === undefined) return [];
  return anyTestFile(inRoot(), '', filter) ? [filter] : ['-t', filter];
}

/**
 * @param {string} folder
 * @param {string} path - of the folder, in the checkout
 * @param {string} filter
 * @returns {boolean}
 */
function anyTestFile(folder, path, filter) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return false;
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) return anyTestFile(join(folder, entry.name), inside, filter);
    return testFile.test(entry.name) && inside.includes(filter);
  });
}
