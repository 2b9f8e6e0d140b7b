/* What hangs on a wall. Origin: its west edge, at the foot of the wall. */
import type { Palette } from '../palette.ts';
import { type Piece, piece } from '../piece.ts';
import { leafTuft } from '../plants.ts';
import { disc, line, oval, rect, shape } from '../svg.ts';
import { WALL_HEIGHT } from '../walls.ts';

/** In front of the wall and of its windows. */
const ON_WALL = 0.2;

/** A whiteboard with a curve and six notes. */
export function whiteboard(c: Palette): Piece {
  const width = 84;
  const top = 5 - WALL_HEIGHT;
  const notes = [c.rose, c.sage3, c.sky, c.sky, c.rose].map((colour, index) =>
    rect(width - 33 + (index % 3) * 10, top + 5 + Math.floor(index / 3) * 9, 8, 7, colour, 0.6),
  );
  return piece({
    name: 'whiteboard',
    sortY: ON_WALL,
    body:
      rect(-1.5, top - 1.5, width + 3, 30, c.metal2, 2) +
      rect(0, top, width, 27, c.white, 1) +
      line(`M7 ${top + 18}q8 -12 15 -5t16 -7`, c.sea, 1.5) +
      line(`M6 ${top + 22}h34M6 ${top + 5}v17`, c.grey) +
      notes.join('') +
      rect(14, top + 27.4, width - 28, 2.4, c.metal, 1) +
      rect(20, top + 26.4, 7, 1.6, c.clay, 0.8) +
      rect(30, top + 26.4, 7, 1.6, c.sea, 0.8),
  });
}

function chalk(c: Palette, width: number, top: number): string {
  const rightHalf = width * 0.62;
  const rows = [0.26, 0.3, 0.2].map((share, row) => `M${rightHalf} ${top + 8 + row * 6}h${width * share}`);
  return (
    line(`M12 ${top + 22}h44M12 ${top + 22}v-16M16 ${top + 18}q9 -2 14 -6t24 -5`, c.white, 1.3) +
    disc(width * 0.43, top + 14, 8, c.rugSea2) +
    disc(width * 0.5, top + 14, 8, c.rugCream, { opacity: 0.65 }) +
    line(rows.join(''), c.white, 1.5, { opacity: 0.85 })
  );
}

/** A wide board of slate, drawn on with chalk. */
export function chalkboard(c: Palette, width: number): Piece {
  const top = 4 - WALL_HEIGHT;
  const height = 28;
  return piece({
    name: 'chalkboard',
    sortY: ON_WALL,
    body:
      rect(-3, top - 3, width + 6, height + 6, c.oak2, 2) +
      rect(-3, top - 3, width + 6, 3, c.oak, 2) +
      rect(0, top, width, height, c.sea2, 1) +
      chalk(c, width, top) +
      rect(width * 0.3, top + height + 0.6, width * 0.4, 2.6, c.oak, 1) +
      rect(width * 0.44, top + height - 0.6, 7, 1.6, c.white, 0.8) +
      rect(width * 0.52, top + height - 1.2, 9, 2.4, c.clay3, 0.8),
  });
}

type Motif = 'hills' | 'arch' | 'stones';

function motif(c: Palette, kind: Motif, width: number, height: number): string {
  switch (kind) {
    case 'hills':
      return (
        disc(width * 0.62, height * 0.36, 4.6, c.clay3) +
        shape(`M0 ${height}v-8q${width * 0.3} -8 ${width * 0.55} -2t${width * 0.45} -1v11z`, c.sage2) +
        shape(`M0 ${height}v-4q${width * 0.4} -4 ${width} 0v4z`, c.sea)
      );
    case 'arch': {
      const outer = width / 2 - 3;
      const inner = width / 2 - 7;
      return (
        shape(`M3 ${height - 3}v-11a${outer} ${outer} 0 0 1 ${width - 6} 0v11z`, c.clay) +
        shape(`M7 ${height - 3}v-8a${inner} ${inner} 0 0 1 ${width - 14} 0v8z`, c.rose3)
      );
    }
    case 'stones':
      return (
        oval(width * 0.42, height * 0.45, 6, 7.5, c.sea3) +
        disc(width * 0.62, height * 0.6, 5, c.rose, { opacity: 0.9 })
      );
  }
}

/** A framed picture. */
export function picture(c: Palette, kind: Motif, width = 22, height = 24): Piece {
  const top = 7 - WALL_HEIGHT;
  return piece({
    name: 'picture',
    sortY: ON_WALL,
    body:
      rect(-2, top - 2, width + 4, height + 4, c.oak2, 1) +
      rect(0, top, width, height, c.cream, 0.6) +
      `<g transform="translate(0 ${top})">${motif(c, kind, width, height)}</g>`,
  });
}

/** A round clock that says twenty past twelve. Origin: its middle. */
export function wallClock(c: Palette): Piece {
  const y = 16 - WALL_HEIGHT;
  return piece({
    name: 'clock',
    sortY: ON_WALL,
    body: disc(0, y, 8.4, c.wal) + disc(0, y, 7, c.white) + line(`M0 ${y - 4.4}V${y}l3 2`, c.dark, 1.2),
  });
}

/** A board with three jars, a bowl and a plant. */
export function wallShelf(c: Palette): Piece {
  const width = 62;
  const jars = [c.white, c.clay3, c.sea3].map((colour, index) =>
    rect(4 + index * 8, -30, 5.6, 6, colour, 1.4),
  );
  return piece({
    name: 'wall shelf',
    sortY: ON_WALL,
    body:
      rect(0, -24, width, 2.4, c.oak, 1) +
      rect(0, -21.8, width, 1.4, c.oak2) +
      jars.join('') +
      oval(36, -27, 4.4, 3.2, c.white) +
      rect(width - 14, -32, 7, 8, c.pot, 2) +
      leafTuft(c, width - 10.5, -32, 0.55),
  });
}
