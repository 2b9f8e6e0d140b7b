import { type Bucket, type BucketRules, fullBucket, takeToken } from '#lib/domain/tokenBucket.ts';
import type { Namespace } from '#lib/protocol/catalogue.ts';

/** Messages that share a limit. Steps have none here: the space judges them at its map's speed. */
export type LimitClass = 'step' | 'signaling' | 'sync' | 'other';

export interface RateRules {
  /** Connecting to several people at once brings bursts of candidates and consumers. */
  readonly signaling: BucketRules;
  /** Asked once after each connection; an answer brings what was missed of all rooms. */
  readonly sync: BucketRules;
  readonly other: BucketRules;
  /** All messages together, refused ones too; beyond it the session ends. No honest client comes near. */
  readonly abuse: BucketRules;
}

export const defaultRateRules: RateRules = {
  signaling: { ratePerS: 100, burst: 300 },
  sync: { ratePerS: 1, burst: 10 },
  other: { ratePerS: 50, burst: 100 },
  abuse: { ratePerS: 1_000, burst: 3_000 },
};

export function limitClassOf(namespace: Namespace, event: string): LimitClass {
  if (namespace === '/media' || event === 'video-call-signaling') return 'signaling';
  if (namespace === '/chat' && event === 'sync') return 'sync';
  return event === 'move' ? 'step' : 'other';
}

export type RateVerdict = 'ok' | 'limited' | 'abuse';

/** What one connection may still send. */
export class RateLimits {
  readonly #rules: RateRules;
  #signaling: Bucket;
  #sync: Bucket;
  #other: Bucket;
  #abuse: Bucket;

  constructor(rules: RateRules, nowMs: number) {
    this.#rules = rules;
    this.#signaling = fullBucket(rules.signaling, nowMs);
    this.#sync = fullBucket(rules.sync, nowMs);
    this.#other = fullBucket(rules.other, nowMs);
    this.#abuse = fullBucket(rules.abuse, nowMs);
  }

  /** Counts one message and judges it. */
  take(limitClass: LimitClass, nowMs: number): RateVerdict {
    const abuse = takeToken(this.#abuse, this.#rules.abuse, nowMs);
    this.#abuse = abuse.bucket;
    if (!abuse.ok) return 'abuse';
    return this.#takeOfClass(limitClass, nowMs) ? 'ok' : 'limited';
  }

  #takeOfClass(limitClass: LimitClass, nowMs: number): boolean {
    if (limitClass === 'step') return true;
    if (limitClass === 'signaling') {
      const taken = takeToken(this.#signaling, this.#rules.signaling, nowMs);
      this.#signaling = taken.bucket;
      return taken.ok;
    }
    if (limitClass === 'sync') {
      const taken = takeToken(this.#sync, this.#rules.sync, nowMs);
      this.#sync = taken.bucket;
      return taken.ok;
    }
    const taken = takeToken(this.#other, this.#rules.other, nowMs);
    this.#other = taken.bucket;
    return taken.ok;
  }
}
