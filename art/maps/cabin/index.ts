import type { Palette } from '../../palette.ts';
import { type DrawnMap, floorArt, type MapDesign, type MapPicture } from '../design.ts';
import { cabinGrounds } from './grounds.ts';
import { cabinInside } from './inside.ts';
import { cabinOutside } from './outside.ts';
import { cabinShell } from './shell.ts';

function draw(c: Palette): DrawnMap {
  const placed = [...cabinShell(c), ...cabinInside(c), ...cabinOutside(c)];
  return { ground: cabinGrounds(c) + floorArt(placed), placed };
}

/** The room with the nearest part of its garden. */
const picture: MapPicture = {
  view: { x: 0, y: 40, width: 704, height: 358 },
  people: [
    { id: 'hugo', x: 9.6, y: 7.4, view: 'right', mood: 'talk' },
    { id: 'nadia', x: 11.3, y: 8.3, view: 'up' },
    { id: 'greta', x: 11.6, y: 5.12, view: 'down', pose: 'sofa' },
    { id: 'malik', x: 14.87, y: 9.1, view: 'up', pose: 'sit' },
    { id: 'zoe', x: 17.5, y: 9.5, view: 'right', pose: 'walk1' },
  ],
  groups: [{ ids: ['hugo', 'nadia'], radius: 32 }],
};

/** A small room for a few people, in a garden. */
export const cabin: MapDesign = {
  id: 'cabin',
  name: 'Garden Cabin',
  size: { width: 22, height: 15 },
  spawns: [
    { x: 11, y: 8 },
    { x: 8, y: 8 },
    { x: 9, y: 5 },
    { x: 12, y: 5 },
    { x: 10, y: 11 },
    { x: 15, y: 5 },
    { x: 6, y: 5 },
    { x: 6, y: 11 },
  ],
  resident: { x: 17, y: 12 },
  rooms: [
    { name: 'Cabin', enclosure: 'cabin', x: 5, y: 2, width: 12, height: 8 },
    { name: 'Porch', enclosure: 'outside', x: 5, y: 10, width: 12, height: 3 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 0, width: 22, height: 2 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 2, width: 5, height: 11 },
    { name: 'Garden', enclosure: 'outside', x: 17, y: 2, width: 5, height: 11 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 13, width: 22, height: 2 },
  ],
  glows: [
    { x: 9.35, y: 4.2, radius: 110 },
    { x: 13.1, y: 3.9, radius: 90 },
    { x: 11, y: 6.6, radius: 150 },
    { x: 14.6, y: 7.7, radius: 80 },
    { x: 11, y: 11.4, radius: 120 },
    { x: 14.5, y: 11.6, radius: 80 },
  ],
  picture,
  draw,
};
