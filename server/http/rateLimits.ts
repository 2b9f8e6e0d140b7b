import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from '#lib/protocol/errors.ts';

/** Requests per minute from one address. Several people may share an address, a school or an office for example. */
const perMinute = { guests: 60, tickets: 240, reads: 600 };

export type RateLimitName = keyof typeof perMinute;

export interface RateLimits {
  /** Counts one request. Throws `RefusedError` (`rate_limited`) when the address has used up its minute. */
  consume(name: RateLimitName, address: string): Promise<void>;
}

/** Limits that this process counts for itself. */
export function createRateLimits(limits: Record<RateLimitName, number> = perMinute): RateLimits {
  const limiters = new Map(
    Object.entries(limits).map(([name, points]) => [name, new RateLimiterMemory({ points, duration: 60 })]),
  );
  return {
    async consume(name, address) {
      try {
        await limiters.get(name)?.consume(address);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new RefusedError(
          'rate_limited',
          `Too many requests; try again in ${Math.ceil(refusal.msBeforeNext / 1_000)} s.`,
        );
      }
    },
  };
}
