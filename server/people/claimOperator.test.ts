import { beforeEach, describe, expect, it } from 'vitest';
import { ensureDemoSpace } from '../demoSpace.ts';
import { offerOperatorLink } from './operatorLink.ts';
import { goodPassword, People } from './testing/People.ts';

let people: People;

beforeEach(() => {
  people = new People();
});

const wish = { name: 'Opal', email: 'opal@example.org', password: goodPassword };

async function offered(): Promise<string> {
  const token = await offerOperatorLink(people.store, new Date());
  if (token === null) throw new Error('no link was offered');
  return token;
}

describe('the operator’s link', () => {
  it('makes the operator, who owns the demo space, and is not offered again', async () => {
    const demo = await ensureDemoSpace(people.store, 'local');
    const opal = people.browser();
    await opal.must(201, 'POST', '/operators', { ...wish, token: await offered() });
    const me = await opal.mustBeIn();
    expect(me).toMatchObject({ name: 'Opal', isOperator: true, isGuest: false });
    expect((await people.store.memberships.find(demo.id, me.id))?.role).toBe('owner');
    expect(await offerOperatorLink(people.store, new Date())).toBeNull();
  });

  it('is good for years, but only the one that was printed last', async () => {
    const [first, last] = [await offered(), await offered()];
    expect(await people.browser().refusal('POST', '/operators', { ...wish, token: first })).toBe(
      'link_invalid',
    );
    await people.browser().must(201, 'POST', '/operators', { ...wish, token: last });
  });

  it('makes one operator of many who use it at once', async () => {
    const token = await offered();
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        people.browser().ask('POST', '/operators', { ...wish, email: `o${i}@example.org`, token }),
      ),
    );
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    const { items } = await people.store.users.list({ limit: 50, after: null }, null);
    expect(items).toHaveLength(1);
  });

  it('stays good when the address is taken or the password is easy', async () => {
    await people.account('Opal');
    const token = await offered();
    const browser = people.browser();
    expect(await browser.refusal('POST', '/operators', { ...wish, token })).toBe('conflict');
    const easy = { ...wish, token, email: 'o@example.org', password: 'opal-opal-1' };
    expect(await browser.refusal('POST', '/operators', easy)).toBe('weak_password');
    await browser.must(201, 'POST', '/operators', { ...wish, token, email: 'o@example.org' });
  });

  it('makes a new account, never what a guest becomes', async () => {
    const guest = await people.guest('Gus');
    const before = await guest.mustBeIn();
    const stolen = people.browser().copyFrom(guest);
    await guest.must(201, 'POST', '/operators', { ...wish, token: await offered() });
    expect((await guest.mustBeIn()).id).not.toBe(before.id);
    expect(await stolen.me()).toBeNull();
  });

  it('is not guessed, and no other link does it', async () => {
    await people.browser().must(202, 'POST', '/accounts', wish);
    for (const token of ['x'.repeat(43), people.linkTo('confirm')]) {
      expect(await people.browser().refusal('POST', '/operators', { ...wish, token })).toBe('link_invalid');
    }
  });
});
