import { expect, test } from 'vitest';
import { isNewEnough } from './node-runtime.mjs';

test.each([
  ['v24.0.0', true],
  ['v24.21.0', true],
  ['v25.1.0', true],
  ['v22.12.0', false],
  ['v20.11.0', false],
  ['nonsense', false],
])('isNewEnough(%s) is %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});
