import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meterShare, rootMeanSquare } from './measureLevel.ts';
import { refusalOf } from './refusal.ts';

describe('refusalOf', () => {
  test.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['OverconstrainedError', 'overconstrained'],
    ['SomethingNew', 'unknown'],
  ] as const)('%s is %s', (name, reason) => {
    expect(refusalOf(new DOMException('no', name))).toBe(reason);
    expect(refusalOf({ name })).toBe(reason);
  });

  test('what is no error is unknown', () => {
    expect(refusalOf(null)).toBe('unknown');
    expect(refusalOf('no')).toBe('unknown');
  });
});

describe('rootMeanSquare', () => {
  test('silence is 0, a full square wave 1', () => {
    expect(rootMeanSquare(new Float32Array(8))).toBe(0);
    expect(rootMeanSquare(new Float32Array())).toBe(0);
    expect(rootMeanSquare(Float32Array.of(1, -1, 1, -1))).toBe(1);
  });

  test('is between 0 and 1 for any sound', async () => {
    await fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true }), (samples) => {
        const level = rootMeanSquare(samples);
        expect(level).toBeGreaterThanOrEqual(0);
        expect(level).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('meterShare', () => {
  test('is empty in silence and full at a loud voice', () => {
    expect(meterShare(0)).toBe(0);
    expect(meterShare(1)).toBe(1);
    expect(meterShare(10 ** (-10 / 20))).toBe(1);
  });

  test('shows a quiet voice (-30 dB) at half', () => {
    expect(meterShare(10 ** (-30 / 20))).toBeCloseTo(0.5);
  });
});
