import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ninjaProgress } from './build.mjs';
import { cachedWorkerPath, keepWorker } from './cache.mjs';
import { workerRuns } from './probe.mjs';

const environment = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values });

describe('cachedWorkerPath', () => {
  const place = '3.27.1-linux-x64/mediasoup-worker';

  test.each([
    [{ VICINITY_CACHE_DIR: '/cache' }, `/cache/mediasoup-worker/${place}`],
    [{ XDG_CACHE_HOME: '/xdg' }, `/xdg/vicinity/mediasoup-worker/${place}`],
    [{ VICINITY_CACHE_DIR: '/cache', XDG_CACHE_HOME: '/xdg' }, `/cache/mediasoup-worker/${place}`],
    [{}, join(homedir(), '.cache', 'vicinity', 'mediasoup-worker', place)],
  ])('%j', (values, path) => {
    expect(cachedWorkerPath('3.27.1', environment(values), 'linux', 'x64')).toBe(path);
  });

  test('differs by version, platform and processor', () => {
    const env = environment({});
    const paths = [
      cachedWorkerPath('3.27.1', env, 'linux', 'x64'),
      cachedWorkerPath('3.27.2', env, 'linux', 'x64'),
      cachedWorkerPath('3.27.1', env, 'darwin', 'x64'),
      cachedWorkerPath('3.27.1', env, 'linux', 'arm64'),
    ];
    expect(new Set(paths).size).toBe(4);
  });
});

test('keepWorker replaces what was there and leaves nothing beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vicinity-cache-'));
  const place = join(folder, 'kept', 'mediasoup-worker');
  const built = join(folder, 'built');
  for (const content of ['one', 'two']) {
    writeFileSync(built, content);
    keepWorker(built, place);
  }
  expect(readFileSync(place, 'utf8')).toBe('two');
  expect(readdirSync(dirname(place))).toEqual(['mediasoup-worker']);
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
});

describe('workerRuns', () => {
  test('not what is missing, and not another program', () => {
    expect(workerRuns('/does/not/exist')).toBe(false);
    expect(workerRuns('/bin/sh')).toBe(false);
  });
});

test.each([
  ['[17/261] Compiling C++ object src/main.cpp.o', 'compiling 17 of 261'],
  ['[261/261] Linking target mediasoup-worker', 'compiling 261 of 261'],
  ['ninja: Entering directory', undefined],
])('ninjaProgress(%s) is %s', (line, progress) => {
  expect(ninjaProgress(line)).toBe(progress);
});
