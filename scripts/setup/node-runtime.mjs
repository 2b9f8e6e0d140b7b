import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { inRoot } from './paths.mjs';

/**
 * The Node that runs the product: the binary that the lock file pins, where npm has one for this platform, else
 * the system's when it is new enough.
 *
 * @typedef {{ path: string, version: string }} NodeRuntime
 */

/** The first version that runs our TypeScript as it is and that every package accepts. */
const oldestMajor = 24;
/** Platforms that package.json lists a Node binary for. */
const pinnedPlatforms = ['linux-x64', 'linux-arm64'];

const platform = `${process.platform}-${process.arch}`;

/** @param {string} version - like `v24.1.0` */
export function isNewEnough(version) {
  return Number(version.replace(/^v/, '').split('.')[0]) >= oldestMajor;
}

/** Says at once, before anything is installed, when there cannot be a Node for us. */
export function assertNodePossible() {
  if (pinnedPlatforms.includes(platform) || isNewEnough(process.version)) return;
  throw tooOld();
}

/** @returns {NodeRuntime} */
export function findNode() {
  const pinned = inRoot('node_modules', '.bin', 'node');
  const version = versionOf(pinned);
  if (version !== undefined && isNewEnough(version)) return { path: pinned, version };
  if (isNewEnough(process.version)) return { path: process.execPath, version: process.version };
  throw tooOld();
}

/**
 * The environment in which `#!/usr/bin/env node` tools run on that Node.
 *
 * @param {NodeRuntime} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node) {
  const folders = [inRoot('node_modules', '.bin')];
  if (node.path === process.execPath) folders.unshift(node.path.slice(0, node.path.lastIndexOf('/')));
  return {
    ...process.env,
    PATH: [...folders, process.env.PATH ?? ''].join(delimiter),
    // What was compiled once is read the next time: a start takes a third less.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('.generated', 'compiled'),
  };
}

/** @param {string} binary */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

function tooOld() {
  return new SetupFailure(
    `Vicinity needs Node ${oldestMajor} or newer on ${platform}, and this is ${process.version}: ` +
      `install it (nodejs.org, or \`nvm install ${oldestMajor}\`) and start again.`,
  );
}
