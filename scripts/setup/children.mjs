import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { whenInterrupted } from './interrupt.mjs';

/**
 * Programs that we start, each in a process group of its own, so that what they start in turn ends with them.
 *
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] - each line of its output, standard and error
 * @property {number} [timeoutMs] - ends the program when it takes longer
 * @property {RegExp} [fatal] - a line after which going on is no use: ends the program
 *
 * @typedef {{ code: number, lines: string[], timedOut: boolean }} RunResult
 *   code: 127 when the program does not exist; lines: the last 400 that it printed
 */

const keptLines = 400;
const graceMs = 5000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Sends a signal to every group that is still there.
 *
 * @param {NodeJS.Signals} signal
 */
export function signalAll(signal) {
  for (const child of running) signalGroup(child, signal);
}

/**
 * Runs a program to its end and collects what it prints. Never throws: the code tells.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export async function run(command, args, options = {}) {
  const { child, ended } = start(command, args, ['ignore', 'pipe', 'pipe'], options);
  const takeBack = whenInterrupted(async (signal) => {
    endGroup(child, signal);
    await ended;
  });
  /** @type {string[]} */
  const lines = [];
  const reading = [child.stdout, child.stderr].map(async (stream) => {
    if (stream === null) return;
    for await (const line of createInterface({ input: stream })) {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      options.onLine?.(line);
      if (options.fatal?.test(line)) endGroup(child, 'SIGTERM');
    }
  });
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      endGroup(child, 'SIGTERM');
    },
    options.timeoutMs ?? 2 ** 31 - 1,
  );
  const code = await ended;
  clearTimeout(timer);
  takeBack();
  await Promise.all(reading);
  return { code, lines, timedOut };
}

/**
 * Runs a program that has the terminal to itself. Signals that we get are sent on to it once, and its exit code
 * becomes ours.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 */
export async function runInForeground(command, args, options) {
  const { child, ended } = start(command, args, 'inherit', options);
  const takeBack = whenInterrupted((signal) => {
    signalGroup(child, signal);
    return ended;
  });
  const code = await ended;
  takeBack();
  return code;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 * @param {RunOptions} options
 */
function start(command, args, stdio, { cwd, env }) {
  const child = spawn(command, args, { cwd, env, stdio, detached: true });
  running.add(child);
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => {
    child.once('error', () => settle(127));
    child.once('exit', (code, signal) => {
      running.delete(child);
      // What the program left behind in its group ends with it.
      signalGroup(child, 'SIGKILL');
      settle(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0));
    });
  });
  return { child, ended };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  signalGroup(child, signal);
  setTimeout(() => {
    if (running.has(child)) signalGroup(child, 'SIGKILL');
  }, graceMs).unref();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH, and EPERM on macOS: the whole group is gone already, which is what was wanted.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
