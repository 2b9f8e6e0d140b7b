import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keyOf } from '../keys.ts';
import { StorageUnavailable } from '../StorageUnavailable.ts';
import { describeStoragePort } from '../storagePort.contract.ts';
import { createLocalStorage } from './createLocalStorage.ts';

const made: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-files-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describeStoragePort('local', () => createLocalStorage(join(newFolder(), 'files')));

describe('a folder of files', () => {
  const bytes = new TextEncoder().encode('hello');
  const key = keyOf(bytes);

  it('holds files by their names alone, for this user only, and nothing half-written', async () => {
    const folder = newFolder();
    await createLocalStorage(folder).put(key, bytes);
    expect(readdirSync(folder).toSorted()).toEqual([key.slice(0, 2), 'incoming'].toSorted());
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(statSync(join(folder, key.slice(0, 2), key)).mode & 0o077).toBe(0);
  });

  it('survives another process, and loses what one that died left half-written', async () => {
    const folder = newFolder();
    await createLocalStorage(folder).put(key, bytes);
    const [old, young] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'young')];
    for (const path of [old, young]) writeFileSync(path, 'half');
    const longAgo = new Date(Date.now() - 7_200_000);
    utimesSync(old, longAgo, longAgo);
    const next = createLocalStorage(folder);
    const other = new TextEncoder().encode('other');
    await next.put(keyOf(other), other);
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['young']);
    expect((await next.get(key))?.sizeBytes).toBe(5);
  });

  it('writes a file again that was cut off', async () => {
    const folder = newFolder();
    const storage = createLocalStorage(folder);
    await storage.put(key, bytes);
    truncateSync(join(folder, key.slice(0, 2), key), 2);
    await storage.put(key, bytes);
    expect((await storage.get(key))?.sizeBytes).toBe(5);
  });

  it('ends a reading with an error when the file is cut off meanwhile', async () => {
    const folder = newFolder();
    const storage = createLocalStorage(folder);
    await storage.put(key, bytes);
    const stored = await storage.get(key);
    truncateSync(join(folder, key.slice(0, 2), key), 2);
    await expect(new Response(stored?.stream).arrayBuffer()).rejects.toThrow();
  });

  it('says that it cannot be used', async () => {
    const file = join(newFolder(), 'a file');
    writeFileSync(file, 'not a folder');
    const storage = createLocalStorage(join(file, 'files'));
    await expect(storage.put(key, bytes)).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(storage.get(key)).rejects.toBeInstanceOf(StorageUnavailable);
  });
});
