import { expect, it } from 'vitest';
import { clockOf, fileHref, pictureSize, sizeOf } from './measures.ts';

it.each([
  [100, 50, 100, 50],
  [3_200, 1_200, 320, 120],
  [1_000, 4_000, 60, 240],
  [1, 1, 48, 32],
  [9_000, 1, 320, 32],
  [0, 10, 240, 180],
])('a picture of %d × %d is shown at %d × %d', (width, height, shownWidth, shownHeight) => {
  expect(pictureSize(width, height)).toEqual({ width: shownWidth, height: shownHeight });
});

it('a picture of unknown size has its room all the same', () => {
  expect(pictureSize(null, null)).toEqual({ width: 240, height: 180 });
});

it.each([
  [0, '0:00'],
  [-5, '0:00'],
  [59_600, '1:00'],
  [247_000, '4:07'],
  [3_847_000, '1:04:07'],
])('%d ms is %s', (ms, clock) => expect(clockOf(ms)).toBe(clock));

it.each([
  [999, { value: 999, unit: 'byte' }],
  [1_499, { value: 1, unit: 'kilobyte' }],
  [1_440_000, { value: 1.4, unit: 'megabyte' }],
])('%d bytes', (bytes, size) => expect(sizeOf(bytes)).toEqual(size));

it('an id cannot leave its place in the address', () => {
  expect(fileHref('../users/me')).toBe('/api/v1/files/..%2Fusers%2Fme');
});
