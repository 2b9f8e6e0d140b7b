import { bubble } from '../bubble.ts';
import type { Palette } from '../palette.ts';
import { TILE } from '../piece.ts';
import { drawScene, type SceneFigure } from '../scene.ts';
import { svgFile } from '../svg.ts';
import { GLOWS, officeMap, PLOT } from './index.ts';

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

/** People who stand together; `radius` in units. */
const GROUPS = [
  { ids: ['mira', 'jonas', 'amara'], radius: 37 },
  { ids: ['ola', 'greta'], radius: 30 },
  { ids: ['priya', 'leo'], radius: 34 },
] as const;

/** The house with a strip of lawn around it, in units of the map. */
const VIEW = { x: 8, y: 92, width: 1264, height: 645 };

function onMap(one: SceneFigure): SceneFigure {
  return { ...one, x: one.x + PLOT.x, y: one.y + PLOT.y };
}

function bubbles(c: Palette, people: readonly SceneFigure[]): string {
  const feet = (id: string) => {
    const found = people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`${id} is not in the picture`);
    return { x: found.x * TILE, y: found.y * TILE - 3 };
  };
  return GROUPS.map(({ ids: [first, ...others], radius }) =>
    bubble(c, [feet(first), ...others.map(feet)], radius),
  ).join('');
}

/** The office with its people, as an SVG file. */
export function officePicture(c: Palette): string {
  const { ground, placed } = officeMap(c);
  const people = PEOPLE.map(onMap);
  const pools = GLOWS.map(({ x, y, radius }) => ({ x: x * TILE, y: y * TILE, radius }));
  return svgFile(VIEW, drawScene(c, { ground, placed, people, near: bubbles(c, people), pools }));
}
