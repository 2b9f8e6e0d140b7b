import type { Palette } from './palette.ts';
import type { Rect } from './piece.ts';
import { circleLine, disc, line, rect, rectLine, round } from './svg.ts';

/** A rug with a wide border and a plain middle. */
export function bandRug(area: Rect, border: string, middle: string, seam: string): string {
  const { x, y, width, height } = area;
  return (
    rect(x, y, width, height, border, 5) +
    rectLine(x + 5, y + 5, width - 10, height - 10, seam, 1.4, { opacity: 0.75 }) +
    rect(x + 10, y + 10, width - 20, height - 20, middle, 3)
  );
}

/** A round rug with two rings. */
export function roundRug(c: Palette, x: number, y: number, radius: number): string {
  return (
    disc(x, y, radius, c.rugSage) +
    circleLine(x, y, radius - 6, c.rugCream, 1.6, { opacity: 0.8 }) +
    circleLine(x, y, radius - 12, c.rugCream, 1, { opacity: 0.55 })
  );
}

/** A cream rug with zigzags and a fringe at both ends. */
export function berberRug(c: Palette, { x, y, width, height }: Rect): string {
  let zigzags = '';
  for (let left = x + 13; left < x + width - 8; left += 26) {
    zigzags += `M${left} ${y + 5}`;
    for (let step = 0; y + 5 + step * 13 < y + height - 17; step++) {
      zigzags += `L${left + (step % 2 === 0 ? 8 : 0)} ${y + 18 + step * 13}`;
    }
  }
  let fringe = '';
  for (let top = y + 3; top < y + height - 2; top += 4) fringe += `M${x} ${top}h-4M${x + width} ${top}h4`;
  return (
    line(fringe, c.rugCream, 1.2) +
    rect(x, y, width, height, c.rugCream, 2) +
    line(zigzags, c.rugClay, 1.3, { opacity: 0.55 })
  );
}

/** A rug with broad stripes and thin ones between them. */
export function stripedRug(
  { x, y, width, height }: Rect,
  ground: string,
  broad: string,
  thin: string,
): string {
  let stripes = '';
  for (let index = 0; 14 + index * 18 < width - 10; index++) {
    const left = round(x + 14 + index * 18);
    stripes +=
      index % 2 === 0 ? rect(left, y, 8, height, broad) : rect(left, y, 3, height, thin, 0, { opacity: 0.6 });
  }
  return rect(x, y, width, height, ground, 4) + stripes;
}

/** The mat inside a door. */
export function doorMat(c: Palette, { x, y, width, height }: Rect): string {
  return rect(x, y, width, height, c.grey2, 3) + rect(x + 3, y + 3, width - 6, height - 6, c.grey, 2);
}
