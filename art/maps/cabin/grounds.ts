import { chevronFloor, deckFloor, lawnFloor } from '../../floors.ts';
import { steppingStones } from '../../garden.ts';
import type { Palette } from '../../palette.ts';
import { doorMat, roundRug } from '../../rugs.ts';
import { oval, rect } from '../../svg.ts';
import { area, units } from '../tiles.ts';

/** Nothing of the garden touches the edge, for around the map goes on plain lawn. */
function garden(c: Palette): string {
  const stones = [
    { x: 12.3, y: 13.6 },
    { x: 13.3, y: 13.85 },
    { x: 14.35, y: 13.75 },
    { x: 15.4, y: 13.4 },
    { x: 16.2, y: 12.85 },
    { x: 16.75, y: 12.1 },
    { x: 16.95, y: 11.25 },
  ].map(({ x, y }) => ({ x: units(x), y: units(y) }));
  return (
    rect(0, 0, units(22), units(15), c.lawn) +
    lawnFloor(c, area(0.7, 0.7, 20.6, 13.6), 4) +
    oval(units(4.4), units(9.4), 128, 132, c.lawn3) +
    oval(units(17.4), units(9.4), 128, 120, c.lawn3) +
    oval(units(11), units(12.7), 260, 62, c.lawn3) +
    steppingStones(c, stones)
  );
}

function porch(c: Palette): string {
  const edge = area(5.7, 10.1, 10.6, 3.05);
  return (
    rect(edge.x, edge.y, edge.width, edge.height, c.deckL, 4) + deckFloor(c, area(5.9, 10.1, 10.2, 2.85))
  );
}

/** Lawn, porch, floor and rugs. */
export function cabinGrounds(c: Palette): string {
  return (
    garden(c) +
    porch(c) +
    chevronFloor(c, area(6, 2.8, 10, 7.35)) +
    roundRug(c, units(11), units(6.6), 72) +
    doorMat(c, { x: units(10) + 3, y: units(9.25), width: 58, height: 22 })
  );
}
