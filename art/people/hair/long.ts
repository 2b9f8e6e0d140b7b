import { line, rect, shape } from '../../svg.ts';
import { type HairStyleArt, nape, over } from './hair-art.ts';

export const bob: HairStyleArt = (hair) => ({
  up: over(
    shape('M-9.2 5.4C-11 -13.4 11 -13.4 9.2 5.4Q8.8 7.8 6.6 7.6Q0 9 -6.6 7.6Q-8.8 7.8 -9.2 5.4Z', hair.base) +
      line('M-4.6 -6Q-.4 -8.6 4.4 -6.4', hair.light, 1.1),
  ),
  right: {
    behind: shape('M-8.8 5.6C-11 -12.6 6 -12.6 7.6 -4L2 2L-1 8Q-8.4 9 -8.8 5.6Z', hair.shade),
    over:
      shape(
        'M-8.8 6C-11 -12.4 6.4 -12.6 8.2 -4.2C5.6 -4 3.6 -5 2.4 -6.2C1.6 -2.6 .4 -.6 -1 .8C-1.4 3 -1.2 5.6 -1.8 7.6Q-8.4 9 -8.8 6Z',
        hair.base,
      ) + line('M-3.6 -7.4Q-.4 -9 3 -7.6', hair.light, 1.1),
  },
  down: {
    behind: shape('M-9.4 5.6C-11 -13.2 11 -13.2 9.4 5.6Q8.8 7.6 6 7.4H-6Q-8.8 7.6 -9.4 5.6Z', hair.shade),
    over:
      shape(
        'M-9.4 5.8C-11.4 -13.4 11.4 -13.4 9.4 5.8Q8.6 7.6 6.6 7C7.4 3 7.6 -1.4 6.2 -3.6C2.6 -3.6 -.6 -4.8 -2.8 -6.6C-3.6 -4.8 -5 -3.8 -6.4 -3.2C-7.6 -1 -7.4 3 -6.6 7Q-8.6 7.6 -9.4 5.8Z',
        hair.base,
      ) + line('M-.2 -6.9Q2.8 -7.4 5.2 -5', hair.light, 1.1),
  },
});

export const long: HairStyleArt = (hair) => ({
  up: over(
    shape('M-9.2 4C-11 -13.4 11 -13.4 9.2 4Q10 11 8.6 15.6Q0 18 -8.6 15.6Q-10 11 -9.2 4Z', hair.base) +
      line('M-4.6 -6Q-.4 -8.6 4.4 -6.4M-3.4 6V13M3.4 6V13', hair.light, 1, { opacity: 0.8 }),
  ),
  right: longInProfile(hair),
  down: {
    behind: shape('M-9.2 2C-11 -13.4 11 -13.4 9.2 2Q10 9 8.8 14H-8.8Q-10 9 -9.2 2Z', hair.shade),
    over:
      shape(
        'M-9.2 6C-11 -13.6 11 -13.6 9.2 6C7.6 3 8 -2.8 6 -4.6C3.4 -5.2 1.4 -6.2 0 -7.8C-1.4 -6.2 -3.4 -5.2 -6 -4.6C-8 -2.8 -7.6 3 -9.2 6Z',
        hair.base,
      ) + line('M2.8 -6.9Q5 -6.2 6.3 -3.8', hair.light, 1),
  },
});

export const waves: HairStyleArt = (hair) => ({
  up: over(
    shape(
      'M-9.4 4C-11 -13.6 11 -13.6 9.4 4Q11.4 8 9 11Q10.4 15 7 16.4Q0 18 -7 16.4Q-10.4 15 -9 11Q-11.4 8 -9.4 4Z',
      hair.base,
    ) + line('M-4.6 -6Q-.4 -8.6 4.4 -6.4M-3.4 6V13M3.4 6V13', hair.light, 1, { opacity: 0.8 }),
  ),
  right: longInProfile(hair),
  down: {
    behind: shape(
      'M-9.4 2C-11 -13.4 11 -13.4 9.4 2Q11.6 6 9.4 9.6Q10.8 13 7.6 14.6H-7.6Q-10.8 13 -9.4 9.6Q-11.6 6 -9.4 2Z',
      hair.shade,
    ),
    over:
      shape(
        'M-9.2 4.6C-11.2 -13.6 11.2 -13.6 9.2 4.6C8 2 8.2 -2.6 5.6 -5.4C2.8 -3.8 -.4 -5 -2 -7.4C-3 -5 -4.8 -3.8 -6.6 -3C-7.8 -.6 -8 2 -9.2 4.6Z',
        hair.base,
      ) + line('M2.8 -6.9Q5 -6.2 6.3 -3.8', hair.light, 1),
  },
});

function longInProfile(hair: Parameters<HairStyleArt>[0]): ReturnType<HairStyleArt>['right'] {
  return {
    behind: shape('M-9 4C-11 -13 6 -12.6 7.4 -4L0 4L-1 14Q-6 17.4 -9.4 14.6Q-10.4 9 -9 4Z', hair.shade),
    over:
      shape(
        'M-8.8 4C-11 -12.6 6.4 -12.6 8.2 -4C5.4 -4 3.4 -5 2 -6.6C1 -2.6 0 -.8 -1.4 .6C-2 5 -1 9 -2.4 13.4Q-6 16.6 -9.4 14.2Q-10.2 9 -8.8 4Z',
        hair.base,
      ) + line('M-3.8 -7.2Q-.6 -9 2.8 -7.6', hair.light, 1.1),
  };
}

export const tail: HairStyleArt = (hair, hat) => ({
  up: over(
    nape(hair, 2.6) +
      shape('M-3 -3Q0 -5 3 -3Q5 6 2.4 13Q0 15 -2.4 13Q-5 6 -3 -3Z', hair.shade) +
      shape('M-2.2 -2.4Q-.4 -3.4 .6 -2.6Q1 6 -.6 12.4Q-3 9 -2.2 -2.4Z', hair.base) +
      rect(-2.6, -3.4, 5.2, 2, hat.base, 1),
  ),
  right: {
    behind: shape('M-6.6 -5Q-13.4 -4 -12.6 5Q-12.4 10 -9.6 12Q-9 6 -8.6 3Q-8 -1 -5.6 -2Z', hair.shade),
    over:
      shape(
        'M-7.4 2C-10 -10 -1 -11 3.4 -9.6C7.4 -8.4 8.4 -5.2 7.8 -3.6C4.8 -6.8 1.6 -5.6 .6 -3.6C-.4 -1 -2.2 1.6 -4 3Q-6.4 4.6 -7.4 2Z',
        hair.base,
      ) +
      rect(-9, -5.6, 3, 3.6, hat.base, 1) +
      line('M-3.4 -7.6Q0 -9 3.4 -7.8', hair.light, 1.1),
  },
  down: {
    behind: shape('M5 -6Q13.6 -3 11.6 6Q11 10 9 11.4Q8.4 6 7.4 3Z', hair.shade),
    over:
      shape(
        'M-8.2 .4C-9.4 -12 9.4 -12 8.2 .4C7.4 -3.6 5 -5.4 2.4 -6.6C-.6 -4.4 -4.6 -4.4 -6.4 -3.6C-7.4 -2.6 -7.8 -1.4 -8.2 .4Z',
        hair.base,
      ) + line('M-3.4 -6.9Q-.4 -8 3 -7', hair.light, 1.1),
  },
});
