/** How often something may happen: `ratePerS` in the long run, up to `burst` at once. */
export interface BucketRules {
  readonly ratePerS: number;
  readonly burst: number;
}

/** What a bucket remembers: tokens left at a time in ms. */
export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** A full bucket. */
export function fullBucket(rules: BucketRules, nowMs: number): Bucket {
  return { tokens: rules.burst, atMs: nowMs };
}

/**
 * Takes one token if there is one. A clock that steps back adds nothing and takes nothing away.
 *
 * @returns whether it was allowed, and the bucket as it is afterwards.
 */
export function takeToken(
  bucket: Bucket,
  rules: BucketRules,
  nowMs: number,
): { readonly ok: boolean; readonly bucket: Bucket } {
  const elapsedMs = Math.max(0, nowMs - bucket.atMs);
  const tokens = Math.min(rules.burst, bucket.tokens + (elapsedMs * rules.ratePerS) / 1_000);
  if (tokens < 1) return { ok: false, bucket: { tokens, atMs: nowMs } };
  return { ok: true, bucket: { tokens: tokens - 1, atMs: nowMs } };
}

/**
 * The bucket that judges steps: the space's speed with 15 % for clocks that run apart, and a burst of 3 tiles for
 * steps that the network delivered together (half a second at 6 tiles/s).
 */
export function stepRules(speedTilesPerS: number): BucketRules {
  return { ratePerS: speedTilesPerS * 1.15, burst: 3 };
}
