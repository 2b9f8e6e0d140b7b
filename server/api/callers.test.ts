import { encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { seedAccount, seedSpace } from '../persistence/testing/seed.ts';
import { done, harness, json } from './testing/harness.ts';
import { cookieOf, tokenOf } from './testing/subjects.ts';
import { testConfig } from './testing/testServices.ts';

describe('sessions', () => {
  const lasting = { maxAge: 3_600 };

  async function statusWith(token: string): Promise<number> {
    const { ask } = harness({ getMe: done });
    return (await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status;
  }

  it.each(['', 'rubbish', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'])(
    '%j is nobody’s',
    async (token) => {
      expect(await statusWith(token)).toBe(401);
    },
  );

  it('of another secret, or without a login that is open, are nobody’s', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const user = await seedAccount(store, 'Alice');
    const claims = { sub: user.id, name: user.name, lid: uuidv7() };
    for (const secret of ['another secret', testConfig.jwtSecret]) {
      const token = await encode({ token: claims, secret, ...lasting });
      expect((await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status).toBe(401);
    }
    const cookie = await cookieOf(services, user);
    expect((await ask('GET', '/me', { cookie })).status).toBe(200);
    await store.logins.endAll(user.id, null);
    expect((await ask('GET', '/me', { cookie })).status).toBe(401);
  });

  it('cannot be lent to another person', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const [alice, mallory] = [await seedAccount(store, 'Alice'), await seedAccount(store, 'Mallory')];
    await cookieOf(services, mallory);
    const [login] = await store.logins.list(mallory.id, new Date().toISOString());
    const token = await encode({
      token: { sub: alice.id, name: alice.name, lid: login?.id },
      secret: testConfig.jwtSecret,
      ...lasting,
    });
    expect((await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status).toBe(401);
  });

  it('are read by their secure name only, where the page came by HTTPS', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const plain = await cookieOf(services, await seedAccount(store, 'Alice'));
    expect((await ask('GET', '/me', { cookie: plain, 'x-forwarded-proto': 'https' })).status).toBe(401);
    const secure = `__Secure-${plain}`;
    expect((await ask('GET', '/me', { cookie: secure, 'x-forwarded-proto': 'https' })).status).toBe(200);
  });
});

describe('tokens', () => {
  it('end when they are revoked, and count before a cookie', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const [alice, bob] = [await seedAccount(store, 'Alice'), await seedAccount(store, 'Bob')];
    const [cookie, secret] = [await cookieOf(services, bob), await tokenOf(services, alice.id)];
    const authorization = `Bearer ${secret}`;
    expect((await ask('GET', '/me', { authorization })).status).toBe(200);
    const [token] = await store.apiTokens.list(alice.id);
    await store.apiTokens.revoke(alice.id, token?.id ?? '');
    const refused = await ask('GET', '/me', { authorization, cookie });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="vicinity"',
    ]);
  });

  it('need no origin, because no browser sends them by itself', async () => {
    const { ask, store, services } = harness({ createSpace: done });
    const secret = await tokenOf(services, (await seedAccount(store, 'Alice')).id);
    const headers = { authorization: `Bearer ${secret}`, origin: 'https://elsewhere.example', ...json };
    expect((await ask('POST', '/spaces', headers, '{"name":"Office","mapId":"office"}')).status).toBe(201);
  });
});

describe('spaces that a caller may not know of', () => {
  it('look like spaces that do not exist, by id and by slug', async () => {
    const { ask, store, services } = harness({ getSpace: done });
    const { space, people } = await seedSpace(store, { visibility: 'invite' });
    const cookie = await cookieOf(services, people.stranger);
    const answers = [];
    for (const key of [space.id, space.slug, uuidv7(), 'nowhere']) {
      const asked: Record<string, string>[] = [{}, { cookie }];
      for (const headers of asked) answers.push(await (await ask('GET', `/spaces/${key}`, headers)).text());
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('not_found');
  });

  it('are gone once they are deleted, but for those who may bring them back', async () => {
    const { ask, store, services } = harness({ getSpace: done, restoreSpace: done });
    const { space, people } = await seedSpace(store, {
      visibility: 'public',
      deletedAt: new Date().toISOString(),
    });
    const [owner, admin] = [await cookieOf(services, people.owner), await cookieOf(services, people.admin)];
    expect((await ask('GET', `/spaces/${space.id}`, { cookie: owner })).status).toBe(404);
    expect((await ask('PUT', `/spaces/${space.id}/restoration`, { cookie: admin })).status).toBe(404);
    expect((await ask('PUT', `/spaces/${space.id}/restoration`, { cookie: owner })).status).toBe(200);
  });
});
