import type { Tones } from '../../palette.ts';
import { line, shape } from '../../svg.ts';
import type { View } from '../look.ts';

/** Hair around a head that is an egg of 7.7 by 8.4 units around (0, 0). */
export interface HairArt {
  readonly behind: string;
  readonly over: string;
}

/** One hair style: its art for each view. `hat` colours a scarf or beanie. */
export type HairStyleArt = (hair: Tones, hat: Tones) => Record<View, HairArt>;

export function over(art: string): HairArt {
  return { behind: '', over: art };
}

/** The back of a head of short hair that ends `low` units below the middle. */
export function nape(hair: Tones, low: number, width = 8.3): string {
  const wide = width + 1.1;
  const outline = `M${-width} ${low}C${-wide} -12.6 ${wide} -12.6 ${width} ${low}Q0 ${low + 3.4} ${-width} ${low}Z`;
  return shape(outline, hair.base) + line('M-4.4 -6.2Q-.6 -8.6 4 -6.8', hair.light, 1.1);
}
