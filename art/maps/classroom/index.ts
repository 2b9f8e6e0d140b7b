import type { Palette } from '../../palette.ts';
import { type DrawnMap, floorArt, type MapDesign, type MapPicture } from '../design.ts';
import { classroomGrounds } from './grounds.ts';
import { classroomOutside } from './outside.ts';
import { classroomRooms } from './rooms.ts';
import { classroomShell } from './shell.ts';

function draw(c: Palette): DrawnMap {
  const placed = [...classroomShell(c), ...classroomRooms(c), ...classroomOutside(c)];
  return { ground: classroomGrounds(c) + floorArt(placed), placed };
}

/** A lesson, a group at work, and two people who meet in the foyer. */
const picture: MapPicture = {
  view: { x: 0, y: 38, width: 960, height: 490 },
  people: [
    { id: 'amara', x: 8.4, y: 5.1, view: 'down', mood: 'talk' },
    { id: 'tomas', x: 5.5, y: 7.7, view: 'up' },
    { id: 'yuki', x: 7.5, y: 7.7, view: 'up' },
    { id: 'leo', x: 8.5, y: 7.7, view: 'up' },
    { id: 'mira', x: 11.5, y: 7.7, view: 'up' },
    { id: 'samira', x: 12.5, y: 7.7, view: 'up' },
    { id: 'ken', x: 6.5, y: 9.7, view: 'up' },
    { id: 'priya', x: 10.5, y: 9.7, view: 'up' },
    { id: 'hugo', x: 13.5, y: 9.7, view: 'up' },
    { id: 'zoe', x: 9.5, y: 12.9, view: 'up', pose: 'walk1' },
    { id: 'jonas', x: 17.5, y: 6.3, view: 'right', mood: 'talk' },
    { id: 'greta', x: 18.5, y: 4.7, view: 'down', pose: 'sit' },
    { id: 'ola', x: 19.6, y: 12.2, view: 'left', mood: 'laugh' },
    { id: 'malik', x: 18.1, y: 12.2, view: 'right' },
    { id: 'nadia', x: 23.6, y: 5.05, view: 'down', pose: 'sofa' },
    { id: 'resident', x: 22.4, y: 13.9, view: 'down', pose: 'wave' },
  ],
  groups: [{ ids: ['ola', 'malik'], radius: 32 }],
};

/** A hall with a stage and thirty seats, two rooms for groups, and a foyer. */
export const classroom: MapDesign = {
  id: 'classroom',
  name: 'Garden School',
  size: { width: 30, height: 20 },
  spawns: [
    { x: 17, y: 10 },
    { x: 17, y: 13 },
    { x: 14, y: 13 },
    { x: 11, y: 13 },
    { x: 8, y: 13 },
    { x: 5, y: 13 },
    { x: 14, y: 10 },
  ],
  /** Just inside the front door. */
  resident: { x: 22, y: 13 },
  rooms: [
    { name: 'Stage', enclosure: 'hall', x: 4, y: 3, width: 11, height: 3 },
    { name: 'Hall', enclosure: 'hall', x: 2, y: 2, width: 14, height: 13 },
    { name: 'Group room west', enclosure: 'west', x: 16, y: 2, width: 5, height: 7 },
    { name: 'Group room east', enclosure: 'east', x: 21, y: 2, width: 6, height: 7 },
    { name: 'Foyer', enclosure: 'hall', x: 16, y: 9, width: 11, height: 6 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 0, width: 30, height: 2 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 2, width: 2, height: 13 },
    { name: 'Garden', enclosure: 'outside', x: 27, y: 2, width: 3, height: 13 },
    { name: 'Garden', enclosure: 'outside', x: 0, y: 15, width: 30, height: 5 },
  ],
  glows: [
    { x: 9.5, y: 4, radius: 170 },
    { x: 6, y: 9, radius: 150 },
    { x: 13, y: 9, radius: 150 },
    { x: 9.5, y: 13, radius: 140 },
    { x: 19, y: 5.6, radius: 110 },
    { x: 24, y: 5.6, radius: 110 },
    { x: 23.6, y: 12, radius: 130 },
    { x: 18.6, y: 11.6, radius: 110 },
    { x: 21, y: 16.4, radius: 90 },
  ],
  picture,
  draw,
};
