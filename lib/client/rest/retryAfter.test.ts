import { expect, it } from 'vitest';
import { newIdempotencyKey } from './idempotencyKey.ts';
import { retryAfterOf } from './retryAfter.ts';

it('Retry-After is read as seconds or as a date', () => {
  const nowMs = Date.UTC(2026, 0, 1);
  expect(retryAfterOf(null, nowMs)).toBeUndefined();
  expect(retryAfterOf('30', nowMs)).toBe(30);
  expect(retryAfterOf('Thu, 01 Jan 2026 00:01:00 GMT', nowMs)).toBe(60);
  expect(retryAfterOf('Wed, 31 Dec 2025 00:00:00 GMT', nowMs)).toBe(0);
  expect(retryAfterOf('soon', nowMs)).toBeUndefined();
});

it('every idempotency key is another one', () => {
  const keys = Array.from({ length: 100 }, newIdempotencyKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
});
