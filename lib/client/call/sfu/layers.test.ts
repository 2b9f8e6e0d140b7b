import { expect, test } from 'vitest';
import { layerForHeight } from './layers.ts';

test.each([
  [0, 0],
  [112, 0],
  [215, 0],
  [217, 1],
  [431, 1],
  [433, 2],
  [720, 2],
  [2_160, 2],
])('a picture of %d px takes layer %d', (heightPx, layer) => {
  expect(layerForHeight(heightPx)).toBe(layer);
});
