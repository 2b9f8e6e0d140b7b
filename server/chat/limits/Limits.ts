import { type Bucket, type BucketRules, fullBucket, takeToken } from '#lib/domain/tokenBucket.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../../clock.ts';

/** Buckets that are kept; the longest unused go first, full again by then. */
const bucketsMost = 20_000;

/** How often each of many may do something. */
class Buckets {
  readonly #rules: BucketRules;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rules: BucketRules, clock: Clock) {
    this.#rules = rules;
    this.#clock = clock;
  }

  /** Takes one token. Returns 0, or in how many ms there is one. */
  take(key: string): number {
    const nowMs = this.#clock.nowMs();
    const { ok, bucket } = takeToken(
      this.#buckets.get(key) ?? fullBucket(this.#rules, nowMs),
      this.#rules,
      nowMs,
    );
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > bucketsMost && oldest !== undefined) this.#buckets.delete(oldest);
    return ok ? 0 : Math.max(1, Math.ceil(((1 - bucket.tokens) * 1_000) / this.#rules.ratePerS));
  }
}

/** What one person may write over all rooms, and everybody in one room. */
export class Limits {
  readonly #people: Buckets;
  readonly #rooms: Buckets;

  constructor(deps: { personRate: BucketRules; roomRate: BucketRules; clock: Clock }) {
    this.#people = new Buckets(deps.personRate, deps.clock);
    this.#rooms = new Buckets(deps.roomRate, deps.clock);
  }

  /** Counts one act. Throws `rate_limited` with the time until the next may be. */
  take(userId: string, roomId: string): void {
    const ownMs = this.#people.take(userId);
    if (ownMs > 0) throw new RefusedError('rate_limited', 'that was too much at once', undefined, ownMs);
    const roomMs = this.#rooms.take(roomId);
    if (roomMs > 0) {
      throw new RefusedError('rate_limited', 'too much is written in this room', undefined, roomMs);
    }
  }
}
