import { describe, expect, it } from 'vitest';
import { createPasswordHasher } from './passwords.ts';

describe('password hashing', () => {
  it('is argon2id with at least 19 MiB and two passes, salted each time', async () => {
    const passwords = createPasswordHasher();
    const [one, other] = await Promise.all([passwords.hash('the same'), passwords.hash('the same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$/);
    expect(one).toMatch(/m=19456\b/);
    expect(one).toMatch(/t=2\b/);
    expect(one).not.toBe(other);
  });

  it('knows the right password, and no password of nobody', async () => {
    const passwords = createPasswordHasher();
    const hash = await passwords.hash('right');
    expect(await passwords.verify(hash, 'right')).toBe(true);
    expect(await passwords.verify(hash, 'wrong')).toBe(false);
    expect(await passwords.verify(null, '')).toBe(false);
  });

  it('is the same for a letter that is composed another way', async () => {
    const passwords = createPasswordHasher();
    const hash = await passwords.hash('Cafe\u0301 Zu\u0308rich');
    expect(await passwords.verify(hash, 'Caf\u00e9 Z\u00fcrich')).toBe(true);
  });

  it('works on few at once, lets some wait, and refuses the rest until there is room', async () => {
    const passwords = createPasswordHasher({ atOnce: 2, waitingMost: 3 });
    const asked = Array.from({ length: 8 }, (_, i) => passwords.hash(`password ${i}`));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 5 }, () => 'fulfilled'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    for (const result of settled) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'rate_limited' });
    }
    expect(await passwords.hash('again')).toMatch(/^\$argon2id/);
  });

  it('gives its turn back after a failure', async () => {
    const passwords = createPasswordHasher({ atOnce: 1, waitingMost: 1 });
    await expect(passwords.verify('no hash at all', 'x')).rejects.toThrow();
    expect(await passwords.hash('after it')).toMatch(/^\$argon2id/);
  });
});
