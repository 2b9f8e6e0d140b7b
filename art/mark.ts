import { bubblePath } from './bubble.ts';
import { toHex } from './palette.ts';
import { disc, shape, svgFile } from './svg.ts';

/** The mark: two people and the bubble that forms between them. Its dots keep the colour of light pages. */
export function markSvg(): string {
  const [amber, dots] = [toHex([0.805, 0.15, 75]), toHex([0.4, 0.075, 214])];
  const people = [
    { x: 10.5, y: 12.5 },
    { x: 21.5, y: 19.5 },
  ] as const;
  const art =
    shape(bubblePath(people, 8.6, 10), amber) + people.map(({ x, y }) => disc(x, y, 4.1, dots)).join('');
  return svgFile({ x: 0, y: 0, width: 32, height: 32 }, art);
}
