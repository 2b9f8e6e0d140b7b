import type { Palette } from './palette.ts';
import { boxShadow, type Piece, piece } from './piece.ts';
import { leafTuft } from './plants.ts';
import { cycle, disc, line, oval, rect, round, seededRandom } from './svg.ts';

/** A pond with stones around it and three lilies. Origin: its middle. */
export function pond(c: Palette, rx: number, ry: number): Piece {
  const random = seededRandom(41);
  const count = Math.round((rx + ry) / 4.5);
  const tones = [c.stone, c.stone3, c.white3] as const;
  const stones = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    const size = 4.6 + random() * 2.4;
    return oval(rx * Math.cos(angle), ry * Math.sin(angle), size, size * 0.78, cycle(tones, index));
  });
  const lily = (x: number, y: number, size: number) =>
    oval(x, y, size, size * 0.66, c.leaf) + oval(x - 1, y - 0.8, size * 0.66, size * 0.4, c.leaf3);
  return piece({
    name: 'pond',
    sortY: -ry,
    body:
      oval(0, 0, rx + 3, ry + 3, c.path2) +
      oval(0, 0, rx, ry, c.sea3) +
      oval(-rx * 0.06, ry * 0.1, rx * 0.86, ry * 0.8, c.rugSea) +
      line(
        `M${round(-rx * 0.5)} ${round(-ry * 0.3)}h${round(rx * 0.34)}M${round(rx * 0.1)} ${round(ry * 0.42)}h${round(rx * 0.4)}`,
        c.sky2,
        1.6,
        { opacity: 0.8 },
      ) +
      stones.join('') +
      lily(rx * 0.36, -ry * 0.26, 7) +
      lily(rx * 0.56, ry * 0.02, 5) +
      lily(-rx * 0.34, ry * 0.36, 6) +
      disc(rx * 0.34, -ry * 0.34, 2.4, c.rose3) +
      disc(rx * 0.34, -ry * 0.36, 1, c.cream),
    footprint: { x: -rx, y: -ry, width: 2 * rx, height: 2 * ry },
  });
}

/** A raised bed with a row of lettuce and a row of something red. Origin: the top left of its footprint. */
export function vegetableBed(c: Palette, width: number): Piece {
  const depth = 26;
  const height = 9;
  const count = Math.floor((width - 8) / 10);
  const xs = Array.from({ length: count }, (_, index) => 9 + (index * (width - 18)) / (count - 1));
  const back = xs.map((x) => leafTuft(c, x, 8 - height, 0.62));
  const front = xs.map(
    (x, index) =>
      oval(x, 18 - height, 4.4, 3.2, c.leaf2) +
      oval(x - 0.6, 17 - height, 3, 2.2, c.leaf4) +
      (index % 2 === 0 ? disc(x + 2, 16.4 - height, 1.5, c.fruit) : ''),
  );
  return piece({
    name: 'vegetable bed',
    sortY: depth,
    body:
      rect(0, -height, width, depth + height, c.oak3, 2) +
      rect(0, -height, width, depth, c.oak2, 2) +
      rect(3, 3 - height, width - 6, depth - 6, c.wal3, 1) +
      back.join('') +
      front.join(''),
    shadow: boxShadow(0, 0, width, depth, height + 4, 2),
    footprint: { x: 0, y: 0, width, height: depth },
  });
}

/** Flat stones to walk on, each at its place. */
export function steppingStones(c: Palette, places: readonly { x: number; y: number }[]): string {
  return places
    .map(({ x, y }, index) => {
      const rx = 12 + (index % 3) * 1.4;
      return (
        oval(x + 1, y + 1.6, rx, 7.4, c.lawn2) + oval(x, y, rx, 7.2, index % 2 === 0 ? c.path : c.stone2)
      );
    })
    .join('');
}
