import { bubble } from '../bubble.ts';
import type { Palette } from '../palette.ts';
import { TILE } from '../piece.ts';
import { drawScene } from '../scene.ts';
import { svgFile } from '../svg.ts';
import type { MapDesign, MapPicture } from './design.ts';

function bubbles(c: Palette, { people, groups }: MapPicture): string {
  const feet = (id: string) => {
    const found = people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`${id} is not in the picture`);
    return { x: found.x * TILE, y: found.y * TILE - 3 };
  };
  return groups
    .map(({ ids: [first, ...others], radius }) => bubble(c, [feet(first), ...others.map(feet)], radius))
    .join('');
}

/** A map with people on it, as an SVG file. */
export function mapPictureSvg({ draw, glows, picture }: MapDesign, c: Palette): string {
  const { people, view } = picture;
  const pools = glows.map(({ x, y, radius }) => ({ x: x * TILE, y: y * TILE, radius }));
  return svgFile(view, drawScene(c, { ...draw(c), people, near: bubbles(c, picture), pools }));
}
