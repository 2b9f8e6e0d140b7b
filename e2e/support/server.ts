import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freePortRange } from './freePorts.ts';

/** Where a server keeps its things and listens; the same for every process of one deployment and across restarts. */
export interface Home {
  readonly dataDir: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/** A running product: the same program that `npm start` runs, with its own folder and ports. */
export interface Server {
  readonly home: Home;
  readonly url: string;
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Clean stop (SIGTERM); rejects when it takes longer than 15 s. */
  stop(): Promise<void>;
  /** `kill -9`, as a crash. */
  kill(): Promise<void>;
}

const startTimeoutMs = 40_000;
const stopTimeoutMs = 15_000;

/**
 * A home of its own: free ports, and a data folder that is empty or a copy of a seed. A seed is the folder of a server
 * that was started once and stopped; a copy spares each scenario the making of a database.
 */
export async function makeHome(seedDir: string | null = null): Promise<Home> {
  const mediaPort = await freePortRange(8);
  const dataDir = await mkdtemp(join(tmpdir(), 'vicinity-e2e-'));
  if (seedDir !== null) await cp(seedDir, dataDir, { recursive: true });
  return {
    dataDir,
    port: await freePort(),
    env: {
      MEDIASOUP_MIN_PORT: String(mediaPort),
      MEDIASOUP_MAX_PORT: String(mediaPort + 7),
      // All the people of a scenario come from one address.
      VICINITY_RATE_LIMIT_FACTOR: '100',
    },
  };
}

export async function removeHome(home: Home): Promise<void> {
  await rm(home.dataDir, { recursive: true, force: true });
}

/** Starts the server program and waits until `/health` answers with 200. */
export async function startServer(
  home: Home,
  command: readonly string[] = ['server/index.ts'],
): Promise<Server> {
  const child = spawn(process.execPath, [...command], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(home.port),
      VICINITY_DATA_DIR: home.dataDir,
      ...home.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = `http://localhost:${home.port}`;
  await untilHealthy(child, url, () => output);
  return {
    home,
    url,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end(child, 'SIGTERM', () => output),
    kill: () => end(child, 'SIGKILL', () => output),
  };
}

async function untilHealthy(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadlineMs = Date.now() + startTimeoutMs;
  while (Date.now() < deadlineMs) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    if (await isHealthy(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not get healthy in ${startTimeoutMs} ms:\n${output()}`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals, output: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the server did not stop in ${stopTimeoutMs} ms:\n${output()}`));
    }, stopTimeoutMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill(signal);
  });
}

/** Web and realtime as processes of their own over one embedded database. */
export async function startTwoProcesses(home: Home): Promise<{ web: Server; realtime: Server }> {
  const port = await freePort();
  const realtime = await startServer({
    ...home,
    env: { ...home.env, VICINITY_ROLE: 'realtime', VICINITY_WEB_ORIGINS: `http://localhost:${port}` },
  });
  const { VICINITY_RATE_LIMIT_FACTOR = '1' } = home.env;
  const env = { VICINITY_ROLE: 'web', VICINITY_REALTIME_URL: realtime.url, VICINITY_RATE_LIMIT_FACTOR };
  const command = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)];
  try {
    return { realtime, web: await startServer({ ...home, port, env }, command) };
  } catch (error) {
    await realtime.stop();
    throw error;
  }
}
