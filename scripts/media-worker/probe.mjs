import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a worker answers when it is not started by mediasoup (its main.cpp): it loaded and came to its first line. */
const notStartedByMediasoup = 41;

/**
 * Whether a worker binary runs on this machine. One that was built against other libraries fails to load.
 *
 * @param {string} binary
 */
export function workerRuns(binary) {
  if (!existsSync(binary)) return false;
  const env = { ...process.env };
  delete env.MEDIASOUP_VERSION;
  const { status } = spawnSync(binary, [], { env, stdio: 'ignore', timeout: 10_000 });
  return status === notStartedByMediasoup;
}
