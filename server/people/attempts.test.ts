import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { createAttemptLimits } from './attempts.ts';

const limits = { perPair: 2, perEmail: 5, perAddress: 4, durationS: 60 };
const email = 'alice@example.org';

/** Tries a password; what came of it, in a word. */
function trying() {
  const attempts = createAttemptLimits(limits);
  return async (address: string, isRight: boolean, of = email) => {
    try {
      return (await attempts.attempt({ email: of, address }, () => Promise.resolve(isRight)))
        ? 'in'
        : 'wrong';
    } catch (error) {
      if (error instanceof RefusedError) return error.code;
      throw error;
    }
  };
}

describe('wrong passwords', () => {
  it('from one address keep nobody out who comes from another one', async () => {
    const attempt = trying();
    for (let i = 0; i < 20; i += 1) await attempt('192.0.2.1', false);
    expect(await attempt('192.0.2.1', true)).toBe('rate_limited');
    expect(await attempt('192.0.2.2', true)).toBe('in');
  });

  it('from many addresses are stopped all the same', async () => {
    const attempt = trying();
    const found: string[] = [];
    for (let i = 0; i < 6; i += 1) found.push(await attempt(`192.0.2.${i}`, false));
    expect(found).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'rate_limited']);
  });

  it('for many accounts from one address are stopped', async () => {
    const attempt = trying();
    for (let i = 0; i < 4; i += 1)
      expect(await attempt('192.0.2.1', false, `${i}@example.org`)).toBe('wrong');
    expect(await attempt('192.0.2.1', true, 'z@example.org')).toBe('rate_limited');
  });

  it('are forgiven by a right one, which is not counted', async () => {
    const attempt = trying();
    for (let i = 0; i < 10; i += 1) expect(await attempt('192.0.2.1', true)).toBe('in');
    expect(await attempt('192.0.2.1', false)).toBe('wrong');
    expect(await attempt('192.0.2.1', true)).toBe('in');
    expect(await attempt('192.0.2.1', false)).toBe('wrong');
  });

  it('are not counted while nothing could be checked', async () => {
    const attempts = createAttemptLimits(limits);
    const busy = () => Promise.reject(new RefusedError('rate_limited', 'Later.'));
    for (let i = 0; i < 10; i += 1) {
      await expect(attempts.attempt({ email, address: '192.0.2.1' }, busy)).rejects.toThrow('Later.');
    }
    expect(await attempts.attempt({ email, address: '192.0.2.1' }, () => Promise.resolve(true))).toBe(true);
  });
});
