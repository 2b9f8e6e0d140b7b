import { type NearPair, pairKey } from './pairs.ts';
import type { Dwell, ProximityRules } from './types.ts';

/** How long pairs with somebody on the move have been in range. */
export class Dwells {
  readonly #since: ReadonlyMap<number, number>;
  readonly #rules: ProximityRules;
  readonly #nowMs: number;

  constructor(last: readonly Dwell[], rules: ProximityRules, nowMs: number) {
    this.#since = new Map(last.map((dwell) => [pairKey(dwell.a, dwell.b), dwell.sinceMs]));
    this.#rules = rules;
    this.#nowMs = nowMs;
  }

  sinceMs(pair: NearPair): number {
    return this.#since.get(pairKey(pair.a.id, pair.b.id)) ?? this.#nowMs;
  }

  /** Whether the two may be joined: both stand, or they have been in range long enough. */
  isOver(pair: NearPair): boolean {
    if (!pair.a.isMoving && !pair.b.isMoving) return true;
    return this.#nowMs - this.sinceMs(pair) >= this.#rules.dwellMs;
  }

  /** What to remember: every pair in range that was not joined and of whom somebody is on the move. */
  next(unjoined: readonly NearPair[]): readonly Dwell[] {
    return unjoined
      .filter((pair) => pair.a.isMoving || pair.b.isMoving)
      .map((pair) => ({ a: pair.a.id, b: pair.b.id, sinceMs: this.sinceMs(pair) }));
  }

  /** When the first of these dwells that is still running ends, in ms, or null. */
  nextEndMs(dwells: readonly Dwell[]): number | null {
    const ends = dwells
      .map((dwell) => dwell.sinceMs + this.#rules.dwellMs)
      .filter((endMs) => endMs > this.#nowMs);
    return ends.length === 0 ? null : Math.min(...ends);
  }
}
