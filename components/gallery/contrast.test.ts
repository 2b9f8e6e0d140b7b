import { expect, it } from 'vitest';
import { contrastOf, over } from './contrast.ts';

const white = { r: 255, g: 255, b: 255, a: 1 };
const black = { r: 0, g: 0, b: 0, a: 1 };

it('contrast is 21 at most, 1 at least, and the same both ways', () => {
  expect(contrastOf(white, black)).toBeCloseTo(21, 5);
  expect(contrastOf(black, white)).toBeCloseTo(21, 5);
  expect(contrastOf(white, white)).toBe(1);
  // The classic borderline grey on white.
  expect(contrastOf({ r: 118, g: 118, b: 118, a: 1 }, white)).toBeCloseTo(4.54, 2);
});

it('a veil shows the ground through', () => {
  expect(over({ ...black, a: 0.5 }, white)).toEqual({ r: 127.5, g: 127.5, b: 127.5, a: 1 });
});
