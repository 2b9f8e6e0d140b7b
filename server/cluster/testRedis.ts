import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../testing/debianPackage.ts';

const places = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** A real Redis that runs for a test. */
export interface TestRedis {
  readonly url: string;
  /** Ends the process as a crash would. `start` brings it back at the same address, empty. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const findProgram = (): string | null => places.find((place) => existsSync(place)) ?? null;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const settle = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('error', () => settle(false));
    socket.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
  });
}

async function run(bin: string, port: number, folder: string): Promise<ChildProcess> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(bin, [...settings, '--dir', folder], { stdio: 'ignore' });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Redis ended at once with ${child.exitCode}.`);
    if (await answers(port)) return child;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts a Redis of its own on a free port; nothing of it is written to disk. */
export async function startRedis(): Promise<TestRedis> {
  const bin = programOf('redis-server', findProgram);
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = await run(bin, port, folder);
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async start() {
      child ??= await run(bin, port, folder);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
