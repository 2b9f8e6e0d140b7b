import { carpetFloor, chevronFloor, lawnFloor, oakFloor, stoneFloor, terrazzoFloor } from '../../floors.ts';
import type { Palette } from '../../palette.ts';
import { bandRug, berberRug, doorMat, roundRug } from '../../rugs.ts';
import { oval, rect } from '../../svg.ts';
import { area, units } from '../tiles.ts';

/** Nothing of the garden touches the edge, for around the map goes on plain lawn. */
function garden(c: Palette): string {
  const terrace = area(18.6, 15.6, 4.8, 1.9);
  return (
    rect(0, 0, units(30), units(20), c.lawn) +
    lawnFloor(c, area(0.7, 0.7, 28.6, 18.6), 6) +
    oval(units(8), units(17), 232, 74, c.lawn3) +
    oval(units(23.5), units(17.2), 180, 74, c.lawn3) +
    oval(units(27.6), units(8), 68, 190, c.lawn3) +
    oval(units(2.1), units(7), 60, 170, c.lawn3) +
    oval(units(21), units(17.5), 92, 30, c.path) +
    rect(terrace.x, terrace.y, terrace.width, terrace.height, c.path, 10) +
    stoneFloor(c, area(19, 15, 4, 1.7))
  );
}

/** The stage is a step higher: its front and two steps down to the aisle show in the floor. */
function stage(c: Palette): string {
  const top = area(4, 2.8, 11, 2.95);
  const front = top.y + top.height;
  const step = { x: units(9) - 8, width: units(1) + 16 };
  return (
    rect(top.x + 3, front, top.width + 2, 11, c.oak3, 2, { opacity: 0.3 }) +
    rect(top.x, front - 2, top.width, 9, c.oak2, 2) +
    chevronFloor(c, top) +
    rect(top.x, front - 2, top.width, 2.4, c.oak, 1) +
    rect(step.x, front + 6, step.width, 9, c.oak2, 2) +
    rect(step.x, front, step.width, 11, c.oak, 2)
  );
}

function rooms(c: Palette): string {
  return (
    oakFloor(c, area(3, 2.8, 13.5, 12.4)) +
    carpetFloor(c, area(16.5, 2.8, 5, 6), c.focus, c.focus2) +
    carpetFloor(c, area(21.5, 2.8, 4.5, 6)) +
    terrazzoFloor(c, area(16.5, 8.7, 9.5, 6.5)) +
    stage(c)
  );
}

function rugs(c: Palette): string {
  return (
    bandRug(
      { x: units(9) - 3, y: units(6.5), width: 38, height: units(5.6) },
      c.rugSea,
      c.rugCream,
      c.rugCream2,
    ) +
    berberRug(c, { x: units(22.5), y: units(4.9), width: 100, height: 84 }) +
    roundRug(c, units(23.5), units(12.4), 56) +
    doorMat(c, { x: units(20) + 2, y: units(14.25), width: 60, height: 22 })
  );
}

/** Lawn, floors, the stage and rugs. */
export function classroomGrounds(c: Palette): string {
  return garden(c) + rooms(c) + rugs(c);
}
