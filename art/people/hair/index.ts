import type { Palette } from '../../palette.ts';
import type { HairStyle, Look, View } from '../look.ts';
import { bald, beanie, scarf } from './covered.ts';
import type { HairArt, HairStyleArt } from './hair-art.ts';
import { bob, long, tail, waves } from './long.ts';
import { bun, crop, curls, fringe, quiff } from './short.ts';

const STYLES: Record<HairStyle, HairStyleArt> = {
  crop,
  quiff,
  bob,
  long,
  bun,
  curls,
  tail,
  scarf,
  beanie,
  fringe,
  waves,
  bald,
};

/** The hair, scarf or hat of one person in one view. */
export function hairOf(c: Palette, look: Look, view: View): HairArt {
  return STYLES[look.hair](c.hairs[look.hairColour], c.cloths[look.hat])[view];
}
