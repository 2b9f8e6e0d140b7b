import { disc, line, oval, shape } from '../../svg.ts';
import { type HairStyleArt, nape, over } from './hair-art.ts';

export const crop: HairStyleArt = (hair) => ({
  up: over(nape(hair, 3.6)),
  right: over(
    shape(
      'M-8.2 2.6C-10 -9.8 -1.6 -10.9 3 -9.6C7.6 -8.6 8.4 -5.2 7.9 -3.2C5.4 -5.6 2.4 -5.6 .2 -4.6C-.4 -2.6 -1 -1 -2 .4C-3 1.6 -4.4 3.8 -6.4 5.2Q-7.8 4.6 -8.2 2.6Z',
      hair.base,
    ) + line('M-3.4 -7.6Q0 -9 3.6 -7.8', hair.light, 1.1),
  ),
  down: over(
    shape(
      'M-8.2 -.4C-9.4 -11.6 9.4 -11.6 8.2 -.4C7.6 -3 6.6 -4.6 5 -5.4C1.8 -4.2 -2.6 -4.4 -5.2 -5.4C-6.8 -4.4 -7.6 -3 -8.2 -.4Z',
      hair.base,
    ) + line('M-4 -6.6Q-.6 -8 3.4 -7', hair.light, 1.1),
  ),
});

export const quiff: HairStyleArt = (hair) => ({
  up: over(nape(hair, 3.2)),
  right: over(
    shape(
      'M-7.8 3C-9.6 -8.6 -3.6 -10.6 1.4 -11C6.6 -11.6 10 -9.6 9.4 -6.6C8.8 -4.4 6 -4.6 3.4 -4.6C1 -4.6 .2 -3.4 -.6 -1.6C-1.8 1 -4 3.4 -6 4.6Q-7.4 4.4 -7.8 3Z',
      hair.base,
    ) + line('M-1 -8.4Q3.6 -10.2 7.4 -8.2', hair.light, 1.2),
  ),
  down: over(
    shape(
      'M-8 -.6C-8.8 -8.8 -5.6 -11.4 -.4 -11.6C5.6 -12.2 9.6 -8.8 8.2 -.6C7.6 -3.2 7 -4.6 6 -5.6C2.6 -3.6 -1.6 -4.4 -4.6 -6.4C-6.4 -4.6 -7.4 -3 -8 -.6Z',
      hair.base,
    ) + line('M-3 -9Q1.6 -10.6 5.4 -8.2', hair.light, 1.2),
  ),
});

export const fringe: HairStyleArt = (hair) => ({
  up: over(nape(hair, 4.4, 8.6)),
  right: over(
    shape(
      'M-8.4 4C-10.4 -11 -1 -11.6 3.4 -10.2C8 -8.8 9.2 -4 8.2 -1.6C5.6 -2 2.6 -2.4 .8 -3.4C0 -1.4 -.8 .6 -2.4 2C-3.4 3.6 -4.6 5 -6.6 5.8Q-8.2 5.4 -8.4 4Z',
      hair.base,
    ) + line('M-3 -7.8Q.6 -9.4 4 -8', hair.light, 1.1),
  ),
  down: over(
    shape(
      'M-8.6 2.6C-10.2 -12.6 10.2 -12.6 8.6 2.6C8 .4 7.6 -1 7 -2.4C3 -1.6 -3 -1.6 -7 -2.4C-7.6 -1 -8 .4 -8.6 2.6Z',
      hair.base,
    ) + line('M-4 -6.2Q-.6 -7.6 3.6 -6.6', hair.light, 1.1),
  ),
});

export const bun: HairStyleArt = (hair) => {
  const knot = (x: number) => oval(x, -11.8, 4.1, 3.6, hair.base);
  const shine = (d: string) => line(d, hair.light, 1);
  const knotBehind = knot(0) + shine('M-1.8 -12.8q1.8 -1.4 3.6 0');
  const knotInProfile = knot(-3.4) + shine('M-5 -12.6q1.6 -1.4 3.4 -.4');
  return {
    up: over(nape(hair, 3.8) + knotBehind),
    right: over(
      shape(
        'M-8 3C-10 -10 -1 -10.8 3.4 -9.4C7.4 -8.2 8.2 -5 7.8 -3.8C4.6 -6.6 1.6 -6 .4 -3.6C-.6 -1 -2 1.4 -4 3.6Q-6 5.6 -8 3Z',
        hair.base,
      ) + knotInProfile,
    ),
    down: {
      behind: knotBehind,
      over: shape(
        'M-8.2 0C-9.4 -12 9.4 -12 8.2 0C7.6 -4 4.6 -6.6 0 -6.8C-4.6 -6.6 -7.6 -4 -8.2 0Z',
        hair.base,
      ),
    },
  };
};

type Curl = readonly [x: number, y: number, radius: number];

function curlsOf(list: readonly Curl[], fill: string): string {
  return list.map(([x, y, radius]) => disc(x, y, radius, fill)).join('');
}

// biome-ignore format: one curl a line reads worse than a cluster a line
const CURLS = {
  up: [[-7, -4, 4.6], [7, -4, 4.6], [-6.6, 2, 4.4], [6.6, 2, 4.4], [0, -8.4, 5.2], [-4.6, -7.4, 4.4], [4.6, -7.4, 4.4], [0, 0, 7], [-3, 4, 4], [3, 4, 4]],
  upLight: [[-3, -8, 1.6], [2, -6, 1.4], [-5, -2, 1.4], [4, 0, 1.3]],
  rightBehind: [[-6, 2.6, 4.4], [-7.4, -2, 4.6]],
  right: [[-6.6, 1, 4], [-7.2, -4, 4.5], [-3.4, -8.4, 4.8], [2, -9, 4.4], [6, -6.6, 3.4], [-3, -3.4, 4.6], [2.4, -6.4, 3]],
  rightLight: [[-4, -8.6, 1.5], [1, -9.4, 1.3], [-6.4, -3, 1.3]],
  downBehind: [[-7.4, -1, 4.8], [7.4, -1, 4.8], [-7, 3.4, 3.8], [7, 3.4, 3.8], [0, -8, 6]],
  down: [[-7.4, -3, 4], [7.4, -3, 4], [-5.4, -7.4, 4.4], [5.4, -7.4, 4.4], [0, -9, 4.8], [-2.4, -6.4, 3], [2.6, -6.2, 3]],
  downLight: [[-4.6, -8.4, 1.4], [0.4, -10, 1.5], [4.8, -7.6, 1.2]],
} as const satisfies Record<string, readonly Curl[]>;

export const curls: HairStyleArt = (hair) => ({
  up: over(curlsOf(CURLS.up, hair.base) + curlsOf(CURLS.upLight, hair.light)),
  right: {
    behind: curlsOf(CURLS.rightBehind, hair.shade),
    over: curlsOf(CURLS.right, hair.base) + curlsOf(CURLS.rightLight, hair.light),
  },
  down: {
    behind: curlsOf(CURLS.downBehind, hair.shade),
    over: curlsOf(CURLS.down, hair.base) + curlsOf(CURLS.downLight, hair.light),
  },
});
