import type { Palette, Tones } from '../palette.ts';
import { disc, line, move, rect, scale, shape, svgFile } from '../svg.ts';
import { skinOf } from './arms.ts';
import { type Backdrop, drawBackdrop, FRAME } from './backdrops.ts';
import { hairOf } from './hair/index.ts';
import { head } from './head.ts';
import { fallsBehind, type Garment, hasShortSleeves, type Look } from './look.ts';

const HEAD = { x: 160, y: 92, scale: 6.1 };

interface Cloths {
  readonly top: Tones;
  readonly under: Tones;
  readonly skin: string;
}

type Collar = (cloths: Cloths) => string;

const openNeck: Collar = ({ skin }) =>
  shape('M130 138Q160 176 190 138Q186 132 178 132H142Q134 132 130 138Z', skin);

const COLLARS: Record<Garment, Collar> = {
  tee: openNeck,
  dress: openNeck,
  stripes: (cloths) =>
    line('M84 160H236M70 180H250M66 198H256', cloths.under.base, 8, { opacity: 0.9 }) + openNeck(cloths),
  overalls: (cloths) =>
    openNeck(cloths) +
    rect(112, 176, 96, 40, cloths.under.base, 6) +
    rect(114, 138, 15, 60, cloths.under.base, 4) +
    rect(191, 138, 15, 60, cloths.under.base, 4),
  sweater: ({ top }) => shape('M126 140Q160 172 194 140L188 130Q160 156 132 130Z', top.shade),
  turtleneck: ({ top }) =>
    rect(132, 118, 56, 34, top.light, 12) + line('M134 146Q160 156 186 146', top.shade, 3),
  hoodie: ({ top, under }) =>
    shape(
      'M108 146Q112 128 140 126Q160 164 180 126Q208 128 212 146Q190 176 160 178Q130 176 108 146Z',
      top.shade,
    ) + line('M144 172v26M176 172v26', under.base, 4),
  shirt: ({ top }) =>
    shape('M134 132L160 160L136 176L116 142Z', top.light) +
    shape('M186 132L160 160L184 176L204 142Z', top.light) +
    line('M160 162V200', top.shade, 3) +
    disc(160, 182, 2.6, top.shade),
  blazer: ({ top, under }) =>
    shape('M132 134H188L172 204H148Z', under.base) +
    shape('M130 132L156 206H128L98 168L112 142Z', top.shade) +
    shape('M190 132L164 206H192L222 168L208 142Z', top.shade),
  cardigan: ({ top, under }) =>
    shape('M130 136Q160 170 190 136L196 210H124Z', under.base) +
    line('M128 138Q134 176 126 206M192 138Q186 176 194 206', top.shade, 7),
  vest: ({ under }) =>
    shape('M62 214C64 160 92 142 118 140L116 214Z', under.base) +
    shape('M258 214C256 160 228 142 202 140L204 214Z', under.shade) +
    shape('M132 136L160 178L188 136Z', under.base),
};

function shoulders(top: Tones): string {
  return (
    shape('M62 214C64 160 92 142 132 138H188C228 142 256 160 258 214Z', top.base) +
    shape('M188 138C228 142 256 160 258 214H214C218 180 212 156 188 138Z', top.shade)
  );
}

/** A short sleeved garment is cut out at the neck; others close over it. */
function neckAndCollar(look: Look, cloths: Cloths): string {
  const collar = COLLARS[look.wear](cloths);
  const neck = rect(142, 112, 36, 44, cloths.skin, 14);
  if (look.wear === 'turtleneck') return collar;
  if (hasShortSleeves(look.wear)) return neck + collar;
  return neck + shape('M142 130Q160 158 178 130Z', cloths.skin) + collar;
}

function sash(c: Palette, look: Look): string {
  if (look.sash === null) return '';
  const cloth = c.cloths[look.sash];
  return (
    shape('M88 152L112 142L206 214H172Z', cloth.base) + shape('M88 152L96 148L186 214H172Z', cloth.shade)
  );
}

function bust(c: Palette, look: Look): string {
  const cloths = { top: c.cloths[look.top], under: c.cloths[look.under], skin: skinOf(c, look).shade };
  const atHead = (art: string) => move(HEAD.x, HEAD.y, scale(HEAD.scale, art));
  const behind = fallsBehind(look.hair);
  return (
    (behind ? atHead(hairOf(c, look, 'down').behind) : '') +
    shoulders(cloths.top) +
    neckAndCollar(look, cloths) +
    sash(c, look) +
    atHead(head(c, look, 'down', { large: true, withoutBackHair: behind }))
  );
}

/** Somebody before a camera: stands in for a picture that is not there. */
export function portraitSvg(c: Palette, look: Look, backdrop: Backdrop): string {
  return svgFile({ x: 0, y: 0, ...FRAME }, drawBackdrop(c, backdrop) + bust(c, look));
}
