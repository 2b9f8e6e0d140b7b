/* Small pictures that explain the idea. */
import { bubble, rangeRing } from './bubble.ts';
import { cabin } from './cabin.ts';
import { deckFloor, oakFloor } from './floors.ts';
import type { Palette } from './palette.ts';
import { place, TILE } from './piece.ts';
import { planter, pottedPlant } from './plants.ts';
import { bandRug } from './rugs.ts';
import { drawScene, type SceneFigure } from './scene.ts';
import { svgFile } from './svg.ts';

const FLOOR = { x: -60, y: -40, width: 420, height: 300 };

function feet({ x, y }: SceneFigure): { x: number; y: number } {
  return { x: x * TILE, y: y * TILE - 3 };
}

/** Two people on a rug, in one bubble. */
export function walkUpPicture(c: Palette): string {
  const jonas: SceneFigure = { id: 'jonas', x: 2.55, y: 2.75, view: 'right' };
  const amara: SceneFigure = { id: 'amara', x: 4.2, y: 2.75, view: 'left', mood: 'talk' };
  const scene = drawScene(c, {
    ground:
      oakFloor(c, FLOOR) +
      bandRug({ x: 22, y: 42, width: 164, height: 86 }, c.rugSea, c.rugCream, c.rugCream2),
    placed: [place(pottedPlant(c, 'fig'), 12, 62)],
    people: [jonas, amara],
    near: bubble(c, [feet(jonas), feet(amara)], 33),
    pools: [{ x: 105, y: 70, radius: 130 }],
  });
  return svgFile({ x: 4, y: 16, width: 200, height: 125 }, scene);
}

/** Somebody walks away from two others. */
export function walkOnPicture(c: Palette): string {
  const leo: SceneFigure = { id: 'leo', x: 1.2, y: 2.7, view: 'right', mood: 'talk' };
  const priya: SceneFigure = { id: 'priya', x: 2.25, y: 2.95, view: 'left', mood: 'laugh' };
  const mira: SceneFigure = { id: 'mira', x: 4.75, y: 2.8, view: 'right', pose: 'walk1' };
  const scene = drawScene(c, {
    ground: deckFloor(c, FLOOR),
    placed: [place(pottedPlant(c, 'bush'), 192, 60), place(planter(c, 88), 16, 34)],
    people: [leo, priya, mira],
    near: bubble(c, [feet(leo), feet(priya)], 30) + rangeRing(c, feet(mira), 46),
    pools: [{ x: 60, y: 80, radius: 130 }],
  });
  return svgFile({ x: -2, y: 16, width: 204, height: 127.5 }, scene);
}

/** A small house with everybody in it in view. */
export function whoIsAroundPicture(c: Palette): string {
  const hugo: SceneFigure = { id: 'hugo', x: 5.1, y: 6.75, view: 'right', mood: 'talk' };
  const nadia: SceneFigure = { id: 'nadia', x: 6.7, y: 6.75, view: 'left' };
  const ken: SceneFigure = { id: 'ken', x: 9.5, y: 4.7, view: 'left', pose: 'walk1' };
  const scene = drawScene(c, {
    ...cabin(c),
    people: [hugo, nadia, ken],
    near: bubble(c, [feet(hugo), feet(nadia)], 28),
    pools: [{ x: 190, y: 150, radius: 170 }],
  });
  return svgFile({ x: 0, y: 22, width: 384, height: 240 }, scene);
}

/** The same house before anybody has moved in: what somebody without a space sees. */
export function emptyRoomPicture(c: Palette): string {
  const scene = drawScene(c, {
    ...cabin(c, false),
    people: [],
    near: '',
    pools: [{ x: 190, y: 150, radius: 170 }],
  });
  return svgFile({ x: -58, y: 6, width: 500, height: 312 }, scene);
}
