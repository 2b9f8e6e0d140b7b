import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../../observability/Logger.ts';

/** Connections of all processes together; each uses a pool of four. */
const maxConnections = 32;

/** How long closing may take before the thread is ended, in ms. Closing writes what is still in memory. */
const closeTimeoutMs = 5_000;

export interface Engine {
  /** Closes the database cleanly; idempotent. */
  close(): Promise<void>;
}

/** Rejects when the worker ends or fails before it has said the word. */
async function hear(worker: Worker, word: string): Promise<void> {
  const heard = Promise.withResolvers<void>();
  const onMessage = (message: unknown) => {
    if (message === word) heard.resolve();
  };
  const onExit = (code: number) => heard.reject(new Error(`The embedded database ended with code ${code}.`));
  worker.on('message', onMessage);
  worker.once('error', heard.reject);
  worker.once('exit', onExit);
  try {
    await heard.promise;
  } finally {
    worker.off('message', onMessage);
    worker.off('error', heard.reject);
    worker.off('exit', onExit);
  }
}

/** Opens the embedded database in a worker thread. The caller holds the data folder's lock. */
export async function startEngine(options: {
  databaseDir: string;
  socketPath: string;
  logger: Logger;
}): Promise<Engine> {
  const { databaseDir, socketPath, logger } = options;
  mkdirSync(databaseDir, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(socketPath), { recursive: true, mode: 0o700 });
  chmodSync(dirname(socketPath), 0o700);
  rmSync(socketPath, { force: true });
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { databaseDir, socketPath, maxConnections },
    // Options of the process, such as a script given on its command line, are not for the thread.
    execArgv: [],
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await hear(worker, 'ready');
  let closing: Promise<void> | undefined;
  // A failing thread has no listener for `error` on purpose: without its database the process has to end.
  worker.once('exit', (code) => {
    if (closing === undefined) logger.error({ code }, 'the embedded database ended');
  });
  const close = async () => {
    worker.postMessage('close');
    const timer = setTimeout(() => void worker.terminate(), closeTimeoutMs);
    await exited;
    clearTimeout(timer);
    rmSync(socketPath, { force: true });
  };
  return {
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
