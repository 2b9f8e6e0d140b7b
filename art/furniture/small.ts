/* Small things that stand on other things. Origin: the middle of their foot. */
import type { Palette } from '../palette.ts';
import { leafTuft } from '../plants.ts';
import { circleLine, line, move, oval, pick, rect, seededRandom, shape } from '../svg.ts';

/** A mug of coffee. */
export function mug(c: Palette, x: number, y: number, colour: string): string {
  return (
    circleLine(x + 2.9, y - 0.8, 1.5, colour, 1) +
    rect(x - 2.7, y - 3.2, 5.4, 5, colour, 1.6) +
    oval(x, y - 3, 2.7, 1.5, c.white) +
    oval(x, y - 2.9, 2, 1, c.wal2)
  );
}

/** A tiny plant for a desk. */
export function tinyPlant(c: Palette, x: number, y: number): string {
  return leafTuft(c, x, y - 4, 0.42) + rect(x - 2.6, y - 4, 5.2, 4.6, c.pot, 1.4);
}

/** A desk lamp; at night it is lit. */
export function deskLamp(c: Palette, x: number, y: number): string {
  const light = c.theme === 'night' ? line('M4 -4.6l5 -.9', c.lamp, 1.6) : '';
  const art =
    oval(0, 6, 4, 2.2, c.dark) +
    line('M0 5l-3 -8l7 -6', c.dark, 1.4) +
    shape('M2 -11l6 -1l1.6 5.6l-6 1z', c.clay);
  return move(x, y, art + light);
}

/** A laptop from its user's side. */
export function laptopOpen(c: Palette, x: number, y: number): string {
  const art =
    rect(0, -13, 20, 13, c.dark, 1.4) +
    rect(1.2, -11.8, 17.6, 10.6, c.glow, 0.8) +
    rect(3, -9.6, 8, 1.4, c.sea, 0.7) +
    rect(3, -6.8, 12, 1.2, c.grey, 0.6) +
    rect(-0.6, -0.4, 21.2, 6.4, c.metal, 1.4) +
    rect(1.6, 0.8, 16.8, 2.6, c.grey, 0.6);
  return move(x, y, art);
}

/** A laptop from behind its screen. */
export function laptopFromBehind(c: Palette, x: number, y: number): string {
  const art =
    rect(-0.6, -2, 21.2, 5, c.metal, 1.4) +
    rect(0, 1, 20, 12, c.grey, 1.4) +
    rect(0.8, 1.6, 18.4, 10.4, c.metal, 1);
  return move(x, y, art);
}

/** A wooden bowl with three fruits. */
export function fruitBowl(c: Palette, x: number, y: number): string {
  const art =
    oval(0, 2, 9.4, 5, c.wal2) +
    oval(-4, -0.8, 3.4, 3.2, c.fruit) +
    oval(1, -2.4, 3.4, 3.2, c.leaf3) +
    oval(5, -0.4, 3.2, 3, c.clay3) +
    shape('M-9.6 .6a9.6 6.4 0 0 0 19.2 0q-9.6 3.4 -19.2 0z', c.wal);
  return move(x, y, art);
}

/** A row of books that fills a shelf `width` by `height`, with gaps. */
export function bookRow(
  c: Palette,
  x: number,
  y: number,
  width: number,
  height: number,
  seed: number,
): string {
  const random = seededRandom(seed);
  const spines = [
    c.sea,
    c.clay,
    c.cream2,
    c.sage,
    c.navy,
    c.rose,
    c.white,
    c.sage2,
    c.clay3,
    c.plum,
  ] as const;
  let art = '';
  let left = x;
  while (left < x + width - 2) {
    const thickness = 2.2 + random() * 2.4;
    const tall = height * (0.68 + random() * 0.3);
    if (random() > 0.9) {
      left += 3 + random() * 3;
      continue;
    }
    if (left + thickness > x + width) break;
    art += rect(left, y + height - tall, thickness, tall, pick(spines, random()), 0.4);
    left += thickness + 0.25;
  }
  return art;
}

interface ScreenArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function documentOnScreen(c: Palette, { x, y, width, height }: ScreenArea): string {
  const rows = [0.5, 0.62, 0.4, 0.55].map((share, row) =>
    rect(x + width * 0.34, y + row * 3, width * share, 1.5, c.glow, 0.6, { opacity: 0.85 }),
  );
  return rect(x, y, width * 0.26, height, c.sea3, 0.6, { opacity: 0.7 }) + rows.join('');
}

function codeOnScreen(c: Palette, { x, y, width }: ScreenArea): string {
  const rows = [
    { indent: 0, share: 0.4, colour: c.glow },
    { indent: 0.08, share: 0.55, colour: c.sea3 },
    { indent: 0.16, share: 0.34, colour: c.clay3 },
    { indent: 0.08, share: 0.5, colour: c.glow },
  ];
  return rows
    .map((r, row) => rect(x + width * r.indent, y + row * 3, width * r.share, 1.4, r.colour, 0.7))
    .join('');
}

function cardsOnScreen(c: Palette, { x, y, width, height }: ScreenArea): string {
  return (
    rect(x, y, width * 0.48, height * 0.56, c.sea3, 0.8) +
    rect(x + width * 0.53, y, width * 0.47, height * 0.56, c.clay3, 0.8, { opacity: 0.85 }) +
    rect(x, y + height * 0.66, width, 1.5, c.glow, 0.7, { opacity: 0.8 }) +
    rect(x, y + height * 0.86, width * 0.7, 1.3, c.glow, 0.7, { opacity: 0.6 })
  );
}

function chartOnScreen(c: Palette, { x, y, width, height }: ScreenArea): string {
  return [3, 6, 4.6, 8.4, 7, 10]
    .map((value, bar) =>
      rect(x + 1 + (bar * width) / 6.2, y + height - value, 2.2, value, bar % 2 === 0 ? c.sea3 : c.glow, 0.6),
    )
    .join('');
}

/** What somebody is working on: one of four pictures by `seed`. */
export function screenPicture(c: Palette, area: ScreenArea, seed: number): string {
  const pictures = [documentOnScreen, codeOnScreen, cardsOnScreen, chartOnScreen];
  const draw = pictures[seed % pictures.length] ?? documentOnScreen;
  return draw(c, area);
}
