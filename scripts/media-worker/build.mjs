import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../setup/children.mjs';
import { knownTrouble, SetupFailure } from '../setup/failure.mjs';
import { ensureSystemPackages } from '../setup/system-packages.mjs';
import { mediasoupFolder } from './cache.mjs';

/** Builds the worker from the sources in its npm package: some minutes, once per version and machine. */

const script = fileURLToPath(new URL('build-worker.sh', import.meta.url));
const purpose = 'Building the media worker';

/** @type {readonly import('../setup/system-packages.mjs').SystemNeed[]} */
const needs = [
  { command: 'g++', debian: 'g++' },
  { command: 'pkg-config', debian: 'pkg-config' },
  { command: 'meson', debian: 'meson' },
  { command: 'ninja', debian: 'ninja-build' },
  { command: 'flatc', debian: 'flatbuffers-compiler' },
  { module: 'libuv', debian: 'libuv1-dev' },
  { module: 'openssl', debian: 'libssl-dev' },
  { module: 'libsrtp2', debian: 'libsrtp2-dev' },
  { module: 'absl_strings', debian: 'libabsl-dev' },
  { module: 'flatbuffers', debian: 'libflatbuffers-dev' },
];

/**
 * How far ninja is, from a line such as `[17/261] Compiling …`; undefined for any other line.
 *
 * @param {string} line
 */
export function ninjaProgress(line) {
  const [, done, total] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
  return done === undefined || total === undefined ? undefined : `compiling ${done} of ${total}`;
}

/**
 * @param {string} output - where the binary goes
 * @param {import('../setup/steps.mjs').Progress} progress
 */
export async function buildWorker(output, progress) {
  if (process.platform !== 'linux') {
    throw new SetupFailure(
      'The media worker could not be downloaded, and it is built from source on Linux only: ' +
        'check the connection to github.com, or set MEDIASOUP_WORKER_BIN to a binary, and start again.',
    );
  }
  await ensureSystemPackages(purpose, needs, progress);
  progress('preparing to compile');
  // The machine stays usable meanwhile.
  const { code, lines } = await run('nice', ['-n', '10', 'bash', script, mediasoupFolder, output], {
    env: { ...process.env, TMPDIR: dirname(output) },
    onLine(line) {
      const far = ninjaProgress(line);
      if (far !== undefined) progress(far);
    },
  });
  if (code === 0) return;
  throw new SetupFailure(
    knownTrouble(lines.join('\n')) ?? `${purpose} failed; its last lines say why.`,
    lines.slice(-30),
  );
}
