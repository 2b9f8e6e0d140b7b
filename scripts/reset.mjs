#!/usr/bin/env node
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupFailure } from './setup/failure.mjs';
import { isAlive, readHolder } from './setup/lock.mjs';
import { runMain } from './setup/main.mjs';
import { dataFolder, root } from './setup/paths.mjs';

/** `npm run reset`: starts afresh by removing the data folder, after asking. */
await runMain(async () => {
  const folder = dataFolder();
  if (!existsSync(folder)) {
    process.stdout.write(`There is nothing to remove: ${folder} does not exist.\n`);
    return 0;
  }
  assertOurs(folder);
  assertUnused(folder);
  if (!process.argv.includes('--yes') && !(await confirm(folder))) {
    process.stdout.write('Nothing was removed.\n');
    return 0;
  }
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`Removed ${folder}. The next start begins with the demo space.\n`);
  return 0;
});

/** @param {string} folder */
function assertUnused(folder) {
  const holder = readHolder(join(folder, 'lock'));
  if (holder === undefined || !isAlive(holder.pid)) return;
  throw new SetupFailure(
    `Vicinity is running on ${folder} (process ${holder.pid}): stop it first, then reset.`,
  );
}

/**
 * A slip in VICINITY_DATA_DIR must not cost more than our data.
 *
 * @param {string} folder
 */
function assertOurs(folder) {
  const holdsOthers = [root, homedir()].some((place) => !relative(folder, place).startsWith('..'));
  if (!holdsOthers) return;
  throw new SetupFailure(
    `VICINITY_DATA_DIR names ${folder}, which holds more than Vicinity's data: nothing was removed.`,
  );
}

/** @param {string} folder */
async function confirm(folder) {
  if (!process.stdin.isTTY) {
    throw new SetupFailure(
      'Nobody is there to ask: use `npm run reset -- --yes` to remove the data without asking.',
    );
  }
  process.stdout.write(`Remove all spaces, people and messages in ${folder}? (y/N) `);
  // Not as a terminal of its own: Ctrl-C stays a signal.
  const input = createInterface({ input: process.stdin, terminal: false });
  const answer = await Promise.race([once(input, 'line'), once(input, 'close')]);
  input.close();
  return /^y(es)?$/i.test(String(answer[0] ?? '').trim());
}
