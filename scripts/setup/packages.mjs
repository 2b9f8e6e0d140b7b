import { existsSync, readFileSync, rmSync } from 'node:fs';
import { run } from './children.mjs';
import { knownTrouble, SetupFailure } from './failure.mjs';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';
import { inRoot, root } from './paths.mjs';

/** npm's packages, exactly as package-lock.json names them, without running any of their install scripts. */

const stampFile = inRoot('node_modules', '.vicinity-lock');
/** npm writes it last, so an installation that was broken off has none. */
const record = inRoot('node_modules', '.package-lock.json');
/** npm goes on after a file that it could not write (the disk is full), and says at the end that all is well. */
const notUnpacked = /TAR_ENTRY_ERROR|ENOSPC/;

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockEntry
 * @typedef {Readonly<Record<string, LockEntry>>} LockEntries
 */

/**
 * Whether what npm says it installed is what the lock asks for. Optional packages are left out: which of them
 * belong here depends on the platform.
 *
 * @param {LockEntries} wanted
 * @param {LockEntries} installed
 */
export function matchesLock(wanted, installed) {
  const required = Object.entries(wanted).filter(([path, entry]) => path !== '' && entry.optional !== true);
  return required.every(([path, entry]) => installed[path]?.version === entry.version);
}

/**
 * @param {import('./steps.mjs').Progress} progress
 * @returns {Promise<string>}
 */
export async function installPackages(progress) {
  const stamp = `${fingerprint(root, ['package-lock.json'])} ${process.platform} ${process.arch}`;
  if (hasStamp(stampFile, stamp)) return 'as locked';
  if (!existsSync(stampFile) && isInstalledByHand()) {
    writeStamp(stampFile, stamp);
    return 'as locked';
  }
  await install(progress);
  writeStamp(stampFile, stamp);
  return 'installed';
}

/** Somebody ran `npm ci` or `npm install` without us: nothing to do over. */
function isInstalledByHand() {
  return existsSync(record) && matchesLock(readEntries(inRoot('package-lock.json')), readEntries(record));
}

/**
 * @param {string} file
 * @returns {LockEntries}
 */
function readEntries(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {import('./steps.mjs').Progress} progress */
async function install(progress) {
  const total = Object.keys(readEntries(inRoot('package-lock.json'))).length;
  let seen = 0;
  // NODE_ENV=production must not leave half of them out: the web part is built here, and tests run here.
  const kinds = ['--include=dev', '--include=optional'];
  const { code, lines } = await run('npm', ['ci', '--ignore-scripts', '--loglevel=http', ...kinds], {
    cwd: root,
    fatal: notUnpacked,
    onLine(line) {
      if (!line.startsWith('npm http')) return;
      seen = Math.min(seen + 1, total);
      progress(seen < total ? `${seen} of ${total}` : 'unpacking');
    },
  });
  const isWhole = !lines.some((line) => notUnpacked.test(line));
  if (code === 0 && isWhole) return;
  // npm's own record must not vouch for what is missing.
  rmSync(record, { force: true });
  if (code === 127) throw new SetupFailure('npm is not on the PATH: install it beside Node and start again.');
  const errors = lines.filter((line) => line.startsWith('npm error') || notUnpacked.test(line));
  const sentence =
    knownTrouble(errors.join('\n')) ?? 'npm could not install the packages; its lines above say why.';
  throw new SetupFailure(sentence, errors.slice(0, 15));
}
