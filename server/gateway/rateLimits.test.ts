import { describe, expect, it } from 'vitest';
import { defaultRateRules, type LimitClass, limitClassOf, RateLimits } from './rateLimits.ts';

function countOk(limitClass: LimitClass, messages: number, spanMs: number): number {
  const limits = new RateLimits(defaultRateRules, 0);
  const verdicts = Array.from({ length: messages }, (_, i) =>
    limits.take(limitClass, (i * spanMs) / messages),
  );
  return verdicts.filter((verdict) => verdict === 'ok').length;
}

describe('rate limits', () => {
  it.each([
    ['/space', 'move', 'step'],
    ['/space', 'video-call-signaling', 'signaling'],
    ['/space', 'join', 'other'],
    ['/media', 'consume', 'signaling'],
    ['/media', 'move', 'signaling'],
  ] as const)('%s %s counts as %s', (namespace, event, limitClass) => {
    expect(limitClassOf(namespace, event)).toBe(limitClass);
  });

  it.each([
    ['other', 1_000, 0, 100],
    ['other', 1_000, 2_000, 199],
    ['signaling', 1_000, 0, 300],
    ['step', 1_000, 1_000, 1_000],
    ['step', 10_000, 0, 3_000],
  ] as const)(
    'of class %s %i messages within %i ms: %i go through',
    (limitClass, messages, spanMs, expected) => {
      expect(countOk(limitClass, messages, spanMs)).toBe(expected);
    },
  );

  it('calls it abuse when refused messages go on and on', () => {
    const limits = new RateLimits(defaultRateRules, 0);
    const verdicts = Array.from({ length: 3_001 }, () => limits.take('other', 0));
    expect(new Set(verdicts.slice(100, 3_000))).toEqual(new Set(['limited']));
    expect(verdicts.at(-1)).toBe('abuse');
  });
});
