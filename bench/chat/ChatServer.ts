import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../../server/testing/serverProcess.ts';
import { pinProcess } from '../support/pinning.ts';
import { processorSOf } from '../support/processor.ts';
import type { StoreCounts } from './counting.ts';

/** Signs tickets, here and in the server. */
export const ticketSecret = 'a secret that only this benchmark and its server know';

/** Counts of a moment. */
export interface Reading extends StoreCounts {
  /** Time of the server's own clock, in ms. */
  readonly atMs: number;
  /** Processor time of the server's process so far, in s. */
  readonly processorS: number;
}

/** Starts the production server (role `realtime`) over a data folder, on core 0. */
export class ChatServer {
  readonly #process: ServerProcess;
  readonly url: string;

  private constructor(process: ServerProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** @param isOneByOne each message is a transaction of its own. */
  static async start(dataDir: string, isOneByOne = false): Promise<ChatServer> {
    const mode = isOneByOne ? ['one-by-one'] : [];
    const process = new ServerProcess(
      {
        VICINITY_ROLE: 'realtime',
        VICINITY_DATA_DIR: dataDir,
        VICINITY_RATE_LIMIT_FACTOR: '1000',
        VICINITY_MEDIA_WORKERS: '1',
        JWT_SECRET: ticketSecret,
        LOG_LEVEL: 'error',
      },
      [...profilerOptions(), 'bench/chat/serverMain.ts', ...mode],
    );
    const url = await process.url();
    const server = new ChatServer(process, url);
    pinProcess(server.#pid, 0);
    return server;
  }

  /** Reads the counts, which takes the server a turn. */
  async read(): Promise<Reading> {
    const before = this.#process.output.length;
    this.#process.child.kill('SIGUSR2');
    for (;;) {
      const line = /^counts (.*)$/m.exec(this.#process.output.slice(before))?.[1];
      if (line !== undefined) return { ...JSON.parse(line), processorS: processorSOf(this.#pid) };
      await pause(5);
    }
  }

  /** Ends the server, and repeats the first errors that it wrote down. */
  async stop(): Promise<void> {
    await this.#process.stop();
    const errors = this.#process.output.split('\n').filter((line) => line.startsWith('{'));
    for (const line of errors.slice(0, 3)) console.error(line);
  }

  get #pid(): number {
    const { pid } = this.#process.child;
    if (pid === undefined) throw new Error('the server did not start');
    return pid;
  }
}

/** With `BENCH_PROFILE=folder` the servers leave a profile of their processor time there. */
function profilerOptions(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
