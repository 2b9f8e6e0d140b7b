import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programOf } from '../testing/debianPackage.ts';

const run = promisify(execFile);

/** Where Debian puts the programs of each version. */
const versionsDir = '/usr/lib/postgresql';

/** A real PostgreSQL that runs for a test. */
export interface TestPostgres {
  /** Address of an empty database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The programs of the newest installed version; `null` when there is none. */
function findPrograms(): string | null {
  if (!existsSync(versionsDir)) return null;
  const versions = readdirSync(versionsDir)
    .filter((name) => existsSync(join(versionsDir, name, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return versions[0] === undefined ? null : join(versionsDir, versions[0], 'bin');
}

/** PostgreSQL refuses to run as root, so root runs it as a user that owns nothing else here. */
function runnerFor(folder: string): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })),
  );
  if (uid === undefined || gid === undefined) throw new Error('There is no user nobody.');
  chownSync(folder, uid, gid);
  return { uid, gid };
}

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

/** Starts a PostgreSQL of its own on a free port, with its data in a temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = programOf('postgresql', findPrograms);
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-pg-'));
  const runner = { ...runnerFor(folder), cwd: folder };
  const data = join(folder, 'data');
  const port = await freePort();
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'vicinity', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    runner,
  );
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c timezone=Asia/Kathmandu`;
  await run(
    join(bin, 'pg_ctl'),
    ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'],
    runner,
  );
  return {
    url: `postgresql://vicinity@127.0.0.1:${port}/postgres`,
    async stop() {
      await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], runner);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
