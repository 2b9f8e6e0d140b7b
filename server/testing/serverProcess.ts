import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { cachedWorkerPath, mediasoupVersion } from '../../scripts/media-worker/cache.mjs';

const projectDir = join(import.meta.dirname, '../..');

/** Builds the pages when no build is there yet. */
export async function ensurePages(): Promise<void> {
  if (existsSync(join(projectDir, '.next/BUILD_ID'))) return;
  const next = join(projectDir, 'node_modules/next/dist/bin/next');
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: projectDir });
}

/** A folder for one test. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'vicinity-server-'));

/** A server in a process of its own, as `npm start` runs it. */
export class ServerProcess {
  readonly child: ChildProcess;
  /** What it has said so far, both streams. */
  output = '';
  readonly #url: Promise<string>;
  readonly #exited: Promise<unknown[]>;

  /** `args` default to the program itself. */
  constructor(environment: Record<string, string>, args: readonly string[] = ['server/index.ts']) {
    const inherited = { ...process.env };
    for (const name of Object.keys(inherited))
      if (/^(VITEST|NODE_ENV|VICINITY_|JWT_)/.test(name)) delete inherited[name];
    this.child = spawn(process.execPath, args, {
      cwd: projectDir,
      env: {
        MEDIASOUP_WORKER_BIN: cachedWorkerPath(mediasoupVersion()),
        ...inherited,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        PATH: [join(projectDir, 'node_modules/.bin'), process.env.PATH].join(delimiter),
        PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#exited = once(this.child, 'exit');
    const address = Promise.withResolvers<string>();
    this.#url = address.promise;
    // Whoever wants the address hears that there is none; nobody has to.
    this.#url.catch(() => undefined);
    this.child.once('exit', () =>
      address.reject(new Error(`the server ended before it ran:\n${this.output}`)),
    );
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.output += `${line}\n`;
        const found = /^Vicinity is running at (\S+)$/.exec(line)?.[1];
        if (found !== undefined) address.resolve(found);
      });
    }
  }

  /** Its address, once it runs. Rejects when it ends before. */
  url(): Promise<string> {
    return this.#url;
  }

  /** Its exit code once it has ended; `null` when a signal ended it. */
  async exitCode(): Promise<number | null> {
    await this.#exited;
    return this.child.exitCode;
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return await this.exitCode();
  }
}
