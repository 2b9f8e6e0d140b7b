import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SetupFailure } from '../setup/failure.mjs';
import { whenInterrupted } from '../setup/interrupt.mjs';
import { withLock } from '../setup/lock.mjs';
import { buildWorker } from './build.mjs';
import { cachedWorkerPath, keepWorker, mediasoupVersion } from './cache.mjs';
import { downloadWorker } from './prebuilt.mjs';
import { workerRuns } from './probe.mjs';

/**
 * The media worker, from the quickest source that has one: the environment, the cache, mediasoup's own binary, a
 * build.
 *
 * @param {import('../setup/node-runtime.mjs').NodeRuntime} node
 * @param {import('../setup/steps.mjs').Progress} progress
 * @returns {Promise<{ path: string, source: string }>}
 */
export async function obtainWorker(node, progress) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    if (workerRuns(given)) return { path: given, source: 'as MEDIASOUP_WORKER_BIN says' };
    throw new SetupFailure(
      `MEDIASOUP_WORKER_BIN names ${given}, which does not run here: correct it or unset it.`,
    );
  }
  const version = mediasoupVersion();
  const place = cachedWorkerPath(version);
  if (workerRuns(place)) return { path: place, source: `mediasoup ${version}, from the cache` };

  const onWait = () => progress('waiting for another start that is making it');
  return withLock(`${dirname(place)}.lock`, { onWait }, async () => {
    // Whoever held the lock before us may have put it there.
    if (workerRuns(place)) return { path: place, source: `mediasoup ${version}, from the cache` };
    const downloaded = await downloadWorker(node, progress);
    if (downloaded !== undefined) {
      keepWorker(downloaded, place);
      return { path: place, source: `mediasoup ${version}, downloaded` };
    }
    await buildInto(place, progress);
    return { path: place, source: `mediasoup ${version}, built` };
  });
}

/**
 * @param {string} place
 * @param {import('../setup/steps.mjs').Progress} progress
 */
async function buildInto(place, progress) {
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-worker-'));
  const cleanUp = () => rmSync(folder, { recursive: true, force: true });
  const takeBack = whenInterrupted(cleanUp);
  try {
    const built = join(folder, 'mediasoup-worker');
    await buildWorker(built, progress);
    if (!workerRuns(built))
      throw new SetupFailure('The media worker was built but does not run; please report it.');
    keepWorker(built, place);
  } finally {
    takeBack();
    cleanUp();
  }
}
