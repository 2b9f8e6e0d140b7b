import { obtainWorker } from '../media-worker/worker.mjs';
import { withLock } from './lock.mjs';
import { assertNodePossible, environmentFor, findNode } from './node-runtime.mjs';
import { installPackages } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { generatePrismaClient } from './prisma-client.mjs';
import { buildWeb } from './web-build.mjs';

/**
 * Everything between a clean clone and a program that can run, in three parts: what all need, the media worker,
 * the web pages.
 *
 * @typedef {object} Prepared
 * @property {import('./node-runtime.mjs').NodeRuntime} node
 * @property {NodeJS.ProcessEnv} env - for what runs on that Node
 *
 * @typedef {import('./steps.mjs').Steps} Steps
 */

/**
 * Packages, Node and the database client.
 *
 * @param {Steps} steps
 * @returns {Promise<Prepared>}
 */
export async function prepareBase(steps) {
  assertNodePossible();
  return alone(steps, async () => {
    await steps.step('Packages', installPackages);
    const node = findNode();
    await steps.step('Node', () => node.version);
    await steps.step('Database client', () => generatePrismaClient(node));
    return { node, env: environmentFor(node) };
  });
}

/**
 * The media worker; what is started with `prepared.env` finds it.
 *
 * @param {Steps} steps
 * @param {Prepared} prepared
 */
export async function prepareWorker(steps, prepared) {
  await steps.step('Media worker', async (progress) => {
    const worker = await obtainWorker(prepared.node, progress);
    prepared.env.MEDIASOUP_WORKER_BIN = worker.path;
    return worker.source;
  });
}

/**
 * @param {Steps} steps
 * @param {Prepared} prepared
 */
export async function prepareWeb(steps, prepared) {
  await alone(steps, () => steps.step('Web pages', (progress) => buildWeb(prepared.node, progress)));
}

/**
 * Two at once in one checkout would install and build over each other.
 *
 * @template Result
 * @param {Steps} steps
 * @param {() => Promise<Result>} work
 */
function alone(steps, work) {
  let said = false;
  /** @param {number | undefined} pid */
  const onWait = (pid) => {
    if (!said)
      steps.say(`Waiting for another start in this folder${pid === undefined ? '' : ` (process ${pid})`} …`);
    said = true;
  };
  return withLock(inRoot('.generated', 'setup.lock'), { onWait }, work);
}
