import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensurePages, newDataDir, ServerProcess } from './testing/serverProcess.ts';

const started: ServerProcess[] = [];

function start(environment: Record<string, string>): ServerProcess {
  const server = new ServerProcess({ VICINITY_ROLE: 'realtime', ...environment });
  started.push(server);
  return server;
}

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop('SIGKILL')));
});

/** Process ids of everything that this process started, as the system sees it now. */
function childrenOf(pid: number | undefined): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    // It ended between being listed and being read.
    return null;
  }
}

describe('the program', { timeout: 120_000 }, () => {
  it('says what is wrong with its settings, and nothing else', async () => {
    const server = start({ VICINITY_DATA_DIR: newDataDir(), LOG_LEVEL: 'loud', JWT_SECRET: 'hunter2' });
    expect(await server.exitCode()).toBe(1);
    expect(server.output.trim().split('\n').sort()).toEqual([
      'JWT_SECRET is a value that is not shown, expected at least 16 characters.',
      'LOG_LEVEL is “loud”, expected one of debug, info, warn, error, silent.',
    ]);
  });

  it('says that a database cannot be reached, without its password', async () => {
    const server = start({
      VICINITY_DATA_DIR: newDataDir(),
      DATABASE_URL: 'postgresql://a:hunter2@127.0.0.1:1/b',
    });
    expect(await server.exitCode()).toBe(1);
    expect(server.output).toContain('The database of DATABASE_URL cannot be used');
    expect(server.output).not.toContain('hunter2');
  });

  it('ends at once and leaves no lock when it is stopped while it starts, and starts well afterwards', async () => {
    const dataDir = newDataDir();
    const server = start({ VICINITY_DATA_DIR: dataDir });
    await expect.poll(() => existsSync(join(dataDir, 'database')), { timeout: 60_000 }).toBe(true);
    expect(await server.stop('SIGINT')).toBe(0);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
    const again = start({ VICINITY_DATA_DIR: dataDir });
    expect((await fetch(`${await again.url()}/health`)).status).toBe(200);
    expect(await again.stop()).toBe(0);
    expect(readdirSync(dataDir).sort()).toEqual(['database', 'secrets.json', 'socket', 'version']);
  });

  it('takes its media workers with it', async () => {
    const server = start({ VICINITY_DATA_DIR: newDataDir() });
    const url = await server.url();
    await expect
      .poll(async () => (await (await fetch(`${url}/health`)).json()).checks.media.workers, {
        timeout: 60_000,
      })
      .toBeGreaterThan(0);
    const children = childrenOf(server.child.pid);
    expect(children.length).toBeGreaterThan(0);
    expect(await server.stop('SIGTERM')).toBe(0);
    expect(server.output).not.toContain('"level":"error"');
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow();
  });

  it('starts again after it was killed', async () => {
    await ensurePages();
    const dataDir = newDataDir();
    const killed = start({ VICINITY_DATA_DIR: dataDir });
    await killed.url();
    await killed.stop('SIGKILL');
    expect(existsSync(join(dataDir, 'lock'))).toBe(true);
    const again = start({ VICINITY_DATA_DIR: dataDir, VICINITY_ROLE: 'all' });
    expect((await fetch(`${await again.url()}/health`)).status).toBe(200);
    expect(await again.stop()).toBe(0);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });
});
