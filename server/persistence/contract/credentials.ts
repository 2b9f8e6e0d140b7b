import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ApiToken, Link, Login } from '../ports.ts';
import { seedAccount, seedGuest } from '../testing/seed.ts';
import { asJson, at, hostileTexts, newHash, type StoreOf, unknownId } from './common.ts';

const newLogin = (userId: string, overrides: Partial<Login> = {}): Login => ({
  id: uuidv7(),
  userId,
  userAgent: 'Mozilla/5.0 “☕”',
  createdAt: at(-5),
  lastSeenAt: at(-5),
  expiresAt: at(60),
  ...overrides,
});

const newLink = (overrides: Partial<Link> = {}): Link => ({
  tokenHash: newHash(),
  purpose: 'sign-up',
  userId: null,
  data: { email: 'alice@example.org', nested: { list: [1, null, 'ü'] } },
  expiresAt: at(60),
  ...overrides,
});

const newToken = (userId: string, overrides: Partial<ApiToken> = {}): ApiToken => ({
  id: uuidv7(),
  userId,
  name: 'Robot',
  scopes: ['spaces:read', 'realtime'],
  createdAt: at(0),
  expiresAt: null,
  lastUsedAt: null,
  ...overrides,
});

function loginsContract(store: StoreOf): void {
  describe('logins', () => {
    it('are found until they expire', async () => {
      const alice = await seedGuest(store(), 'Alice');
      const login = newLogin(alice.id);
      await store().logins.create(login);
      expect(asJson(await store().logins.find(login.id, at(0)))).toEqual(login);
      expect(await store().logins.find(login.id, at(60))).toBeNull();
      expect(await store().logins.find(unknownId(), at(0))).toBeNull();
    });

    it('belong to people who exist', async () => {
      await expect(store().logins.create(newLogin(unknownId()))).rejects.toThrow();
    });

    it('are listed newest first, of one person only, ties too', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const old = newLogin(alice.id, { createdAt: at(-9) });
      const [tieA, tieB] = [newLogin(alice.id), newLogin(alice.id)];
      const expired = newLogin(alice.id, { expiresAt: at(-1) });
      for (const login of [tieA, old, tieB, expired, newLogin(bob.id)]) await store().logins.create(login);
      expect(asJson(await store().logins.list(alice.id, at(0)))).toEqual([tieB, tieA, old]);
    });

    it('remember when they were used last, and never an earlier time', async () => {
      const login = newLogin((await seedGuest(store(), 'Alice')).id);
      await store().logins.create(login);
      await store().logins.touch(login.id, at(2));
      await store().logins.touch(login.id, at(1));
      await store().logins.touch(unknownId(), at(1));
      expect((await store().logins.find(login.id, at(3)))?.lastSeenAt).toBe(at(2));
    });

    it('are ended by their owner only', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const login = newLogin(alice.id);
      await store().logins.create(login);
      expect(await store().logins.end(bob.id, login.id)).toBe(false);
      expect(await store().logins.end(alice.id, login.id)).toBe(true);
      expect(await store().logins.end(alice.id, login.id)).toBe(false);
      expect(await store().logins.find(login.id, at(0))).toBeNull();
    });

    it('are ended all but one, or all, of one person', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const [first, second, others] = [newLogin(alice.id), newLogin(alice.id), newLogin(bob.id)];
      for (const login of [first, second, others]) await store().logins.create(login);
      await store().logins.endAll(alice.id, first.id);
      expect(await store().logins.list(alice.id, at(0))).toEqual([first]);
      await store().logins.endAll(alice.id, null);
      expect(await store().logins.list(alice.id, at(0))).toEqual([]);
      expect(await store().logins.list(bob.id, at(0))).toEqual([others]);
    });

    it('are pruned when they expired', async () => {
      const alice = await seedGuest(store(), 'Alice');
      const [open, expired] = [newLogin(alice.id), newLogin(alice.id, { expiresAt: at(-10) })];
      for (const login of [open, expired]) await store().logins.create(login);
      await store().logins.prune(at(-5));
      expect(await store().logins.list(alice.id, at(-20))).toEqual([open]);
    });
  });
}

function linksContract(store: StoreOf): void {
  describe('one-time links', () => {
    it('are read without being used, and used once', async () => {
      const link = newLink();
      await store().links.create(link);
      expect(asJson(await store().links.peek(link.tokenHash, ['sign-up'], at(0)))).toEqual(link);
      expect(asJson(await store().links.take(link.tokenHash, ['operator', 'sign-up'], at(0)))).toEqual(link);
      expect(await store().links.take(link.tokenHash, ['sign-up'], at(0))).toBeNull();
      expect(await store().links.peek(link.tokenHash, ['sign-up'], at(0))).toBeNull();
    });

    it('are given to exactly one of many', async () => {
      const link = newLink({ userId: (await seedGuest(store(), 'Alice')).id });
      await store().links.create(link);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store().links.take(link.tokenHash, ['sign-up'], at(0))),
      );
      expect(answers.filter((answer) => answer !== null)).toEqual([link]);
    });

    it('are good for their purpose and their time', async () => {
      const link = newLink();
      await store().links.create(link);
      for (const read of [store().links.peek, store().links.take]) {
        expect(await read(link.tokenHash, ['password-reset'], at(0))).toBeNull();
        expect(await read(link.tokenHash, [], at(0))).toBeNull();
        expect(await read(link.tokenHash, ['sign-up'], at(60))).toBeNull();
        expect(await read(newHash(), ['sign-up'], at(0))).toBeNull();
      }
      expect(await store().links.take(link.tokenHash, ['sign-up'], at(59))).toEqual(link);
    });

    it('are revoked by purpose, of one person or of all', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const reset = newLink({ purpose: 'password-reset', userId: alice.id });
      const change = newLink({ purpose: 'email-change', userId: alice.id });
      const others = newLink({ purpose: 'password-reset', userId: bob.id });
      const operator = newLink({ purpose: 'operator' });
      for (const link of [reset, change, others, operator]) await store().links.create(link);
      await store().links.revoke('password-reset', alice.id);
      await store().links.revoke('operator', null);
      const isLeft = async ({ tokenHash, purpose }: Link) =>
        (await store().links.peek(tokenHash, [purpose], at(0))) !== null;
      expect(await Promise.all([reset, change, others, operator].map(isLeft))).toEqual([
        false,
        true,
        true,
        false,
      ]);
    });

    it('are pruned when they expired', async () => {
      const [open, expired] = [newLink(), newLink({ expiresAt: at(-10) })];
      for (const link of [open, expired]) await store().links.create(link);
      await store().links.prune(at(-5));
      expect(await store().links.peek(expired.tokenHash, ['sign-up'], at(-20))).toBeNull();
      expect(await store().links.peek(open.tokenHash, ['sign-up'], at(0))).toEqual(open);
    });

    it.each(hostileTexts)('carry %j as it is', async (hostile) => {
      const link = newLink({ data: { [hostile]: [hostile, { text: hostile }] } });
      await store().links.create(link);
      expect(await store().links.peek(link.tokenHash, ['sign-up'], at(0))).toEqual(link);
    });
  });
}

function apiTokensContract(store: StoreOf): void {
  describe('personal API tokens', () => {
    it('are found by the hash of their secret until they expire', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const token = newToken(alice.id, { expiresAt: at(10) });
      const hash = newHash();
      await store().apiTokens.create(token, hash);
      expect(asJson(await store().apiTokens.findByHash(hash, at(9)))).toEqual(token);
      expect(await store().apiTokens.findByHash(hash, at(10))).toBeNull();
      expect(await store().apiTokens.findByHash(newHash(), at(0))).toBeNull();
    });

    it('may have no end', async () => {
      const token = newToken((await seedAccount(store(), 'Alice')).id);
      const hash = newHash();
      await store().apiTokens.create(token, hash);
      expect(await store().apiTokens.findByHash(hash, at(999_999))).toEqual(token);
    });

    it('do not share a secret', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const hash = newHash();
      await store().apiTokens.create(newToken(alice.id), hash);
      await expect(store().apiTokens.create(newToken(alice.id), hash)).rejects.toThrow();
    });

    it('remember when they were used last, and never an earlier time', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const token = newToken(alice.id);
      await store().apiTokens.create(token, newHash());
      for (const minute of [1, 3, 2]) await store().apiTokens.touch(token.id, at(minute));
      expect(await store().apiTokens.list(alice.id)).toEqual([{ ...token, lastUsedAt: at(3) }]);
    });

    it('are listed newest first and revoked by their owner only', async () => {
      const [alice, bob] = [await seedAccount(store(), 'Alice'), await seedAccount(store(), 'Bob')];
      const [first, second] = [newToken(alice.id), newToken(alice.id)];
      const hash = newHash();
      await store().apiTokens.create(first, hash);
      await store().apiTokens.create(second, newHash());
      expect(asJson(await store().apiTokens.list(alice.id))).toEqual([second, first]);
      expect(await store().apiTokens.revoke(bob.id, first.id)).toBe(false);
      expect(await store().apiTokens.revoke(alice.id, first.id)).toBe(true);
      expect(await store().apiTokens.revoke(alice.id, first.id)).toBe(false);
      expect(await store().apiTokens.findByHash(hash, at(0))).toBeNull();
    });
  });
}

function identitiesContract(store: StoreOf): void {
  const newIdentity = (userId: string, provider = 'github') => ({
    provider,
    subject: uuidv7(),
    userId,
    linkedAt: at(0),
  });

  describe('accounts at other services', () => {
    it('are found and listed', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const [google, github] = [newIdentity(alice.id, 'google'), newIdentity(alice.id)];
      for (const identity of [google, github]) expect(await store().identities.link(identity)).toBe('ok');
      expect(asJson(await store().identities.find('github', github.subject))).toEqual(github);
      expect(await store().identities.find('google', github.subject)).toBeNull();
      expect(asJson(await store().identities.list(alice.id))).toEqual([github, google]);
    });

    it('are linked to one person, and twice without effect', async () => {
      const [alice, bob] = [await seedAccount(store(), 'Alice'), await seedAccount(store(), 'Bob')];
      const identity = newIdentity(alice.id);
      await store().identities.link(identity);
      expect(await store().identities.link({ ...identity, linkedAt: at(1) })).toBe('ok');
      expect(await store().identities.link({ ...identity, userId: bob.id })).toBe('conflict');
      expect(await store().identities.find('github', identity.subject)).toEqual(identity);
    });

    it('are linked to one of two who ask at the same moment', async () => {
      const people = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const subject = uuidv7();
      const answers = await Promise.all(
        people.map(({ id }) => store().identities.link({ ...newIdentity(id), subject })),
      );
      expect(answers.sort()).toEqual(['conflict', 'ok']);
    });

    it('make an account of a guest, also without an address', async () => {
      const guest = await seedGuest(store(), 'Alice');
      await store().identities.link(newIdentity(guest.id));
      expect(await store().users.findById(guest.id)).toEqual({ ...guest, isGuest: false, version: 2 });
    });

    it('leave a guest when the last way in is gone, and an account otherwise', async () => {
      const [guest, alice] = [await seedGuest(store(), 'Gus'), await seedAccount(store(), 'Alice')];
      for (const { id } of [guest, alice]) {
        await store().identities.link(newIdentity(id));
        expect(await store().identities.unlink(id, 'github')).toBe(true);
        expect(await store().identities.unlink(id, 'github')).toBe(false);
        expect(await store().identities.list(id)).toEqual([]);
      }
      expect((await store().users.findById(guest.id))?.isGuest).toBe(true);
      expect(await store().users.findById(alice.id)).toEqual(alice);
    });

    it('are parted from one person only', async () => {
      const [alice, bob] = [await seedAccount(store(), 'Alice'), await seedAccount(store(), 'Bob')];
      const [hers, his] = [newIdentity(alice.id), newIdentity(bob.id)];
      for (const identity of [hers, his]) await store().identities.link(identity);
      await store().identities.unlink(alice.id, 'github');
      expect(await store().identities.list(bob.id)).toEqual([his]);
    });
  });
}

export function credentialsContract(store: StoreOf): void {
  loginsContract(store);
  linksContract(store);
  apiTokensContract(store);
  identitiesContract(store);
}
