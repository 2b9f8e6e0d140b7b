import { expect, it } from 'vitest';
import { rovingStep } from './useRovingFocus.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 1, 3, 0],
  ['ArrowUp', 0, 3, -1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Tab', 0, 3, null],
  ['End', -1, 0, null],
])('%s at %i of %i leads to %s', (key, at, count, next) => expect(rovingStep(key, at, count)).toBe(next));
