/* What tells garments apart from the front. Local: the neck at y 0, the hips at y 19. */
import type { Palette, Tones } from '../palette.ts';
import { disc, line, rect, shape } from '../svg.ts';
import type { Garment, Look } from './look.ts';

interface Cloths {
  readonly top: Tones;
  readonly under: Tones;
  readonly skin: string;
}

type Details = (cloths: Cloths) => string;

const NECKLINE = 'M-3.2 0Q0 4 3.2 0Z';
/** Stripes across the chest, front and back alike. */
export const STRIPES = 'M-8 5.6H8M-7.8 9.4H7.8M-7.5 13.2H7.5M-7.2 17H7.2';

const tee: Details = ({ skin }) => shape(NECKLINE, skin);

const sweater: Details = ({ top }) =>
  rect(-3.6, -0.8, 7.2, 2.6, top.shade, 1.3) + rect(-7, 16.6, 14, 2.4, top.shade, 1);

const hoodie: Details = ({ top, under }) =>
  shape('M-5.6 -.4Q0 6 5.6 -.4Q4.4 -2.4 0 -2Q-4.4 -2.4 -5.6 -.4Z', top.shade) +
  line('M-1.7 3.4v4M1.7 3.4v4', under.base, 0.9) +
  shape('M-4.6 17.6L-3.4 12H3.4L4.6 17.6Z', top.shade);

const shirt: Details = ({ top }) =>
  shape('M-3.4 -.6L0 3.6L-3.6 5L-5 0Z', top.light) +
  shape('M3.4 -.6L0 3.6L3.6 5L5 0Z', top.light) +
  line('M0 4V18.4', top.shade, 0.7) +
  [7, 10.6, 14.2].map((y) => disc(0, y, 0.55, top.shade)).join('');

const blazer: Details = ({ top, under }) =>
  shape('M-3.4 0H3.4L1.6 12H-1.6Z', under.base) +
  shape('M-3.4 -.4L0 12.4L-2.4 10L-6 4.6L-4.6 0Z', top.shade) +
  shape('M3.4 -.4L0 12.4L2.4 10L6 4.6L4.6 0Z', top.shade) +
  disc(0, 14.6, 0.7, top.light) +
  rect(-6, 13.6, 3.4, 1, top.shade, 0.4);

const dress: Details = ({ top, skin }) => shape(NECKLINE, skin) + rect(-6.2, 11.6, 12.4, 1.8, top.shade, 0.8);

const stripes: Details = ({ under, skin }) =>
  shape(NECKLINE, skin) + line(STRIPES, under.base, 1.5, { opacity: 0.92 });

const overalls: Details = ({ under, skin }) =>
  shape(NECKLINE, skin) +
  rect(-5, 6, 10, 13, under.base, 2) +
  rect(-5, 0.4, 2, 8, under.base, 1) +
  rect(3, 0.4, 2, 8, under.base, 1) +
  rect(-2.6, 8.4, 5.2, 4, under.shade, 1) +
  rect(-7, 14, 14, 5, under.base, 1);

const cardigan: Details = ({ top, under }) =>
  shape('M-3 0H3L2 20.4H-2Z', under.base) +
  line('M-3.1 0L-2.1 20M3.1 0L2.1 20', top.shade, 1.2) +
  rect(-6.4, 13, 3.2, 4, top.shade, 0.8);

const turtleneck: Details = ({ top }) =>
  rect(-3.4, -3.4, 6.8, 5, top.light, 2) +
  line('M-3.4 1Q0 2.4 3.4 1', top.shade, 0.8) +
  rect(-7, 16.8, 14, 2.2, top.shade, 1);

const vest: Details = ({ top, under }) =>
  shape('M-8.2 4Q-8.2 0 -5.2 0L-4 8L-5 19H-7Z', under.base) +
  shape('M8.2 4Q8.2 0 5.2 0L4 8L5 19H7Z', under.shade) +
  shape('M-3.4 0L0 6.4L3.4 0Z', under.base) +
  line('M0 7V18', top.shade, 0.8);

const DETAILS: Record<Garment, Details> = {
  tee,
  sweater,
  hoodie,
  shirt,
  blazer,
  dress,
  stripes,
  overalls,
  cardigan,
  turtleneck,
  vest,
};

/** Collar, buttons, pockets. */
export function frontDetails(c: Palette, look: Look): string {
  const skin = c.skins[look.skin]?.shade ?? c.lip;
  return DETAILS[look.wear]({ top: c.cloths[look.top], under: c.cloths[look.under], skin });
}
