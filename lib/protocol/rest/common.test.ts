import { expect, it } from 'vitest';
import { instantSchema } from './common.ts';

it.each([
  ['2026-03-01T09:00:00.000Z', true],
  ['0001-01-01T00:00:00Z', true],
  ['0000-01-01T00:00:00Z', false],
  ['2026-02-30T09:00:00Z', false],
  ['2026-03-01', false],
  ['yesterday', false],
])('%s as an instant that a database knows: %s', (text, isOne) => {
  expect(instantSchema.safeParse(text).success).toBe(isOne);
});
