import type { Palette } from './palette.ts';
import { type Rect, TILE } from './piece.ts';
import { clip, type Extra, line, pick, rect, round, seededRandom, shape } from './svg.ts';

function clipTo(area: Rect, inner: string): string {
  return clip(area.x, area.y, area.width, area.height, inner);
}

function fillOf(area: Rect, colour: string): string {
  return rect(area.x, area.y, area.width, area.height, colour);
}

/** Collects outlines by colour: one path for each colour keeps the file small. */
class Batches {
  readonly #outlines = new Map<string, string>();

  add(colour: string, outline: string): void {
    this.#outlines.set(colour, (this.#outlines.get(colour) ?? '') + outline);
  }

  draw(extra: Extra = {}): string {
    return [...this.#outlines].map(([colour, outline]) => shape(outline, colour, extra)).join('');
  }
}

function steps(from: number, to: number, by: number): number[] {
  const count = Math.max(0, Math.ceil((to - from) / by));
  return Array.from({ length: count }, (_, index) => from + index * by);
}

/** Oak planks, three to a tile, in three close tones. */
export function oakFloor(c: Palette, area: Rect, seed = 7): string {
  const random = seededRandom(seed);
  const tones = [c.oakA, c.oakB, c.oakC, c.oakA] as const;
  const plank = TILE / 3;
  const planks = new Batches();
  let joints = '';
  steps(area.y, area.y + area.height, plank).forEach((y, row) => {
    let x = area.x - (row % 3) * 34 - random() * 20;
    while (x < area.x + area.width) {
      const length = 70 + random() * 48;
      const tone = pick(tones, random());
      const outline = `M${round(x)} ${round(y)}h${round(length)}v${round(plank + 0.2)}h${round(-length)}z`;
      if (tone !== c.oakA) planks.add(tone, outline);
      joints += `M${round(x)} ${round(y)}v${round(plank)}`;
      x += length;
    }
    joints += `M${area.x} ${round(y)}h${area.width}`;
  });
  return clipTo(area, fillOf(area, c.oakA) + planks.draw() + line(joints, c.oakL, 0.7, { opacity: 0.75 }));
}

/** A chevron of warm wood; calm, and it repeats every tile. */
export function chevronFloor(c: Palette, area: Rect): string {
  const random = seededRandom(5);
  const tones = [c.herA, c.herB, c.herC, c.herB] as const;
  const staves = new Batches();
  let joints = '';
  for (const x of steps(area.x, area.x + area.width + TILE, TILE)) {
    for (const y of steps(area.y - TILE, area.y + area.height + TILE, 16)) {
      staves.add(pick(tones, random()), `M${x} ${y}l16 16v16l-16 -16z`);
      staves.add(pick(tones, random()), `M${x + 16} ${y + 16}l16 -16v16l-16 16z`);
      joints += `M${x} ${y}l16 16l16 -16`;
    }
    joints += `M${x} ${area.y}v${area.height}M${x + 16} ${area.y}v${area.height}`;
  }
  return clipTo(area, fillOf(area, c.herA) + staves.draw() + line(joints, c.oakL, 0.6, { opacity: 0.7 }));
}

/** Carpet squares, a tile each. */
export function carpetFloor(c: Palette, area: Rect, light = c.carpet, dark = c.carpet2): string {
  let squares = '';
  steps(area.y, area.y + area.height, TILE).forEach((y, row) => {
    steps(area.x, area.x + area.width, TILE).forEach((x, column) => {
      squares += (row + column) % 2 === 1 ? rect(x, y, TILE, TILE, dark) : '';
    });
  });
  return clipTo(area, fillOf(area, light) + squares);
}

/** A chip with four corners. A tenth of a unit is exact enough for something this small. */
function terrazzoChip(x: number, y: number, size: number, angle: number): string {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const corner = (reach: number, turn: number) =>
    `${tenth(x + reach * Math.cos(angle + turn))} ${tenth(y + reach * Math.sin(angle + turn))}`;
  return `M${corner(size, 0)}L${corner(size, 1.9)}L${corner(size * 1.15, 3.4)}L${corner(size * 0.85, 4.9)}Z`;
}

/** Terrazzo slabs of two tiles with coloured chips. */
export function terrazzoFloor(c: Palette, area: Rect, seed = 3): string {
  const random = seededRandom(seed);
  const colours = [c.rose, c.sage, c.grey, c.wall2, c.clay3, c.cream2] as const;
  const chips = new Batches();
  for (let count = (area.width * area.height) / 150; count > 0; count--) {
    const x = area.x + random() * area.width;
    const y = area.y + random() * area.height;
    const chip = terrazzoChip(x, y, 1 + random() * 1.9, random() * 2 * Math.PI);
    chips.add(pick(colours, random()), chip);
  }
  const across = steps(area.x, area.x + area.width, 2 * TILE).map((x) => `M${x} ${area.y}v${area.height}`);
  const down = steps(area.y, area.y + area.height, 2 * TILE).map((y) => `M${area.x} ${y}h${area.width}`);
  const grout = line([...across, ...down].join(''), c.grout, 0.8, { opacity: 0.6 });
  return clipTo(area, fillOf(area, c.terra) + chips.draw({ opacity: 0.55 }) + grout);
}

/** Paving slabs, two tiles by one, laid in bond. */
export function stoneFloor(c: Palette, area: Rect, seed = 11): string {
  const random = seededRandom(seed);
  let slabs = '';
  let joints = '';
  steps(area.y, area.y + area.height, TILE).forEach((y, row) => {
    for (const x of steps(area.x - (row % 2) * TILE, area.x + area.width, 2 * TILE)) {
      const tone = random();
      if (tone < 0.35) slabs += rect(x, y, 2 * TILE, TILE, c.stone2);
      if (tone > 0.7) slabs += rect(x, y, 2 * TILE, TILE, c.stone3);
      joints += `M${x} ${y}v${TILE}`;
    }
    joints += `M${area.x} ${y}h${area.width}`;
  });
  return clipTo(area, fillOf(area, c.stone) + slabs + line(joints, c.grout, 1));
}

/** Deck boards running north to south, two to a tile. */
export function deckFloor(c: Palette, area: Rect): string {
  const random = seededRandom(23);
  let boards = '';
  let joints = '';
  for (const x of steps(area.x, area.x + area.width, 16)) {
    boards += random() > 0.5 ? rect(x, area.y, 16, area.height, c.deckB) : '';
    joints += `M${x} ${area.y}v${area.height}`;
    for (const y of steps(area.y + random() * 90, area.y + area.height, 112))
      joints += `M${x} ${round(y)}h16`;
  }
  return clipTo(area, fillOf(area, c.deckA) + boards + line(joints, c.deckL, 0.8, { opacity: 0.7 }));
}

/** Grass with scattered tufts. */
export function lawnFloor(c: Palette, area: Rect, seed = 9): string {
  const random = seededRandom(seed);
  let tufts = '';
  for (let count = (area.width * area.height) / 1600; count > 0; count--) {
    const x = round(area.x + 4 + random() * (area.width - 8));
    const y = round(area.y + 6 + random() * (area.height - 8));
    tufts += `M${x} ${y}l-1.6 -3.4m1.6 3.4v-4.2m0 4.2l1.7 -3.2`;
  }
  return fillOf(area, c.lawn) + line(tufts, c.lawn2);
}
