import { isSameTile } from '#lib/domain/geometry.ts';
import { type Grid, type Stance, type StepRefusal, step } from '#lib/domain/grid.ts';
import { type Bucket, type BucketRules, takeToken } from '#lib/domain/tokenBucket.ts';
import type { ClientPayload } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';

export type Move = ClientPayload<'/space', 'move'>;

export type MoveVerdict =
  | { readonly ok: true; readonly stance: Stance; readonly bucket: Bucket }
  | { readonly ok: false; readonly error: RefusedError };

const stepErrors: Record<StepRefusal, () => RefusedError> = {
  outside: () => new RefusedError('blocked_tile', 'there is no tile'),
  blocked: () => new RefusedError('blocked_tile', 'something stands in the way'),
  too_far: () => new RefusedError('too_fast', 'a move is one tile at most'),
};

/** Whether a move may be applied: a step the grid allows, at the space's speed. A stop costs nothing. */
export function judgeMove(
  grid: Grid,
  from: { readonly stance: Stance; readonly stepBucket: Bucket },
  move: Move,
  rules: BucketRules,
  nowMs: number,
): MoveVerdict {
  const result = step(grid, from.stance, move);
  if (!result.ok) return { ok: false, error: stepErrors[result.reason]() };
  if (isSameTile(from.stance, move) && move.more !== true) {
    return { ok: true, stance: result.stance, bucket: from.stepBucket };
  }
  const taken = takeToken(from.stepBucket, rules, nowMs);
  if (!taken.ok) return { ok: false, error: new RefusedError('too_fast', 'faster than people walk here') };
  return { ok: true, stance: result.stance, bucket: taken.bucket };
}
