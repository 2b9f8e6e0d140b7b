import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { RateLimitName } from '#lib/protocol/rest/define.ts';

/**
 * Requests per minute and key. Budgets of people who are signed in are their own; the others belong to an address, which
 * a school or an office may share. `total` is what one address may ask for altogether.
 */
export const perMinute = {
  total: 6_000,
  reads: 600,
  writes: 120,
  guests: 60,
  tickets: 240,
  credentials: 30,
  mail: 10,
  uploads: 30,
} as const satisfies Record<RateLimitName | 'total', number>;

export type Budget = keyof typeof perMinute;

/** What is left of a budget. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until the budget is full again. */
  readonly resetS: number;
}

const limitedBrand = Symbol.for('vicinity.RateLimitedError');

/** A budget that is used up; it is refused as `rate_limited`. Known across copies of the module, as its base is. */
export class RateLimitedError extends RefusedError {
  static override [Symbol.hasInstance](value: unknown): value is RateLimitedError {
    return value instanceof Error && limitedBrand in value;
  }

  readonly [limitedBrand] = true;
  readonly allowance: Allowance;

  constructor(allowance: Allowance) {
    super('rate_limited', `Too many requests; try again in ${allowance.resetS} s.`);
    this.allowance = allowance;
  }
}

export interface RateLimits {
  /** Counts one request. Throws `RateLimitedError` when the key has used up its minute. */
  consume(name: Budget, key: string): Promise<Allowance>;
}

function allowanceOf(limit: number, result: RateLimiterRes): Allowance {
  return {
    limit,
    remaining: Math.max(0, result.remainingPoints),
    resetS: Math.max(1, Math.ceil(result.msBeforeNext / 1_000)),
  };
}

/** Limits that this process counts for itself; `factor` multiplies every budget, `limits` replace some of them. */
export function createRateLimits(limits: Partial<Record<Budget, number>> = {}, factor = 1): RateLimits {
  const budgets: Record<Budget, number> = { ...perMinute, ...limits };
  const limiters = new Map(
    Object.entries(budgets).map(([name, points]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: points * factor, duration: 60 }),
    ]),
  );
  return {
    async consume(name, key) {
      const limiter = limiters.get(name);
      if (limiter === undefined) throw new Error(`there is no budget ${name}`);
      try {
        return allowanceOf(budgets[name] * factor, await limiter.consume(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new RateLimitedError(allowanceOf(budgets[name] * factor, refusal));
      }
    },
  };
}
