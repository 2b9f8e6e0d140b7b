import { isSameTile, type Tile } from '#lib/domain/geometry.ts';
import { type Grid, type Stance, step } from '#lib/domain/grid.ts';

/** An own step that the server has not answered yet. */
export interface PendingStep extends Tile {
  /** Number of the move, from 1 upwards. */
  readonly seq: number;
}

/**
 * The own avatar as this page sees it: where the server last said it stands, the own steps since then, and the place
 * that follows from both.
 */
export interface Prediction {
  readonly confirmed: Stance;
  readonly pending: readonly PendingStep[];
  readonly stance: Stance;
  readonly lastSeq: number;
}

/**
 * Starts from what the server says, for example after a join. Numbers go on from `lastSeq`: after a reconnect the server
 * may still know the last one.
 */
export function startPrediction(stance: Stance, lastSeq = 0): Prediction {
  return { confirmed: stance, pending: [], stance, lastSeq };
}

/** An own step (or, onto the own tile, a stop) applied at once; null when the grid forbids it. */
export function predictMove(prediction: Prediction, grid: Grid, to: Tile): Prediction | null {
  const result = step(grid, prediction.stance, to);
  if (!result.ok) return null;
  const seq = prediction.lastSeq + 1;
  const pending = [...prediction.pending, { x: to.x, y: to.y, seq }];
  return { ...prediction, pending, stance: result.stance, lastSeq: seq };
}

/**
 * The server's word on where the own avatar stands after move `seq16` (the low 16 bits of the number, as frames carry
 * it). Steps up to it are settled, the rest are walked again from there. A number this page never gave out is that of
 * another tab whose avatar was taken over: it settles nothing.
 */
export function confirmMove(prediction: Prediction, grid: Grid, stance: Stance, seq16: number): Prediction {
  const isOurs = !isAfter16(seq16, prediction.lastSeq & 0xffff);
  const pending = isOurs
    ? prediction.pending.filter((move) => isAfter16(move.seq, seq16))
    : prediction.pending;
  return replay(grid, { ...prediction, confirmed: stance, pending });
}

/** A move was refused: every prediction up to and including `seq` is void and the avatar stands where the server says. */
export function correctMove(prediction: Prediction, grid: Grid, stance: Stance, seq: number): Prediction {
  const pending = prediction.pending.filter((move) => move.seq > seq);
  return replay(grid, { ...prediction, confirmed: stance, pending });
}

/**
 * Somebody put the avatar elsewhere: every step sent so far was meant from the old place, so all of them are void. The
 * server may still refuse or take one of them, and says so by a correction or a frame.
 */
export function putElsewhere(prediction: Prediction, stance: Stance): Prediction {
  return { ...prediction, confirmed: stance, pending: [], stance };
}

/**
 * Walks the unanswered steps again from the confirmed place by the server's own rule: a step that is not possible from
 * there will be refused, so it is left out, and what the server makes of the later ones is tried in the same way.
 */
function replay(grid: Grid, prediction: Prediction): Prediction {
  let stance = prediction.confirmed;
  for (const move of prediction.pending) {
    const result = step(grid, stance, move);
    if (result.ok) stance = result.stance;
  }
  return { ...prediction, stance };
}

/**
 * Whether move `seq` comes after the one whose low 16 bits are `seq16`. At most half of the 16-bit circle is ever
 * unanswered (over an hour of walking), so the shorter way round decides.
 */
function isAfter16(seq: number, seq16: number): boolean {
  const ahead = (seq - seq16) & 0xffff;
  return ahead !== 0 && ahead < 0x8000;
}

/** Whether a reconciliation moved the avatar from where this page had it. */
export function hasJumped(before: Prediction, after: Prediction): boolean {
  return !isSameTile(before.stance, after.stance);
}
