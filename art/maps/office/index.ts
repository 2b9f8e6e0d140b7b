import type { Palette } from '../../palette.ts';
import { TILE } from '../../piece.ts';
import { move } from '../../svg.ts';
import { type DrawnMap, floorArt, type MapDesign } from '../design.ts';
import { officeGrounds } from './grounds.ts';
import { officeOutside } from './outside.ts';
import { officePicture } from './picture.ts';
import { onMap, PLOT } from './plot.ts';
import { officeRooms } from './rooms.ts';
import { officeShell } from './shell.ts';

function draw(c: Palette): DrawnMap {
  const dx = PLOT.x * TILE;
  const dy = PLOT.y * TILE;
  const placed = [...officeShell(c), ...officeRooms(c), ...officeOutside(c)].map((one) => ({
    ...one,
    x: one.x + dx,
    y: one.y + dy,
  }));
  return { ground: move(dx, dy, officeGrounds(c)) + floorArt(placed), placed };
}

/** The demo map: an office with a lounge, a meeting room, a kitchen, desks and a terrace. */
export const office: MapDesign = {
  id: 'office',
  name: 'Harbour Studio',
  size: { width: 40, height: 26 },
  spawns: onMap([
    { x: 14, y: 11 },
    { x: 11, y: 11 },
    { x: 17, y: 11 },
    { x: 17, y: 8 },
    { x: 20, y: 8 },
    { x: 23, y: 8 },
  ]),
  /** Just inside the front door. */
  resident: { x: PLOT.x + 16, y: PLOT.y + 16 },
  rooms: onMap([
    { name: 'Lounge', enclosure: 'lounge', x: 1, y: 2, width: 9, height: 9 },
    { name: 'Harbour room', enclosure: 'meeting', x: 9, y: 2, width: 10, height: 6 },
    { name: 'Kitchen', enclosure: 'studio', x: 18, y: 2, width: 11, height: 7 },
    { name: 'Phone booths', enclosure: 'studio', x: 24, y: 9, width: 5, height: 3 },
    { name: 'Studio', enclosure: 'studio', x: 9, y: 8, width: 20, height: 10 },
    { name: 'Terrace', enclosure: 'outside', x: 1, y: 11, width: 9, height: 7 },
    { name: 'Garden', enclosure: 'outside', x: -5, y: -3, width: 40, height: 5 },
    { name: 'Garden', enclosure: 'outside', x: -5, y: 2, width: 6, height: 16 },
    { name: 'Garden', enclosure: 'outside', x: 29, y: 2, width: 6, height: 16 },
    { name: 'Garden', enclosure: 'outside', x: -5, y: 18, width: 40, height: 5 },
  ]),
  glows: onMap([
    { x: 9.1, y: 3, radius: 90 },
    { x: 5.4, y: 6, radius: 130 },
    { x: 14.1, y: 5, radius: 150 },
    { x: 22.2, y: 5.2, radius: 140 },
    { x: 26.7, y: 6, radius: 100 },
    { x: 14.4, y: 11.8, radius: 170 },
    { x: 21.5, y: 11, radius: 140 },
    { x: 20.5, y: 15, radius: 130 },
    { x: 26.5, y: 14.6, radius: 110 },
    { x: 4, y: 14.6, radius: 110 },
    { x: 26, y: 10.6, radius: 80 },
    { x: 15, y: 18.6, radius: 100 },
  ]),
  picture: officePicture,
  draw,
};
