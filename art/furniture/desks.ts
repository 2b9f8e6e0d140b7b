import type { Palette, Tones } from '../palette.ts';
import { boxShadow, discShadow, type Piece, piece } from '../piece.ts';
import { disc, line, pick, rect, seededRandom } from '../svg.ts';
import { deskLamp, mug, screenPicture, tinyPlant } from './small.ts';

const DESK_WIDTH = 62;
const DESK_DEPTH = 27;
const DESK_HEIGHT = 17;

/** Which way the person at the desk looks. */
type Sitter = 'up' | 'down';

function monitorFromTheFront(c: Palette, x: number, y: number, seed: number): string {
  return (
    rect(x + 8, y + 7, 10, 3, c.grey2, 1.5) +
    rect(x + 12, y - 1, 2, 9, c.grey2) +
    rect(x, y - 15, 26, 17, c.dark, 1.8) +
    rect(x + 1.3, y - 13.7, 23.4, 14, c.screen, 1) +
    screenPicture(c, { x: x + 2.5, y: y - 12.3, width: 21, height: 11.4 }, seed)
  );
}

function keyboardAndMouse(c: Palette, x: number, y: number): string {
  return (
    rect(x + 3, y + 14, 17, 5.5, c.white, 1.4) +
    rect(x + 4.2, y + 15.2, 14.6, 0.9, c.white3) +
    rect(x + 4.2, y + 17, 14.6, 0.9, c.white3) +
    rect(x + 22.5, y + 14.5, 3.4, 5, c.white, 1.7)
  );
}

function monitorFromBehind(c: Palette, x: number, y: number): string {
  return (
    rect(x + 3, y + 7, 17, 5, c.white, 1.4) +
    rect(x + 4.2, y + 8.2, 14.6, 0.9, c.white3) +
    rect(x + 8, y + 20, 10, 3, c.grey2, 1.5) +
    rect(x, y + 3, 26, 17, c.grey, 2) +
    rect(x + 1, y + 4, 24, 15, c.metal, 1.4) +
    disc(x + 13, y + 11.5, 1.6, c.grey2)
  );
}

function notepad(c: Palette, x: number, y: number): string {
  const rows = `M${x - 1} ${y + 13}h5M${x - 1} ${y + 15.5}h5M${x - 1} ${y + 18}h3`;
  return rect(x - 3, y + 10, 9, 11, c.white, 1) + line(rows, c.grey, 0.7);
}

function ownThings(c: Palette, y: number, seed: number): string {
  const random = seededRandom(seed * 77 + 9);
  const right = DESK_WIDTH - 10;
  const kind = random();
  let art = '';
  if (kind < 0.4) art += mug(c, right, y + 16, pick([c.clay, c.sea, c.white], random()));
  else art += kind < 0.7 ? notepad(c, right, y) : tinyPlant(c, right + 1, y + 18);
  if (random() <= 0.5) return art + deskLamp(c, 8, y + 9);
  const cover = pick([c.sea3, c.rose, c.sage], random());
  return art + rect(5, y + 9, 8, 11, cover, 1) + rect(5, y + 9, 1.6, 11, c.white2, 0.5);
}

/** A desk with what its owner left on it. Origin: the top left of its footprint. */
export function desk(c: Palette, sitter: Sitter, seed: number): Piece {
  const top = -DESK_HEIGHT;
  const screenX = DESK_WIDTH / 2 - 13;
  const legY = DESK_DEPTH - DESK_HEIGHT + 2;
  const screen =
    sitter === 'up'
      ? monitorFromTheFront(c, screenX, top, seed) + keyboardAndMouse(c, screenX, top)
      : monitorFromBehind(c, screenX, top);
  return piece({
    name: 'desk',
    sortY: DESK_DEPTH,
    body:
      rect(3, legY, 3, DESK_HEIGHT - 2, c.white3, 1) +
      rect(DESK_WIDTH - 6, legY, 3, DESK_HEIGHT - 2, c.white3, 1) +
      rect(0, top + 2, DESK_WIDTH, DESK_DEPTH + 2, c.oak2, 3) +
      rect(0, top, DESK_WIDTH, DESK_DEPTH, c.oak, 3) +
      screen +
      ownThings(c, top, seed),
    shadow: boxShadow(0, 0, DESK_WIDTH, DESK_DEPTH, DESK_HEIGHT),
    footprint: { x: 0, y: 0, width: DESK_WIDTH, height: DESK_DEPTH },
  });
}

/** A swivel chair. Origin: the middle of its foot. */
export function officeChair(sitter: Sitter, cloth: Tones, frame: string): Piece {
  const foot = line('M-7 2L0 -1L7 2M0 -1v5', frame, 2) + rect(-1.2, -8, 2.4, 8, frame);
  const fromBehind =
    rect(-9, -16, 18, 11, cloth.shade, 5) +
    rect(-9, -17.5, 18, 10, cloth.base, 5) +
    rect(-8.5, -25, 17, 17, cloth.shade, 5) +
    rect(-8.5, -26, 17, 15.5, cloth.base, 5);
  const fromTheFront =
    rect(-8.5, -31, 17, 18, cloth.shade, 5) +
    rect(-7, -29.5, 14, 14, cloth.base, 4) +
    rect(-9, -16, 18, 11.5, cloth.shade, 5) +
    rect(-9, -17.5, 18, 10, cloth.light, 5);
  return piece({
    name: 'office chair',
    sortY: 3,
    body: foot + (sitter === 'up' ? fromBehind : fromTheFront),
    shadow: discShadow(2, 0, 7, 8),
    footprint: { x: -8, y: -8, width: 16, height: 10 },
  });
}
