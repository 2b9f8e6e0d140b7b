import { randomInt } from 'node:crypto';
import process from 'node:process';
import { systemClock } from '#server/clock.ts';
import { type Logger, silentLogger } from '#server/observability/Logger.ts';
import type { MediaPort } from '../MediaPort.ts';
import { createMediasoupPort, type MediasoupOptions } from './createMediasoupPort.ts';

/** A real port for tests, on some free ports of this machine, and the process ids of the workers it started. */
export interface WorkerHarness {
  port: MediaPort;
  /** Process ids of all workers started so far, the latest last. */
  pids: number[];
  options: MediasoupOptions;
}

/** The worker's binary comes from `MEDIASOUP_WORKER_BIN`, or is mediasoup's own. */
export function startWorkers(workers: number, overrides: Partial<MediasoupOptions> = {}): WorkerHarness {
  const pids: number[] = [];
  const portMin = randomInt(42_000, 48_000);
  const options: MediasoupOptions = {
    workerBin: process.env.MEDIASOUP_WORKER_BIN,
    workers,
    listenIps: [{ ip: '127.0.0.1' }],
    portMin,
    portMax: portMin + 400,
    log: pidRecorder(pids),
    clock: systemClock,
    ...overrides,
  };
  return { port: createMediasoupPort(options), pids, options };
}

/** Ends the latest worker as the kernel would: without a word. */
export function killLatest(pids: readonly number[]): void {
  const pid = pids.at(-1);
  if (pid === undefined) throw new Error('no worker was started');
  process.kill(pid, 'SIGKILL');
}

function pidRecorder(pids: number[]): Logger {
  const info = (context: object): void => {
    if ('pid' in context && typeof context.pid === 'number') pids.push(context.pid);
  };
  const recorder: Logger = { ...silentLogger, info, child: () => recorder };
  return recorder;
}
