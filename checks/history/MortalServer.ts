import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '#server/testing/serverProcess.ts';
import type { Defect } from './brokenChatLog.ts';

export interface MortalServerOptions {
  readonly dataDir: string;
  /** `null`: the embedded database of the folder. */
  readonly databaseUrl: string | null;
  readonly defect: Defect | null;
}

/** The realtime server in a process of its own, killed and started again over the same data. */
export class MortalServer {
  readonly ticketSecret = randomBytes(32).toString('hex');
  readonly controlSecret = randomBytes(32).toString('hex');
  readonly #options: MortalServerOptions;
  #process: ServerProcess | null = null;
  #port: number | null = null;
  #starting: Promise<void> = Promise.resolve();
  #kills = 0;

  constructor(options: MortalServerOptions) {
    this.#options = options;
  }

  /** Where it listens; `null` while it does not. */
  get port(): number | null {
    return this.#port;
  }

  get kills(): number {
    return this.#kills;
  }

  /** What the process that runs now, or ran last, has said. */
  get output(): string {
    return this.#process?.output ?? '';
  }

  /** Begins to start it. */
  start(): void {
    const started = new ServerProcess(this.#environment(), this.#arguments());
    this.#process = started;
    this.#starting = started.url().then((url) => {
      this.#port = Number(new URL(url).port);
    });
    // Whoever waits for it hears that it failed.
    this.#starting.catch(() => undefined);
  }

  /** Resolves once it listens. */
  started(): Promise<void> {
    return this.#starting;
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.#port = null;
    this.#kills += 1;
    await this.#process?.stop('SIGKILL');
  }

  #arguments(): string[] {
    const { defect } = this.#options;
    return ['checks/history/serve.ts', ...(defect === null ? [] : [`--broken=${defect}`])];
  }

  #environment(): Record<string, string> {
    const { dataDir, databaseUrl } = this.#options;
    return {
      VICINITY_ROLE: 'realtime',
      VICINITY_DATA_DIR: dataDir,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      JWT_SECRET: this.ticketSecret,
      VICINITY_CONTROL_SECRET: this.controlSecret,
      // Nobody calls: a media server that is not there costs less than workers.
      MEDIA_SERVER_URL: 'http://127.0.0.1:65535',
      VICINITY_RATE_LIMIT_FACTOR: '1000',
      LOG_LEVEL: 'error',
      // It starts often.
      NODE_COMPILE_CACHE: join(tmpdir(), 'vicinity-compile-cache'),
    };
  }
}
