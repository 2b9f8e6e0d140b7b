import { line, rect, shape } from '../../svg.ts';
import { type HairStyleArt, over } from './hair-art.ts';

export const beanie: HairStyleArt = (hair, hat) => {
  const front =
    shape('M-8.6 -3.2C-9.8 -13.6 9.8 -13.6 8.6 -3.2Z', hat.base) +
    rect(-9.1, -5.4, 18.2, 4.4, hat.shade, 2.2) +
    line('M-3.6 -8.6Q-.6 -10 3 -9', hat.light, 1.1);
  return {
    up: over(
      shape('M-8 3.4C-8.6 -3 8.6 -3 8 3.4Q0 6.4 -8 3.4Z', hair.base) +
        shape('M-8.6 -1.6C-9.8 -13.4 9.8 -13.4 8.6 -1.6Z', hat.base) +
        rect(-9.1, -3.6, 18.2, 4.6, hat.shade, 2.2),
    ),
    right: { behind: shape('M-8 4C-9 -4 -2 -5 0 -2L-3 4Q-6 6 -8 4Z', hair.base), over: front },
    down: { behind: shape('M-8.6 3.4C-9.4 -4 9.4 -4 8.6 3.4Q0 5 -8.6 3.4Z', hair.shade), over: front },
  };
};

export const scarf: HairStyleArt = (_hair, hat) => ({
  up: over(
    shape('M-9.2 4C-10.8 -13.2 10.8 -13.2 9.2 4Q10.4 10 8 12Q0 14.4 -8 12Q-10.4 10 -9.2 4Z', hat.base) +
      line('M-3 8Q0 10 4 8.6', hat.shade, 1.1),
  ),
  right: over(
    shape(
      'M-9 4C-10.8 -13 3 -13 6.6 -7.2C4 -6.8 2.6 -4.6 2.2 -2C1.8 2 3.4 6 5.4 8.6Q4.6 12 0 12.6Q-7 13 -9.4 10Q-9.8 7 -9 4Z',
      hat.base,
    ) +
      line('M-2 7Q1 9.4 4.8 9', hat.shade, 1.2) +
      line('M-3.6 -8Q-.6 -9.6 2.8 -8.6', hat.light, 1.1),
  ),
  down: over(
    shape(
      'M-9.4 4C-11 -13.4 11 -13.4 9.4 4Q10.4 10 7.6 12Q0 14 -7.6 12Q-10.4 10 -9.4 4ZM-6.5 -.4C-6.6 5.4 -3.2 8.2 0 8.2C3.2 8.2 6.6 5.4 6.5 -.4C6.3 -4.8 3.6 -6.4 0 -6.4C-3.6 -6.4 -6.3 -4.8 -6.5 -.4Z',
      hat.base,
      { fillRule: 'evenodd' },
    ) +
      line('M-5.6 9.4Q0 12.4 6 8.6', hat.shade, 1.2) +
      line('M-4 -7Q-.6 -8.2 3.4 -7.2', hat.light, 1.1),
  ),
});

export const bald: HairStyleArt = (hair) => ({
  up: over(
    shape('M-7.6 1C-7.4 6 -4 8.6 0 8.6C4 8.6 7.4 6 7.6 1C5 3.4 -5 3.4 -7.6 1Z', hair.base, { opacity: 0.55 }),
  ),
  right: over(''),
  down: over(''),
});
