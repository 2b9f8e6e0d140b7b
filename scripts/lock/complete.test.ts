import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../setup/paths.mjs';
import { missingParts, platformOf } from './complete.mjs';

describe('missingParts', () => {
  const swc = {
    optionalDependencies: { '@next/swc-darwin-arm64': '16.4.6', '@next/swc-linux-x64-gnu': '16.4.6' },
  };

  test('fills in the parts that the lock does not name', () => {
    const entries = {
      'node_modules/next': swc,
      'node_modules/@next/swc-linux-x64-gnu': { version: '16.4.6' },
    };
    expect(missingParts(entries)).toEqual({
      'node_modules/@next/swc-darwin-arm64': {
        version: '16.4.6',
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
    });
  });

  test('finds a part in the package’s own folder and in those above', () => {
    const entries = {
      'node_modules/a/node_modules/next': swc,
      'node_modules/a/node_modules/@next/swc-darwin-arm64': { version: '16.4.6' },
      'node_modules/@next/swc-linux-x64-gnu': { version: '16.4.6' },
    };
    expect(missingParts(entries)).toEqual({});
  });

  test('the project’s own lock misses none, so that `npm ci` works on a clean clone', () => {
    const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
    expect(Object.keys(missingParts(lock.packages))).toEqual([]);
  });
});

test.each([
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@tailwindcss/oxide-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ['fsevents', {}],
])('platformOf(%s)', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
