import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countAttempt } from '../people/attempts.ts';
import type { PasswordHasher } from '../people/passwords.ts';
import type { Space } from '../persistence/ports.ts';

/** Wrong passwords for one space from one address, within this many s. */
const attempts = { points: 10, duration: 900 };

const limiters = new WeakMap<PasswordHasher, RateLimiterMemory>();

/** Attempts are counted for as long as the process has its hasher. */
function limiterOf(passwords: PasswordHasher): RateLimiterMemory {
  const limiter = limiters.get(passwords) ?? new RateLimiterMemory(attempts);
  limiters.set(passwords, limiter);
  return limiter;
}

/**
 * Whether this is the space's password. For a space without one it does the same work and says no. An attempt is counted
 * before it is known whether it is right, so that many at once do not slip through; a right one gives it back.
 *
 * Throws `RefusedError` (`rate_limited`) after too many wrong ones, whether this one would be right or not.
 */
export async function isPasswordOf(
  { id, visibility, passwordHash }: Space,
  password: string,
  { passwords, address }: { readonly passwords: PasswordHasher; readonly address: string },
): Promise<boolean> {
  const limiter = limiterOf(passwords);
  const key = `${id} ${address}`;
  await countAttempt(limiter, key);
  const isRight = await passwords.verify(visibility === 'password' ? passwordHash : null, password);
  if (isRight) await limiter.reward(key);
  return isRight;
}
