import { describe, expect, it } from 'vitest';
import { guardPayload } from './payloadGuard.ts';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('payload guard', () => {
  it.each([
    ['nothing', undefined],
    ['a step', { x: 1, y: 2, more: true }],
    ['nesting of 16', nested(16)],
    ['10 000 values', Array.from({ length: 9_999 }, () => 0)],
  ])('lets through: %s', (_name, payload) => {
    expect(() => guardPayload(payload)).not.toThrow();
  });

  it.each([
    ['nesting of 18', nested(18), 'too_large'],
    ['nesting of 50 000', nested(50_000), 'too_large'],
    ['too many values', Array.from({ length: 10_001 }, () => 0), 'too_large'],
    ['bytes', { data: Buffer.from('x') }, 'bad_request'],
    ['an array buffer', new ArrayBuffer(8), 'bad_request'],
    ['a key that reaches for a prototype', JSON.parse('{"a":{"__proto__":{"isAdmin":true}}}'), 'bad_request'],
  ])('refuses: %s', (_name, payload, code) => {
    expect(() => guardPayload(payload)).toThrow(expect.objectContaining({ code }));
  });
});
