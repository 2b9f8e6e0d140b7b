import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from './testing/Browser.ts';
import { goodPassword, People } from './testing/People.ts';

let people: People;

beforeEach(async () => {
  people = new People();
  await people.account('Alice');
});

const known = 'alice@example.org';
const unknown = 'nobody@example.org';

/** What somebody outside can tell apart, and the slow work behind it. */
async function seen(ask: () => Promise<Reply>) {
  const { hashes, checks } = people.passwords;
  const { status, body, headers } = await ask();
  const work = [people.passwords.hashes - hashes, people.passwords.checks - checks];
  return { status, body, headers: [...headers.keys()].sort(), work };
}

describe('whether an address has an account', () => {
  it.each([
    ['POST', '/accounts', { name: 'Mallory', password: goodPassword }, [1, 0]],
    ['POST', '/password-resets', {}, [0, 0]],
    ['POST', '/session', { password: 'not the password' }, [0, 1]],
  ])('cannot be told from %s %s, neither by the answer nor by the work', async (method, path, body, work) => {
    const one = await seen(() => people.browser().ask(method, path, { ...body, email: known }));
    const other = await seen(() => people.browser().ask(method, path, { ...body, email: unknown }));
    expect(other).toEqual(one);
    expect(one.work).toEqual(work);
  });

  it('cannot be told from a change of address', async () => {
    const bob = await people.account('Bob');
    const ask = (email: string) => seen(() => bob.ask('PUT', '/me/email', { email, password: goodPassword }));
    expect(await ask(known)).toEqual(await ask(unknown));
  });

  it('cannot be told from how often wrong passwords are taken', async () => {
    const codes = async (email: string) => {
      const found: unknown[] = [];
      for (let i = 0; i < 12; i += 1) {
        found.push(
          await people.browser().refusal('POST', '/session', { email, password: 'not the password' }),
        );
      }
      return found;
    };
    const found = await codes(known);
    expect(found.at(-1)).toBe('rate_limited');
    expect(await codes(unknown)).toEqual(found);
  });

  it('is checked by the same work for an account without a password', async () => {
    const account = { id: crypto.randomUUID(), name: 'Dora', isOperator: false, passwordHash: null };
    await people.store.users.createAccount({ ...account, email: 'dora@example.org' });
    const ask = (email: string) =>
      seen(() => people.browser().ask('POST', '/session', { email, password: goodPassword }));
    expect(await ask('dora@example.org')).toEqual(await ask(unknown));
  });
});

describe('trying many passwords', () => {
  const attempt = (password: string, address: string) =>
    people.browser(address).refusal('POST', '/session', { email: known, password });

  it('is stopped after ten wrong ones from one address, for the right one too', async () => {
    for (let i = 0; i < 10; i += 1) {
      expect(await attempt(`wrong ${i}`, '198.51.100.1')).toBe('wrong_credentials');
    }
    const { checks } = people.passwords;
    expect(await attempt(goodPassword, '198.51.100.1')).toBe('rate_limited');
    expect(people.passwords.checks).toBe(checks);
    // Nobody is kept out of their account by what somebody elsewhere tries.
    expect(await attempt(goodPassword, '198.51.100.2')).toBeUndefined();
  });

  it('at once is stopped as well', async () => {
    const codes = await Promise.all(Array.from({ length: 40 }, (_, i) => attempt(`wrong ${i}`, '192.0.2.9')));
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(30);
  });

  it('of many people from one address is stopped', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 61; i += 1) {
      const body = { email: `somebody${i}@example.org`, password: 'wrong password' };
      codes.push(await people.browser('203.0.113.5').refusal('POST', '/session', body));
    }
    expect(codes.slice(0, 60)).not.toContain('rate_limited');
    expect(codes[60]).toBe('rate_limited');
  }, 30_000);

  it('does not count right ones', async () => {
    for (let i = 0; i < 12; i += 1) {
      await people.browser().must(200, 'POST', '/session', { email: known, password: goodPassword });
    }
  });
});
