import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Scope } from '#lib/domain/access/scopes.ts';
import { codeOf, DispatchHarness } from './testing/DispatchHarness.ts';

const far = '2030-01-01T00:00:00.000Z';
const now = '2026-01-01T00:00:00.000Z';

/** Somebody who is signed in in one browser. */
async function signedIn() {
  const harness = new DispatchHarness();
  const { userId, ...claims } = await harness.newcomer('Alice');
  const login = async (): Promise<string> => {
    const id = uuidv7();
    const row = { id, userId, userAgent: '', createdAt: now, lastSeenAt: now, expiresAt: far };
    await harness.live.store.logins.create(row);
    return id;
  };
  const loginId = await login();
  return { harness, login, claims: { ...claims, userId, loginId } };
}

/** Somebody with a personal API token. */
async function withToken(scopes: Scope[] = ['realtime'], expiresAt: string | null = null) {
  const harness = new DispatchHarness();
  const { userId } = await harness.newcomer('Robot');
  const secret = `vic_${'s'.repeat(43)}`;
  const id = uuidv7();
  const row = { id, userId, name: 'robot', scopes, createdAt: now, expiresAt, lastUsedAt: null };
  const hash = createHash('sha256').update(secret).digest('hex');
  await harness.live.store.apiTokens.create(row, hash);
  return { harness, userId, secret, id };
}

const everywhere = (userId: string, exceptLoginId: string | null = null) =>
  ({ kind: 'signed-out', userId, loginId: null, exceptLoginId }) as const;

describe('tickets and sign-ins', () => {
  it('1. a ticket of a sign-in that is there lets in', async () => {
    const { harness, claims } = await signedIn();
    expect(codeOf((await harness.join(await harness.ticket(claims))).outcome)).toBe('reply');
  });

  it('2. an unused ticket of a sign-in that has ended does not, with the same session or another', async () => {
    const { harness, claims } = await signedIn();
    const { userId, loginId } = claims;
    const inside = await harness.join(await harness.ticket(claims));
    const unused = await harness.ticket(claims);
    const other = await harness.ticket({ ...claims, sessionId: uuidv7() });
    await harness.live.store.logins.end(userId, loginId);
    await harness.live.control.apply({ kind: 'signed-out', userId, loginId, exceptLoginId: null });
    expect(inside.link.endedWith).toBe('signed_out');
    for (const ticket of [unused, other]) {
      expect(codeOf((await harness.join(ticket)).outcome)).toBe('unauthorized');
    }
    expect(harness.live.sessions.count).toBe(0);
  });

  it('3. another person’s sign-in, or one that never was, does not let in', async () => {
    const { harness, claims } = await signedIn();
    const eve = await harness.newcomer('Eve');
    for (const loginId of [claims.loginId, uuidv7()]) {
      const { outcome } = await harness.join(await harness.ticket({ ...eve, loginId }));
      expect(codeOf(outcome)).toBe('unauthorized');
    }
  });

  it.each(['one', 'all'] as const)(
    '4. a sign-in that ends while its join is under way (%s)',
    async (which) => {
      const { harness, claims } = await signedIn();
      const { store, control } = harness.live;
      const { userId, loginId } = claims;
      const find = store.logins.find.bind(store.logins);
      const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      store.logins.find = async (id, at) => {
        const login = await find(id, at);
        asked.resolve();
        await held.promise;
        return login;
      };
      const joining = harness.join(await harness.ticket(claims));
      await asked.promise;
      await store.logins.end(userId, loginId);
      const one = { kind: 'signed-out', userId, loginId, exceptLoginId: null } as const;
      await control.apply(which === 'one' ? one : everywhere(userId));
      held.resolve();
      expect(codeOf((await joining).outcome)).toBe('unauthorized');
      expect(harness.live.sessions.count).toBe(0);
    },
  );

  it('5. signing in anew after signing out everywhere works at once', async () => {
    const { harness, claims, login } = await signedIn();
    const { userId } = claims;
    await harness.live.store.logins.endAll(userId, null);
    await harness.live.control.apply(everywhere(userId));
    const anew = await harness.ticket({ ...claims, loginId: await login() });
    expect(codeOf((await harness.join(anew)).outcome)).toBe('reply');
  });

  it('6. signing out everywhere else leaves the browser that asked', async () => {
    const { harness, claims, login } = await signedIn();
    const other = await login();
    const here = await harness.join(await harness.ticket(claims));
    const there = await harness.ticket({ ...claims, sessionId: uuidv7(), loginId: other });
    await harness.live.store.logins.endAll(claims.userId, claims.loginId);
    await harness.live.control.apply(everywhere(claims.userId, claims.loginId));
    expect(here.link.endedWith).toBeNull();
    expect(codeOf((await harness.join(there)).outcome)).toBe('unauthorized');
  });

  it('7. a ticket without a sign-in falls with all sign-ins when it is from before', async () => {
    const harness = new DispatchHarness();
    const claims = await harness.newcomer('Alice');
    const before = await harness.ticket(claims);
    await harness.live.control.apply(everywhere(claims.userId));
    expect(codeOf((await harness.join(before)).outcome)).toBe('unauthorized');
    harness.live.clock.advance(1_000);
    expect(codeOf((await harness.join(await harness.ticket(claims))).outcome)).toBe('reply');
  });

  it('8. a sign-in that has expired lets nobody in', async () => {
    const { harness, claims } = await signedIn();
    harness.live.clock.advance(Date.parse(far) - Date.parse(now));
    expect(codeOf((await harness.join(await harness.ticket(claims))).outcome)).toBe('unauthorized');
  });
});

describe('API tokens', () => {
  it('9. let in; each connection is a session of its own, and the later takes over', async () => {
    const { harness, secret, userId, id } = await withToken();
    const first = await harness.join(secret);
    const second = await harness.join(secret);
    expect([first, second].map(({ outcome }) => codeOf(outcome))).toEqual(['reply', 'reply']);
    expect([first.link.endedWith, second.link.endedWith]).toEqual(['taken_over', null]);
    const [identity] = harness.live.sessions.identitiesOf(userId);
    expect(identity).toMatchObject({ userId, username: 'Robot', loginId: null, tokenId: id });
  });

  it('10. that were revoked end at once and let nobody in', async () => {
    const { harness, secret, userId, id } = await withToken();
    const inside = await harness.join(secret);
    await harness.live.store.apiTokens.revoke(userId, id);
    await harness.live.control.apply({ kind: 'token-revoked', userId, tokenId: id });
    expect(inside.link.endedWith).toBe('signed_out');
    expect(codeOf((await harness.join(secret)).outcome)).toBe('unauthorized');
  });

  it('11. a ticket that was fetched with one falls with it', async () => {
    const { harness, userId, id } = await withToken();
    const claims = { ...(await harness.newcomer('Robot')), userId, tokenId: id };
    expect(codeOf((await harness.join(await harness.ticket(claims))).outcome)).toBe('reply');
    const unused = await harness.ticket(claims);
    await harness.live.store.apiTokens.revoke(userId, id);
    expect(codeOf((await harness.join(unused)).outcome)).toBe('unauthorized');
  });

  it('12. are refused that are unknown, expired, for something else, or whose owner is gone', async () => {
    const { harness, secret, userId } = await withToken();
    expect(codeOf((await harness.join('vic_nonsense')).outcome)).toBe('unauthorized');
    expect(codeOf((await harness.join(`VIC_${secret.slice(4)}`)).outcome)).toBe('unauthorized');
    const expired = await withToken(['realtime'], now);
    expect(codeOf((await expired.harness.join(expired.secret)).outcome)).toBe('unauthorized');
    const other = await withToken(['spaces:read', 'moderation']);
    expect(codeOf((await other.harness.join(other.secret)).outcome)).toBe('forbidden');
    await harness.live.store.users.anonymise(userId);
    expect(codeOf((await harness.join(secret)).outcome)).toBe('unauthorized');
  });

  it('13. their use is written down once a minute at most', async () => {
    const { harness, secret, id } = await withToken();
    const { apiTokens } = harness.live.store;
    const touched: string[] = [];
    const touch = apiTokens.touch.bind(apiTokens);
    apiTokens.touch = (tokenId, at) => {
      touched.push(at);
      return touch(tokenId, at);
    };
    for (const ms of [0, 30_000, 29_999, 1]) {
      harness.live.clock.advance(ms);
      await harness.join(secret);
    }
    expect(touched).toEqual([now, '2026-01-01T00:01:00.000Z']);
    expect(id).toHaveLength(36);
  });

  it('14. one address may try 240 a minute, whatever it tries', async () => {
    const { harness, secret } = await withToken();
    const codes = new Set<string>();
    for (let i = 0; i < 240; i += 1) codes.add(codeOf((await harness.join(`vic_${i}`)).outcome));
    expect([...codes]).toEqual(['unauthorized']);
    expect(codeOf((await harness.join(secret)).outcome)).toBe('rate_limited');
    expect(codeOf((await harness.join(secret, harness.connect('::2'))).outcome)).toBe('reply');
  });
});
