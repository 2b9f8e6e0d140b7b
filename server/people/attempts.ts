import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from '#lib/protocol/errors.ts';

interface Limits {
  /** Wrong passwords for one address of mail from one address of the network. */
  perPair: number;
  /**
   * Wrong passwords for one address of mail from wherever. More than one address of the network may try, so that nobody
   * alone can keep somebody else out of their account.
   */
  perEmail: number;
  /** Wrong passwords from one address of the network, which several people may share. */
  perAddress: number;
  /** Within which time, in s. */
  durationS: number;
}

const defaultLimits: Limits = { perPair: 10, perEmail: 100, perAddress: 60, durationS: 900 };

/** Limits how often passwords may be tried. */
export interface AttemptLimits {
  /**
   * Runs a check of a password unless there were too many wrong ones. An attempt is counted before it is known whether
   * it is right, so that many at once do not slip through; a right one gives it back. Addresses without an account are
   * counted like others.
   *
   * Throws `RefusedError` (`rate_limited`), whether the password would have been right or not.
   */
  attempt(of: { email: string; address: string }, check: () => Promise<boolean>): Promise<boolean>;
}

/** Counts an attempt. Throws `RefusedError` (`rate_limited`) when there were too many. */
export async function countAttempt(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const waitS = Math.ceil(refusal.msBeforeNext / 1_000);
    throw new RefusedError('rate_limited', `Too many wrong passwords; try again in ${waitS} s.`);
  }
}

/** Limits that this process counts for itself. */
export function createAttemptLimits({
  perPair,
  perEmail,
  perAddress,
  durationS,
}: Limits = defaultLimits): AttemptLimits {
  const pairs = new RateLimiterMemory({ points: perPair, duration: durationS });
  const emails = new RateLimiterMemory({ points: perEmail, duration: durationS });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: durationS });
  return {
    async attempt({ email, address }, check) {
      const pair = `${email} ${address}`;
      // In this order, so that attempts that are refused here count for nobody else.
      await countAttempt(pairs, pair);
      await countAttempt(addresses, address);
      await countAttempt(emails, email);
      try {
        const isRight = await check();
        if (isRight) await Promise.all([pairs.delete(pair), addresses.reward(address), emails.reward(email)]);
        return isRight;
      } catch (error) {
        // The check did not take place (too many at once): nothing was guessed.
        await Promise.all([pairs.reward(pair), addresses.reward(address), emails.reward(email)]);
        throw error;
      }
    },
  };
}
