import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, hasStamp, writeStamp } from './fingerprint.mjs';

let folder = '';
const inputs = ['app', 'proxy.ts', 'not-there'];
const take = () => fingerprint(folder, inputs);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vicinity-fingerprint-'));
  mkdirSync(join(folder, 'app', 'door'), { recursive: true });
  writeFileSync(join(folder, 'app', 'page.tsx'), 'page');
  writeFileSync(join(folder, 'app', 'door', 'page.tsx'), 'door');
  writeFileSync(join(folder, 'proxy.ts'), 'proxy');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('fingerprint', () => {
  test('stays while nothing changes', () => {
    expect(take()).toBe(take());
  });

  test('changes with a content, a name, a new file and a removed one', () => {
    const seen = new Set([take()]);
    writeFileSync(join(folder, 'app', 'door', 'page.tsx'), 'another door');
    seen.add(take());
    renameSync(join(folder, 'app', 'page.tsx'), join(folder, 'app', 'start.tsx'));
    seen.add(take());
    writeFileSync(join(folder, 'not-there'), '');
    seen.add(take());
    rmSync(join(folder, 'proxy.ts'));
    seen.add(take());
    expect(seen.size).toBe(5);
  });

  test('does not mistake the end of one file for the beginning of the next', () => {
    writeFileSync(join(folder, 'app', 'a'), 'xy');
    writeFileSync(join(folder, 'app', 'b'), 'z');
    const before = take();
    writeFileSync(join(folder, 'app', 'a'), 'x');
    writeFileSync(join(folder, 'app', 'b'), 'yz');
    expect(take()).not.toBe(before);
  });

  test('leaves tests out', () => {
    const before = take();
    writeFileSync(join(folder, 'app', 'page.test.tsx'), 'test');
    expect(take()).toBe(before);
  });
});

test('a stamp holds for the value that it was written with', () => {
  const stamp = join(folder, '.next', 'stamp');
  expect(hasStamp(stamp, 'one')).toBe(false);
  writeStamp(stamp, 'one');
  expect(hasStamp(stamp, 'one')).toBe(true);
  expect(hasStamp(stamp, 'two')).toBe(false);
});
