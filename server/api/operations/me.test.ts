import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../people/testing/Browser.ts';
import { goodPassword, People } from '../../people/testing/People.ts';
import { seedAccount, seedSpace } from '../../persistence/testing/seed.ts';

let people: People;
let alice: Browser;

beforeEach(async () => {
  people = new People();
  alice = await people.account('Alice');
  people.mails.length = 0;
  people.live.takeKinds();
});

const any = { 'if-match': '*' };

describe('the profile', () => {
  it('changes what is given, and tells live people', async () => {
    const before = await alice.mustBeIn();
    const patch = { status: 'Lunch', pronouns: 'she/her', language: 'de', timeZone: 'Europe/Berlin' };
    const { body } = await alice.must(200, 'PATCH', '/me', patch, any);
    expect(body.user).toEqual({ ...before, ...patch });
    expect(people.live.commands).toEqual([{ kind: 'person-changed', userId: before.id }]);
  });

  it('loses neither of two edits at once', async () => {
    const etag = (await alice.ask('GET', '/me')).headers.get('etag') ?? '';
    const edits = await Promise.all(
      ['One', 'Two'].map((status) => alice.ask('PATCH', '/me', { status }, { 'if-match': etag })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await alice.refusal('PATCH', '/me', { status: 'Three' })).toBe('precondition_required');
  });

  it.each([
    { isOperator: true },
    { isGuest: true },
    { email: 'mine@evil.example' },
    { passwordHash: 'x' },
    { id: uuidv7() },
    { version: 99 },
  ])('takes no %o', async (mass) => {
    const before = await alice.mustBeIn();
    await alice.must(200, 'PATCH', '/me', { ...mass, status: 'Hi' }, any);
    expect(await alice.me()).toEqual({ ...before, status: 'Hi' });
    const stored = await people.store.users.findById(before.id);
    expect(stored?.passwordHash).toMatch(/^\$argon2id/);
  });

  it.each([
    { name: '' },
    { name: 'a\nb' },
    { name: 'a\u202eb' },
    { status: 'x'.repeat(81) },
    { timeZone: 'Mars/Olympus' },
    { language: 'tlh' },
    { cast: 'nobody' },
    { preferences: {} },
  ])('refuses %o and names the field', async (patch) => {
    const { status, body } = await alice.ask('PATCH', '/me', patch, any);
    expect(status).toBe(400);
    expect(String(body.path)).toContain(Object.keys(patch)[0]);
  });
});

describe('changing the address', () => {
  const path = '/me/email';
  const email = 'alice@new.example';

  it('happens by the link that is mailed to the new one, and the former one is told', async () => {
    await alice.must(202, 'PUT', path, { email, password: goodPassword });
    expect(people.mails.map(({ to }) => to)).toEqual([email]);
    expect((await alice.me())?.email).toBe('alice@example.org');
    await alice.must(200, 'POST', '/email-confirmations', { token: people.linkTo('confirm') });
    expect((await alice.me())?.email).toBe(email);
    expect(people.mails.at(-1)).toMatchObject({
      to: 'alice@example.org',
      subject: 'Your address was changed',
    });
  });

  it('asks for the password', async () => {
    const body = { email, password: 'not the password' };
    expect(await alice.refusal('PUT', path, body)).toBe('wrong_credentials');
    expect(people.mails).toEqual([]);
  });

  it('answers the same for an address that is taken, and changes nothing', async () => {
    const bob = await people.account('Bob');
    people.mails.length = 0;
    const body = { email: 'bob@example.org', password: goodPassword };
    expect((await alice.must(202, 'PUT', path, body)).body).toEqual({});
    expect(people.mails).toMatchObject([{ to: 'bob@example.org', subject: 'This address is in use' }]);
    expect((await bob.me())?.email).toBe('bob@example.org');
  });

  it('of two who want one address at once gives it to one', async () => {
    const bob = await people.account('Bob');
    await alice.must(202, 'PUT', path, { email, password: goodPassword });
    const first = people.linkTo('confirm');
    await bob.must(202, 'PUT', path, { email, password: goodPassword });
    const second = people.linkTo('confirm');
    const answers = await Promise.all(
      [first, second].map((token) => people.browser().ask('POST', '/email-confirmations', { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is not for guests', async () => {
    const guest = await people.guest('Gus');
    expect(await guest.refusal('PUT', path, { email, password: goodPassword })).toBe('forbidden');
  });
});

describe('changing the password', () => {
  const password = 'eleven quiet herons at dusk';

  it('signs out everywhere else, and says so by mail', async () => {
    const phone = people.browser();
    await phone.must(200, 'POST', '/session', { email: 'alice@example.org', password: goodPassword });
    await alice.must(204, 'PUT', '/me/password', { current: goodPassword, password });
    expect(await alice.me()).toMatchObject({ name: 'Alice' });
    expect(await phone.me()).toBeNull();
    expect(people.live.commands).toMatchObject([
      { kind: 'signed-out', loginId: null, exceptLoginId: expect.any(String) },
    ]);
    expect(people.mails).toMatchObject([{ to: 'alice@example.org', subject: 'Your password was changed' }]);
  });

  it.each([[{ password }], [{ password, current: 'not the password' }]])('refuses %o', async (body) => {
    expect(await alice.refusal('PUT', '/me/password', body)).toBe('wrong_credentials');
  });

  it('is guarded like signing in against trying many', async () => {
    const body = { password, current: 'not the password' };
    for (let i = 0; i < 10; i += 1) await alice.must(401, 'PUT', '/me/password', body);
    expect(await alice.refusal('PUT', '/me/password', { password, current: goodPassword })).toBe(
      'rate_limited',
    );
  });
});

describe('logins', () => {
  it('are listed with the own one marked, and end one by one or all at once', async () => {
    const phone = people.browser();
    await phone.must(200, 'POST', '/session', { email: 'alice@example.org', password: goodPassword });
    const listed = (await alice.must(200, 'GET', '/me/logins')).body.items as {
      id: string;
      isCurrent: boolean;
    }[];
    expect(listed.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    const other = listed.find(({ isCurrent }) => !isCurrent);
    people.live.takeKinds();
    await alice.must(204, 'DELETE', `/me/logins/${other?.id}`);
    expect(await phone.me()).toBeNull();
    expect(people.live.commands).toMatchObject([{ kind: 'signed-out', loginId: other?.id }]);
    await alice.must(204, 'DELETE', '/me/logins');
    expect(await alice.me()).toBeNull();
  });

  it('of others cannot be ended', async () => {
    const bob = await people.account('Bob');
    const items = (await bob.must(200, 'GET', '/me/logins')).body.items as { id: string }[];
    expect(await alice.refusal('DELETE', `/me/logins/${items[0]?.id}`)).toBe('not_found');
    expect(await bob.me()).toMatchObject({ name: 'Bob' });
  });
});

describe('API tokens', () => {
  const wish = { name: 'Robot', scopes: ['profile:read', 'profile:read'], expiresInS: null };

  it('work until they are revoked, for their scopes only', async () => {
    const { body } = await alice.must(201, 'POST', '/me/tokens', wish);
    const token = body.token as { id: string; scopes: string[] };
    expect(body.secret).toMatch(/^vic_[\w-]{43}$/);
    expect(token.scopes).toEqual(['profile:read']);
    const bearer = { authorization: `Bearer ${body.secret}` };
    const program = people.browser();
    await program.must(200, 'GET', '/me', undefined, bearer);
    expect(await program.refusal('PATCH', '/me', { status: 'x' }, { ...bearer, ...any })).toBe('forbidden');
    expect(await program.refusal('GET', '/me/tokens', undefined, bearer)).toBe('forbidden');
    people.live.takeKinds();
    await alice.must(204, 'DELETE', `/me/tokens/${token.id}`);
    expect(people.live.takeKinds()).toEqual(['token-revoked']);
    expect(await program.refusal('GET', '/me', undefined, bearer)).toBe('unauthorized');
  });

  it('are listed without secrets, and only the own ones', async () => {
    const { body } = await alice.must(201, 'POST', '/me/tokens', wish);
    const listed = await alice.must(200, 'GET', '/me/tokens');
    expect(listed.body.items).toEqual([body.token]);
    expect(JSON.stringify(listed.body)).not.toContain('vic_');
    const bob = await people.account('Bob');
    expect((await bob.must(200, 'GET', '/me/tokens')).body.items).toEqual([]);
    const { id } = body.token as { id: string };
    expect(await bob.refusal('DELETE', `/me/tokens/${id}`)).toBe('not_found');
  });

  it('end when they were meant to', async () => {
    const { body } = await alice.must(201, 'POST', '/me/tokens', { ...wish, expiresInS: 60 });
    const { createdAt, expiresAt } = body.token as { createdAt: string; expiresAt: string };
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(60_000);
  });

  it('are not for guests', async () => {
    const guest = await people.guest('Gus');
    expect(await guest.refusal('POST', '/me/tokens', wish)).toBe('forbidden');
  });
});

describe('other services', () => {
  const linkedAt = new Date().toISOString();

  it('are parted, but not the last way in', async () => {
    const { id } = await alice.mustBeIn();
    await people.store.identities.link({ provider: 'github', subject: '1', userId: id, linkedAt });
    const listed = await alice.must(200, 'GET', '/me/identities');
    expect(listed.body.items).toEqual([{ provider: 'github', linkedAt }]);
    expect(await alice.refusal('DELETE', '/me/identities/google')).toBe('not_found');
    await alice.must(204, 'DELETE', '/me/identities/github');
    expect((await alice.must(200, 'GET', '/me/identities')).body.items).toEqual([]);
  });
});

describe('blocks', () => {
  it('are put, listed and ended, and live people are told', async () => {
    const bob = await (await people.account('Bob')).mustBeIn();
    const { id: userId } = await alice.mustBeIn();
    people.live.takeKinds();
    await alice.must(204, 'PUT', `/me/blocks/${bob.id}`);
    await alice.must(204, 'PUT', `/me/blocks/${bob.id}`);
    const listed = await alice.must(200, 'GET', '/me/blocks');
    expect(listed.body).toMatchObject({ items: [{ person: { id: bob.id, name: 'Bob' } }], nextCursor: null });
    await alice.must(204, 'DELETE', `/me/blocks/${bob.id}`);
    expect(await alice.refusal('DELETE', `/me/blocks/${bob.id}`)).toBe('not_found');
    expect(people.live.commands).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'blocks-changed', userId })),
    );
  });

  it('are neither for oneself nor for nobody', async () => {
    const me = await alice.mustBeIn();
    expect(await alice.refusal('PUT', `/me/blocks/${me.id}`)).toBe('conflict');
    expect(await alice.refusal('PUT', `/me/blocks/${uuidv7()}`)).toBe('not_found');
  });

  it('come page by page', async () => {
    for (const name of ['Ann', 'Ben', 'Cid']) {
      const { id } = await seedAccount(people.store, name);
      await alice.must(204, 'PUT', `/me/blocks/${id}`);
    }
    const first = (await alice.must(200, 'GET', '/me/blocks?limit=2')).body;
    const second = (await alice.must(200, 'GET', `/me/blocks?limit=2&cursor=${first.nextCursor}`)).body;
    const names = [first, second].flatMap(({ items }) =>
      (items as { person: { name: string } }[]).map(({ person }) => person.name),
    );
    expect(names.sort()).toEqual(['Ann', 'Ben', 'Cid']);
    expect(second.nextCursor).toBeNull();
  });
});

describe('the export', () => {
  it('is a file with everything, and no hash of a secret', async () => {
    await alice.must(201, 'POST', '/me/tokens', { name: 'Robot', scopes: ['realtime'], expiresInS: null });
    const reply = await alice.must(200, 'GET', '/me/export');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="vicinity-data.json"');
    const text = JSON.stringify(reply.body);
    expect(text).toContain('alice@example.org');
    expect(text).toContain('Robot');
    expect(text).not.toMatch(/argon2|[0-9a-f]{64}/);
  });
});

describe('deleting the account', () => {
  const path = '/me/deletion';
  const right = { confirmation: 'Alice', password: goodPassword };

  it('ends everything and leaves no name', async () => {
    const { id } = await alice.mustBeIn();
    const phone = people.browser();
    await phone.must(200, 'POST', '/session', { email: 'alice@example.org', password: goodPassword });
    await alice.must(204, 'POST', path, right);
    expect([await alice.me(), await phone.me()]).toEqual([null, null]);
    expect(alice.cookie).toBe('');
    expect(people.live.takeKinds()).toEqual(['signed-out']);
    expect(await people.store.users.findById(id)).toBeNull();
    expect(JSON.stringify(await people.store.users.findNames([id]))).not.toContain('Alice');
  });

  it.each([
    [{ ...right, confirmation: 'Alicia' }, 'bad_request'],
    [{ ...right, password: 'not the password' }, 'wrong_credentials'],
    [{ confirmation: 'Alice' }, 'wrong_credentials'],
  ])('refuses %o', async (body, code) => {
    expect(await alice.refusal('POST', path, body)).toBe(code);
    expect(await alice.me()).not.toBeNull();
  });

  it('asks guests for no password', async () => {
    const guest = await people.guest('Gus');
    await guest.must(204, 'POST', path, { confirmation: 'Gus' });
    expect(await guest.me()).toBeNull();
  });

  it('is refused to the last owner of a space with members', async () => {
    const { people: seeded } = await seedSpace(people.store);
    const owner = people.browser();
    const password = 'correct horse battery staple';
    await owner.must(200, 'POST', '/session', { email: seeded.owner.email, password });
    const body = { confirmation: seeded.owner.name, password };
    expect(await owner.refusal('POST', path, body)).toBe('last_owner');
    expect(await owner.me()).not.toBeNull();
  });

  it('takes spaces along that were theirs alone', async () => {
    const { id } = await alice.mustBeIn();
    const { body } = await alice.must(201, 'POST', '/spaces', {
      name: 'Alone',
      mapId: 'office',
      visibility: 'public',
    });
    const space = body.space as { id: string };
    await alice.must(204, 'POST', path, right);
    expect((await people.store.spaces.findById(space.id))?.deletedAt).not.toBeNull();
    const log = await people.store.audit.list(space.id, { limit: 5, after: null }, 'space.delete');
    expect(log.items).toMatchObject([{ actorId: id }]);
    expect(people.live.takeKinds()).toEqual(['signed-out', 'space-changed']);
  });
});
