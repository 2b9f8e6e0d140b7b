import type { SceneFigure } from '../../scene.ts';
import type { MapPicture } from '../design.ts';
import { onMap } from './plot.ts';

/** Who is in the studio on the first page's picture; tiles of the house's plot. */
const PEOPLE: readonly SceneFigure[] = [
  { id: 'mira', x: 14.35, y: 13.2, view: 'up' },
  { id: 'jonas', x: 13.15, y: 12.1, view: 'right' },
  { id: 'amara', x: 15.5, y: 12.15, view: 'left', mood: 'talk' },
  { id: 'tomas', x: 20.47, y: 12.1, view: 'up', pose: 'sit' },
  { id: 'yuki', x: 22.47, y: 9.7, view: 'down', pose: 'sit' },
  { id: 'samira', x: 12.5, y: 4.2, view: 'down', pose: 'sit', mood: 'talk' },
  { id: 'hugo', x: 16.5, y: 4.2, view: 'down', pose: 'sit' },
  { id: 'ken', x: 14.5, y: 6.63, view: 'up', pose: 'sit' },
  { id: 'priya', x: 21.4, y: 7.75, view: 'right', mood: 'talk' },
  { id: 'leo', x: 22.75, y: 7.8, view: 'left', mood: 'laugh' },
  { id: 'nadia', x: 5.2, y: 5.05, view: 'down', pose: 'sofa' },
  { id: 'zoe', x: 11.9, y: 15.7, view: 'right', pose: 'walk1' },
  { id: 'ola', x: 8.1, y: 14.9, view: 'left', mood: 'laugh' },
  { id: 'greta', x: 6.75, y: 14.8, view: 'right', mood: 'talk' },
  { id: 'malik', x: 25.6, y: 11.6, view: 'down' },
  { id: 'resident', x: 16.4, y: 16.7, view: 'down', pose: 'wave' },
];

/** The house with a strip of lawn around it. */
export const officePicture: MapPicture = {
  view: { x: 8, y: 92, width: 1264, height: 645 },
  people: onMap(PEOPLE),
  groups: [
    { ids: ['mira', 'jonas', 'amara'], radius: 37 },
    { ids: ['ola', 'greta'], radius: 30 },
    { ids: ['priya', 'leo'], radius: 34 },
  ],
};
