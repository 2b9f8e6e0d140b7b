import { beforeEach, describe, expect, it } from 'vitest';
import { hashOfSecret } from '../../people/secrets.ts';
import { goodPassword, People } from '../../people/testing/People.ts';

let people: People;

beforeEach(() => {
  people = new People();
});

describe('entering as a guest', () => {
  it('makes a person by a name alone', async () => {
    const alice = await people.guest('Alice');
    expect(await alice.me()).toMatchObject({ name: 'Alice', isGuest: true, isOperator: false, email: null });
  });

  it('renames the guest who is in already, and says so to live people', async () => {
    const alice = await people.guest('Alice');
    const before = await alice.mustBeIn();
    await alice.must(201, 'POST', '/guests', { name: 'Alicia' });
    expect(await alice.me()).toMatchObject({ id: before.id, name: 'Alicia' });
    expect(people.live.commands).toEqual([{ kind: 'person-changed', userId: before.id }]);
  });

  it('leaves people with an account who they are', async () => {
    const bob = await people.account('Bob');
    const { body } = await bob.must(201, 'POST', '/guests', { name: 'Mallory' });
    expect(body.user).toMatchObject({ name: 'Bob', isGuest: false });
    expect(await bob.me()).toMatchObject({ name: 'Bob' });
  });

  it('gives no rights that the body asks for', async () => {
    const browser = people.browser();
    const asked = { name: 'Mallory', isOperator: true, isGuest: false, id: 'x', email: 'a@example.org' };
    await browser.must(201, 'POST', '/guests', asked);
    expect(await browser.me()).toMatchObject({ isOperator: false, isGuest: true, email: null });
  });
});

describe('signing up', () => {
  const carol = { name: 'Carol', email: 'carol@example.org', password: goodPassword };

  it('makes nothing before the link of the mail is used', async () => {
    const browser = people.browser();
    await browser.must(202, 'POST', '/accounts', carol);
    expect(await people.store.users.findByEmail(carol.email)).toBeNull();
    expect(await browser.me()).toBeNull();
    await browser.must(200, 'POST', '/email-confirmations', { token: people.linkTo('confirm') });
    expect(await browser.me()).toMatchObject({ name: 'Carol', email: carol.email, isGuest: false });
  });

  it('keeps the password from every table but the account’s, and there hashed', async () => {
    await people.account('Carol');
    const user = await people.store.users.findByEmail('carol@example.org');
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,(?:t=2,p=1|p=1,t=2)\$/);
    expect(people.mails.map(({ text }) => text).join()).not.toContain(goodPassword);
  });

  it('takes each link once, of many at once too', async () => {
    await people.browser().must(202, 'POST', '/accounts', carol);
    const token = people.linkTo('confirm');
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => people.browser().ask('POST', '/email-confirmations', { token })),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(tries.map(({ body }) => body.code))).toEqual(new Set([undefined, 'link_invalid']));
  });

  it('makes a guest the account, under the same id, and ends the guest’s session', async () => {
    const guest = await people.guest('Al');
    const stolen = people.browser().copyFrom(guest);
    const { id } = await guest.mustBeIn();
    await guest.must(202, 'POST', '/accounts', carol);
    people.live.takeKinds();
    await guest.must(200, 'POST', '/email-confirmations', { token: people.linkTo('confirm') });
    expect(await guest.me()).toMatchObject({ id, name: 'Carol', isGuest: false });
    expect(await stolen.me()).toBeNull();
    expect(people.live.takeKinds()).toEqual(['signed-out', 'person-changed']);
  });

  it('makes a new account when the guest became another one meanwhile', async () => {
    const guest = await people.guest('Al');
    const { id } = await guest.mustBeIn();
    await guest.must(202, 'POST', '/accounts', carol);
    const first = people.linkTo('confirm');
    await guest.must(202, 'POST', '/accounts', { ...carol, email: 'other@example.org' });
    const second = people.linkTo('confirm');
    await people.browser().must(200, 'POST', '/email-confirmations', { token: first });
    const browser = people.browser();
    await browser.must(200, 'POST', '/email-confirmations', { token: second });
    expect((await browser.me())?.id).not.toBe(id);
    expect(await browser.me()).toMatchObject({ email: 'other@example.org' });
  });

  it('gives an address to one account, however many links there are', async () => {
    await people.browser().must(202, 'POST', '/accounts', carol);
    const first = people.linkTo('confirm');
    await people.browser().must(202, 'POST', '/accounts', carol);
    await people.browser().must(200, 'POST', '/email-confirmations', { token: people.linkTo('confirm') });
    expect(await people.browser().refusal('POST', '/email-confirmations', { token: first })).toBe(
      'link_invalid',
    );
  });

  it('writes to an address that has an account that it has one', async () => {
    await people.account('Carol');
    people.mails.length = 0;
    await people.browser().must(202, 'POST', '/accounts', { ...carol, name: 'Mallory' });
    expect(people.mails).toHaveLength(1);
    expect(people.mails[0]?.subject).toBe('You already have an account');
    expect(people.mails[0]?.text).toContain('/reset-password/');
    expect(people.mails[0]?.text).not.toContain('/confirm/');
    expect((await people.store.users.findByEmail(carol.email))?.name).toBe('Carol');
  });

  it('names nobody in a mail to an address that nobody has confirmed', async () => {
    await people.browser().must(202, 'POST', '/accounts', { ...carol, name: 'Win at evil.example' });
    expect(people.mails[0]?.text).not.toContain('evil.example');
  });

  it.each(['password12', 'Carol-Carol-1', 'carol@example.org', '1234567890'])(
    'refuses %s as easy to guess',
    async (password) => {
      const reply = await people.browser().ask('POST', '/accounts', { ...carol, password });
      expect(reply.body).toMatchObject({ code: 'weak_password', path: 'password' });
      expect(people.mails).toEqual([]);
    },
  );

  it('makes no operator, whatever the body asks for', async () => {
    const browser = people.browser();
    await browser.must(202, 'POST', '/accounts', { ...carol, isOperator: true, guestUserId: 'x' });
    const token = people.linkTo('confirm');
    await browser.must(200, 'POST', '/email-confirmations', { token, isOperator: true });
    expect(await browser.me()).toMatchObject({ isOperator: false });
  });

  it('goes on to a page of ours, and only of ours', async () => {
    const browser = people.browser();
    await browser.must(202, 'POST', '/accounts', { ...carol, returnTo: '/space/demo?x=1' });
    expect(people.mails[0]?.text).toMatch(
      /http:\/\/vicinity\.test\/confirm\/[\w-]+\?returnTo=%2Fspace%2Fdemo%3Fx%3D1\n/,
    );
    for (const returnTo of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:1']) {
      expect(await browser.refusal('POST', '/accounts', { ...carol, returnTo })).toBe('bad_request');
    }
  });

  it('mails links to the public address, whatever host a request names', async () => {
    people = new People({ publicUrl: 'https://vicinity.example' });
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    await people.browser().must(202, 'POST', '/accounts', carol, headers);
    expect(people.mails[0]?.text).toContain('https://vicinity.example/confirm/');
    expect(people.mails[0]?.text).not.toContain('evil.example');
  });

  it.each(['carol@example.org\r\nBcc: a@evil.example', 'a@b.example, c@d.example', 'nobody', ''])(
    'takes no %j for an address',
    async (email) => {
      expect(await people.browser().refusal('POST', '/accounts', { ...carol, email })).toBe('bad_request');
      expect(people.mails).toEqual([]);
    },
  );
});

describe('signing in', () => {
  const email = 'dave@example.org';

  it('starts a new session each time, so that none can be planted', async () => {
    await people.account('Dave');
    const planted = await people.guest('Mallory');
    const victim = people.browser().copyFrom(planted);
    await victim.must(200, 'POST', '/session', { email, password: goodPassword });
    expect(await victim.me()).toMatchObject({ name: 'Dave' });
    expect(victim.cookie).not.toBe(planted.cookie);
    expect(await planted.me()).toBeNull();
  });

  it('knows the address in whatever case', async () => {
    await people.account('Dave');
    const browser = people.browser();
    await browser.must(200, 'POST', '/session', { email: ' DAVE@Example.ORG ', password: goodPassword });
  });

  it('signs out this browser only, and tells live people', async () => {
    const home = await people.account('Dave');
    const office = people.browser();
    await office.must(200, 'POST', '/session', { email, password: goodPassword });
    const stolen = people.browser().copyFrom(home);
    people.live.takeKinds();
    await home.must(204, 'DELETE', '/session');
    expect(people.live.commands).toMatchObject([{ kind: 'signed-out', exceptLoginId: null }]);
    expect([await home.me(), await stolen.me()]).toEqual([null, null]);
    expect(await office.me()).toMatchObject({ name: 'Dave' });
  });

  it('refuses signing out and in for pages of other origins', async () => {
    const dave = await people.account('Dave');
    const headers = { origin: 'https://evil.example' };
    expect(await dave.refusal('DELETE', '/session', undefined, headers)).toBe('forbidden');
    const body = { email, password: goodPassword };
    expect(await people.browser().refusal('POST', '/session', body, headers)).toBe('forbidden');
  });

  it('lists the configured services only', async () => {
    const none = await people.browser().must(200, 'GET', '/session/providers');
    expect(none.body).toEqual({ providers: [] });
    const client = { clientId: 'id', clientSecret: 'a secret' };
    const oidc = { ...client, issuer: 'https://id.example', name: 'Work' };
    people = new People({ oauth: { github: client, google: null, oidc } });
    const some = await people.browser().must(200, 'GET', '/session/providers');
    expect(some.body).toEqual({
      providers: [
        { id: 'oidc', name: 'Work' },
        { id: 'github', name: 'GitHub' },
      ],
    });
  });
});

describe('setting a new password by mail', () => {
  const newPassword = 'eleven quiet herons at dusk';

  it('signs out everywhere, ends what lies around, and signs in here', async () => {
    const erin = await people.account('Erin');
    await erin.must(202, 'PUT', '/me/email', { email: 'mine@evil.example', password: goodPassword });
    const hijack = people.linkTo('confirm');
    const browser = people.browser();
    await browser.must(202, 'POST', '/password-resets', { email: 'erin@example.org' });
    const older = people.linkTo('reset-password');
    await browser.must(202, 'POST', '/password-resets', { email: 'erin@example.org' });
    const token = people.linkTo('reset-password');
    people.live.takeKinds();
    await browser.must(200, 'POST', '/password-resets/confirmations', { token, password: newPassword });
    expect(people.live.takeKinds()).toEqual(['signed-out']);
    expect(await erin.me()).toBeNull();
    expect(await browser.me()).toMatchObject({ name: 'Erin' });
    const again = people.browser();
    for (const used of [token, older]) {
      const body = { token: used, password: newPassword };
      expect(await again.refusal('POST', '/password-resets/confirmations', body)).toBe('link_invalid');
    }
    expect(await again.refusal('POST', '/email-confirmations', { token: hijack })).toBe('link_invalid');
    const body = { email: 'erin@example.org', password: goodPassword };
    expect(await again.refusal('POST', '/session', body)).toBe('wrong_credentials');
    await again.must(200, 'POST', '/session', { ...body, password: newPassword });
  });

  it('does not use the link up for a password that is easy to guess', async () => {
    await people.account('Erin');
    await people.browser().must(202, 'POST', '/password-resets', { email: 'erin@example.org' });
    const token = people.linkTo('reset-password');
    const path = '/password-resets/confirmations';
    expect(await people.browser().refusal('POST', path, { token, password: 'erin-erin-1' })).toBe(
      'weak_password',
    );
    await people.browser().must(200, 'POST', path, { token, password: newPassword });
  });

  it('takes no link of another purpose', async () => {
    await people.browser().must(202, 'POST', '/accounts', {
      name: 'Erin',
      email: 'erin@example.org',
      password: goodPassword,
    });
    const body = { token: people.linkTo('confirm'), password: newPassword };
    expect(await people.browser().refusal('POST', '/password-resets/confirmations', body)).toBe(
      'link_invalid',
    );
  });

  it('ends after an hour', async () => {
    await people.account('Erin');
    await people.browser().must(202, 'POST', '/password-resets', { email: 'erin@example.org' });
    const { links } = people.store;
    const hash = hashOfSecret(people.linkTo('reset-password'));
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    expect(await links.peek(hash, ['password-reset'], at(59))).not.toBeNull();
    expect(await links.peek(hash, ['password-reset'], at(61))).toBeNull();
  });
});
