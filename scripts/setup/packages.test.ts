import { describe, expect, test } from 'vitest';
import { matchesLock } from './packages.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/next': { version: '16.4.6' },
  'node_modules/@next/swc-darwin-arm64': { version: '16.4.6', optional: true },
};

describe('matchesLock', () => {
  test('asks for every package in its version', () => {
    expect(matchesLock(wanted, { 'node_modules/next': { version: '16.4.6' } })).toBe(true);
    expect(matchesLock(wanted, { 'node_modules/next': { version: '16.4.5' } })).toBe(false);
    expect(matchesLock(wanted, {})).toBe(false);
  });
});
