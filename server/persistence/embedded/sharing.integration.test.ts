import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../observability/Logger.ts';
import { connectStore } from '../connectStore.ts';
import { openStore } from '../openStore.ts';
import { explainStorage, StorageError } from '../StorageError.ts';

const script = `
  import { openStore } from ${JSON.stringify(new URL('../openStore.ts', import.meta.url).href)};
  import { silentLogger } from ${JSON.stringify(new URL('../../observability/Logger.ts', import.meta.url).href)};
  const [dataDir, role] = process.argv.slice(1);
  try {
    const store = await openStore({ databaseUrl: null, dataDir, role, logger: silentLogger });
    await store.ping();
    console.log('open');
    process.stdin.once('end', () => store.close().then(() => process.exit(0)));
    process.stdin.resume();
  } catch (error) {
    console.log(error.message);
    process.exit(1);
  }
`;

const children: ChildProcess[] = [];

/** Another process that opens the folder; `said` is its first line. */
function open(dataDir: string, role: string): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, dataDir, role], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  return { child, said: once(lines, 'line').then(([line]) => String(line)) };
}

async function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  if (signal === undefined) child.stdin?.end();
  else child.kill(signal);
  await exited;
}

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const folders: string[] = [];

function newDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-share-'));
  folders.push(folder);
  return folder;
}

const here = (dataDir: string, role = 'all') => ({ databaseUrl: null, dataDir, role, logger: silentLogger });

// Making a database takes seconds of computing, and a small machine runs other tests beside this one.
describe('a data folder', { timeout: 120_000 }, () => {
  it('is opened by one of two servers that start at the same moment; the other is told in one sentence', async () => {
    const dataDir = newDir();
    const said = await Promise.all([open(dataDir, 'all').said, open(dataDir, 'all').said]);
    expect(said.filter((line) => line === 'open')).toHaveLength(1);
    expect(said.find((line) => line !== 'open')).toMatch(
      /^The data folder .* is in use by another Vicinity \(process \d+ on .*\): stop that one, or name another folder by VICINITY_DATA_DIR\.$/,
    );
  });

  it('is shared by realtime processes, and what one writes the other reads', async () => {
    const dataDir = newDir();
    const owner = open(dataDir, 'realtime');
    expect(await owner.said).toBe('open');
    const other = await openStore(here(dataDir, 'realtime'));
    const web = await connectStore(here(dataDir, 'web'));
    const guest = await other.users.createGuest({ id: uuidv7(), name: 'Alice' });
    expect(await web.users.findById(guest.id)).toEqual(guest);
    await web.close();
    await other.close();
    expect(existsSync(join(dataDir, 'lock'))).toBe(true);
    await end(owner.child);
    expect(readdirSync(dataDir).sort()).toEqual(['database', 'socket', 'version']);
  });

  it('keeps what was acknowledged when its process is killed, and opens again', async () => {
    const dataDir = newDir();
    const owner = open(dataDir, 'realtime');
    await owner.said;
    const store = await connectStore(here(dataDir, 'web'));
    const guest = await store.users.createGuest({ id: uuidv7(), name: 'Alice' });
    await end(owner.child, 'SIGKILL');
    await store.close();
    const again = await openStore(here(dataDir));
    expect(await again.users.findById(guest.id)).toEqual(guest);
    await again.close();
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it('is waited for by who only connects', async () => {
    const dataDir = newDir();
    const waiting = connectStore({ ...here(dataDir, 'web'), waitMs: 60_000 });
    const owner = await openStore(here(dataDir, 'realtime'));
    const store = await waiting;
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await owner.close();
  });

  it('of a newer version is refused in one sentence and left as it is', async () => {
    const dataDir = newDir();
    writeFileSync(join(dataDir, 'version'), '29990101000000_later\n');
    await expect(openStore(here(dataDir))).rejects.toThrow(
      /^The data in .* was made by a newer version of Vicinity \(29990101000000_later\): start that version or a later one/,
    );
    expect(readdirSync(dataDir)).toEqual(['version']);
  });

  it('says which migration it was written by', async () => {
    const dataDir = newDir();
    await (await openStore(here(dataDir))).close();
    expect(readFileSync(join(dataDir, 'version'), 'utf8')).toMatch(/^\d{14}_\w+\n$/);
  });

  it('with a path too long for a socket works through the temporary folder', async () => {
    const dataDir = join(newDir(), 'x'.repeat(120));
    const store = await openStore(here(dataDir));
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });

  it('that may not be written is explained', async () => {
    await expect(openStore(here('/sys/vicinity'))).rejects.toThrow(
      /may not be written by this user|read-only disk/,
    );
  });

  it('that is a file is explained', async () => {
    const file = join(newDir(), 'file');
    writeFileSync(file, '');
    await expect(openStore(here(join(file, 'data')))).rejects.toThrow(/is not a folder: name another one/);
  });

  it('that cannot be opened leaves no lock behind', async () => {
    const dataDir = newDir();
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '99\n');
    await expect(openStore(here(dataDir))).rejects.toThrow();
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });
});

describe('errors of the disk', () => {
  it.each([
    ['ENOSPC', /^The disk of \/data is full: free some space/],
    ['EACCES', /^\/data may not be written by this user/],
    ['EROFS', /^\/data lies on a read-only disk/],
  ])('%s is one sentence', (code, sentence) => {
    const explained = explainStorage(Object.assign(new Error(code), { code }), '/data');
    expect(explained).toBeInstanceOf(StorageError);
    expect(String((explained as Error).message)).toMatch(sentence);
  });

  it('a full disk that only the database noticed is one, too', () => {
    const explained = explainStorage(new Error('could not extend file: No space left on device'), '/data');
    expect(explained).toBeInstanceOf(StorageError);
  });

  it('anything else is left alone', () => {
    const error = new Error('bug');
    expect(explainStorage(error, '/data')).toBe(error);
  });
});
