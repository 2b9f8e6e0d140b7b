import { describe, expect, test } from 'vitest';
import { knownTrouble, SetupFailure, toSetupFailure } from './failure.mjs';

describe('knownTrouble', () => {
  test.each([
    ['npm error code ENOSPC', 'disk is full'],
    ['cc1plus: error: No space left on device', 'disk is full'],
    ['npm error code EROFS', 'cannot be written to'],
    ['npm error code EACCES', 'belongs to somebody else'],
    [
      'npm error request to https://example.org failed, reason: getaddrinfo ENOTFOUND',
      'network does not answer',
    ],
    ['E: Temporary failure resolving', 'network does not answer'],
  ])('%s: the %s', (text, part) => {
    expect(knownTrouble(text)).toContain(part);
  });

  test('says nothing about what it does not know', () => {
    expect(knownTrouble('Type error: x is not assignable to y')).toBeUndefined();
  });
});

describe('toSetupFailure', () => {
  test('passes a sentence on', () => {
    const failure = new SetupFailure('Do this.');
    expect(toSetupFailure(failure)).toBe(failure);
  });

  test('turns a system error into its sentence', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(toSetupFailure(error).message).toContain('disk is full');
  });

  test('keeps the stack of a bug', () => {
    expect(toSetupFailure(new TypeError('x is undefined')).lines.join('\n')).toContain('failure.test.ts');
  });
});
