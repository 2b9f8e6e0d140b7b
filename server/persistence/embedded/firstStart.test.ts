import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseDirOf, markFinished, removeUnfinished } from './firstStart.ts';

const newDir = () => mkdtempSync(join(tmpdir(), 'vicinity-first-'));

function makeDatabase(dataDir: string): string {
  mkdirSync(databaseDirOf(dataDir), { recursive: true });
  const file = join(databaseDirOf(dataDir), 'precious');
  writeFileSync(file, '');
  return file;
}

describe('the first start', () => {
  it('that was interrupted leaves a database that the next one makes anew', () => {
    const dataDir = newDir();
    removeUnfinished(dataDir);
    const file = makeDatabase(dataDir);
    removeUnfinished(dataDir);
    expect(existsSync(file)).toBe(false);
  });

  it('that was finished leaves a database that is never removed', () => {
    const dataDir = newDir();
    removeUnfinished(dataDir);
    const file = makeDatabase(dataDir);
    markFinished(dataDir);
    markFinished(dataDir);
    removeUnfinished(dataDir);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('never removes a database that bears no mark', () => {
    const dataDir = newDir();
    const file = makeDatabase(dataDir);
    removeUnfinished(dataDir);
    expect(existsSync(file)).toBe(true);
  });
});
