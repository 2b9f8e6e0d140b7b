import type { Grid, Stance } from '#lib/domain/grid.ts';
import { type BucketRules, stepRules } from '#lib/domain/tokenBucket.ts';
import { zoneOf } from '#lib/domain/zones.ts';
import type { Clock } from '../clock.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import { judgeMove, type Move } from './moveJudge.ts';
import type { Person } from './Person.ts';
import type { PositionFeed } from './PositionFeed.ts';
import type { PositionSaver } from './PositionSaver.ts';

export interface StepsDeps {
  readonly grid: Grid;
  readonly speedTilesPerS: number;
  readonly sessions: SessionRegistry;
  readonly feed: PositionFeed;
  readonly saver: PositionSaver;
  readonly clock: Clock;
  /** Somebody stands elsewhere or otherwise: the next tick has work. */
  readonly onMoved: () => void;
}

/** Where people's avatars go: steps of their own, and being put somewhere. */
export class Steps {
  readonly #deps: StepsDeps;
  readonly #rules: BucketRules;

  constructor(deps: StepsDeps) {
    this.#deps = deps;
    this.#rules = stepRules(deps.speedTilesPerS);
  }

  /** How many steps somebody may take at once and in a second. */
  get rules(): BucketRules {
    return this.#rules;
  }

  /** Applies a move, or corrects the client and throws `RefusedError` (`blocked_tile`, `too_fast`). */
  take(person: Person, move: Move): void {
    const { grid, sessions, clock } = this.#deps;
    const verdict = judgeMove(grid, person, move, this.#rules, clock.nowMs());
    if (!verdict.ok) {
      const { x, y, facing } = person.stance;
      const correction = { seq: move.seq ?? person.seq, x, y, facing, error: verdict.error.toWire() };
      sessions.send(person.sessionId, '/space', 'correction', correction);
      throw verdict.error;
    }
    person.stepBucket = verdict.bucket;
    person.seq = move.seq ?? person.seq;
    this.place(person, verdict.stance, move.more === true);
  }

  /** Puts an avatar somewhere, whatever lies between. */
  place(person: Person, stance: Stance, isMoving: boolean): void {
    const fromZone = zoneOf(person.stance);
    const hasMoved = stance.x !== person.stance.x || stance.y !== person.stance.y;
    person.stance = stance;
    person.isMoving = isMoving;
    this.#deps.feed.markMoved(person, fromZone);
    if (hasMoved) this.#deps.saver.markChanged(person.userId, stance);
    this.#deps.onMoved();
  }
}
