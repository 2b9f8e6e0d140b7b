import { join } from 'node:path';
import { run } from '../setup/children.mjs';
import { environmentFor } from '../setup/node-runtime.mjs';
import { mediasoupFolder } from './cache.mjs';
import { workerRuns } from './probe.mjs';

const timeLimitMs = 60_000;

/**
 * mediasoup's own binary for this platform, through the install script of its package.
 *
 * @param {import('../setup/node-runtime.mjs').NodeRuntime} node
 * @param {import('../setup/steps.mjs').Progress} progress
 * @returns {Promise<string | undefined>} the binary, or undefined when it cannot be downloaded or does not run here
 */
export async function downloadWorker(node, progress) {
  const binary = join(mediasoupFolder, 'worker', 'out', 'Release', 'mediasoup-worker');
  if (workerRuns(binary)) return binary;
  progress('downloading');
  // Without a binary the script would build one by downloading the sources of six libraries. That begins
  // with Python, so a Python that fails ends it there.
  const env = { ...environmentFor(node), PYTHON: 'false' };
  await run(node.path, ['npm-scripts.mjs', 'postinstall'], {
    cwd: mediasoupFolder,
    env,
    timeoutMs: timeLimitMs,
  });
  return workerRuns(binary) ? binary : undefined;
}
