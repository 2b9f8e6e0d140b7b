import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Store, User } from '../ports.ts';
import { newSpace, seedAccount, seedGuest, seedSpace } from '../testing/seed.ts';
import { asJson, at, count, newHash, type StoreOf, unknownId } from './common.ts';

/** Leaves something of a person in every table; returns the secrets' hashes. */
async function leaveTraces(store: Store, user: User, spaceId: string, other: User) {
  const hashes = { link: newHash(), token: newHash(), invitation: newHash(), mailed: newHash() };
  const login = { id: uuidv7(), userId: user.id, userAgent: 'Test', createdAt: at(0), lastSeenAt: at(0) };
  await store.logins.create({ ...login, expiresAt: at(60) });
  await store.links.create({
    tokenHash: hashes.link,
    purpose: 'password-reset',
    userId: user.id,
    data: { passwordHash: 'secret-hash' },
    expiresAt: at(60),
  });
  const token = { id: uuidv7(), userId: user.id, name: 'Robot', scopes: ['realtime' as const] };
  await store.apiTokens.create(
    { ...token, createdAt: at(0), expiresAt: null, lastUsedAt: null },
    hashes.token,
  );
  await store.identities.link({ provider: 'github', subject: user.id, userId: user.id, linkedAt: at(0) });
  await store.memberships.add(spaceId, user.id, 'moderator', at(0));
  const invitation = {
    spaceId,
    role: 'member' as const,
    createdAt: at(0),
    expiresAt: null,
    usesMost: null,
    uses: 0,
  };
  await store.invitations.create(
    { ...invitation, id: uuidv7(), email: null, createdBy: user.id },
    hashes.invitation,
  );
  await store.invitations.create(
    { ...invitation, id: uuidv7(), email: user.email, createdBy: other.id },
    hashes.mailed,
  );
  const entry = { spaceId, at: at(0), action: 'member.role' as const };
  await store.audit.add({ ...entry, id: uuidv7(), actorId: user.id, targetId: other.id, detail: {} });
  const detail = { email: user.email, role: 'member' };
  await store.audit.add({ ...entry, id: uuidv7(), actorId: other.id, targetId: user.id, detail });
  await store.blocks.put({ userId: user.id, blockedId: other.id, createdAt: at(0) });
  await store.blocks.put({ userId: other.id, blockedId: user.id, createdAt: at(0) });
  await store.positions.save(spaceId, [{ userId: user.id, x: 1, y: 2, facing: 'up', savedAt: at(0) }]);
  await store.idempotency.claim(
    { actorId: user.id, key: 'key', operation: 'createSpace', requestHash: 'x' },
    at(0),
  );
  return { ...hashes, loginId: login.id };
}

async function leaveAll(store: Store) {
  const { space, people } = await seedSpace(store);
  const alice = await seedAccount(store, 'Alice');
  await store.users.update(alice.id, { status: 'Here', cast: 'mira', pronouns: 'she/her' }, null);
  const traces = await leaveTraces(store, alice, space.id, people.member);
  return { space, people, alice, traces };
}

export function lifetimeContract(store: StoreOf): void {
  describe('deleting an account', () => {
    it('leaves an empty row that is not found any more', async () => {
      const { alice } = await leaveAll(store());
      expect(await store().users.anonymise(alice.id)).toEqual({ deletedSpaceIds: [] });
      expect(await store().users.findById(alice.id)).toBeNull();
      expect(await store().users.findByEmail(alice.email ?? '')).toBeNull();
      expect((await store().users.list({ limit: 9, after: null }, alice.email)).items).toEqual([]);
      expect(await store().users.findNames([alice.id])).toEqual([
        { id: alice.id, name: 'Former member', cast: null, isDeleted: true },
      ]);
      expect(await store().users.exportOf(alice.id)).toEqual({});
    });

    it('removes what was theirs', async () => {
      const { space, people, alice, traces } = await leaveAll(store());
      await store().users.anonymise(alice.id);
      expect(await store().logins.find(traces.loginId, at(0))).toBeNull();
      expect(await store().logins.list(alice.id, at(0))).toEqual([]);
      expect(await store().links.peek(traces.link, ['password-reset'], at(0))).toBeNull();
      expect(await store().apiTokens.findByHash(traces.token, at(0))).toBeNull();
      expect(await store().identities.find('github', alice.id)).toBeNull();
      expect(await store().memberships.find(space.id, alice.id)).toBeNull();
      expect(await store().spaces.standing(space.id, alice.id, at(0))).toBeNull();
      expect(await store().spaces.standings([space.id], alice.id, at(0))).toEqual([]);
      expect(await store().blocks.partiesOf(people.member.id)).toEqual([]);
      expect(await store().blocks.partiesOf(alice.id)).toEqual([]);
      expect(await store().positions.find(space.id, alice.id)).toBeNull();
    });

    it('leaves to others what they need, without the address', async () => {
      const { space, people, alice, traces } = await leaveAll(store());
      await store().users.anonymise(alice.id);
      expect(await store().invitations.findByHash(traces.invitation, at(0))).toMatchObject({
        createdBy: alice.id,
      });
      expect(await store().invitations.findByHash(traces.mailed, at(0))).toMatchObject({ email: null });
      const { items } = await store().audit.list(space.id, { limit: 9, after: null }, null);
      expect(items).toMatchObject([
        { actorId: people.member.id, targetId: alice.id, detail: { role: 'member' } },
        { actorId: alice.id, targetId: people.member.id },
      ]);
      expect(JSON.stringify(items)).not.toContain(alice.email);
    });

    it('touches nobody else', async () => {
      const { space, people, alice } = await leaveAll(store());
      await store().users.anonymise(alice.id);
      expect(await store().users.findById(people.member.id)).toEqual(people.member);
      expect(await store().memberships.find(space.id, people.member.id)).not.toBeNull();
    });

    it('frees the address', async () => {
      const { alice } = await leaveAll(store());
      await store().users.anonymise(alice.id);
      const credentials = { email: alice.email ?? '', passwordHash: null };
      const again = await store().users.createAccount({
        id: uuidv7(),
        name: 'Alice',
        isOperator: false,
        ...credentials,
      });
      expect(again).toMatchObject({ email: alice.email });
    });

    it('happens once, and not to nobody', async () => {
      const { alice } = await leaveAll(store());
      const answers = await Promise.all([1, 2, 3].map(() => store().users.anonymise(alice.id)));
      expect(count<unknown>(answers, 'not_found')).toBe(2);
      expect(await store().users.anonymise(unknownId())).toBe('not_found');
    });

    it('is final: nothing changes such a row any more', async () => {
      const { alice, space } = await leaveAll(store());
      await store().users.anonymise(alice.id);
      expect(await store().users.update(alice.id, { name: 'Alice' }, null)).toBeNull();
      expect(await store().users.setEmail(alice.id, alice.email ?? '')).toBeNull();
      expect(await store().users.setPassword(alice.id, 'x')).toBeNull();
      const credentials = { email: alice.email ?? '', passwordHash: null };
      expect(await store().users.becomeAccount(alice.id, credentials)).toBeNull();
      await expect(store().memberships.add(space.id, alice.id, 'member', at(0))).rejects.toThrow();
    });

    it('takes the spaces along that are theirs alone, and can be undone for these', async () => {
      const { people, space } = await seedSpace(store());
      const { id } = await seedAccount(store(), 'Alice');
      await store().memberships.add(space.id, id, 'owner', at(0));
      const alone = newSpace({ createdBy: id });
      await store().spaces.create(alone, id);
      expect(await store().users.anonymise(id)).toEqual({ deletedSpaceIds: [alone.id] });
      expect(await store().spaces.findById(alone.id)).toMatchObject({
        deletedAt: expect.any(String),
        version: 2,
      });
      expect((await store().spaces.findById(space.id))?.deletedAt).toBeNull();
      expect((await store().memberships.soleOwnerships(people.owner.id)).map((own) => own.spaceId)).toEqual([
        space.id,
      ]);
    });

    it('leaves no space with members without an owner', async () => {
      const { space, people } = await seedSpace(store());
      const alone = newSpace();
      await store().spaces.create(alone, people.owner.id);
      expect(await store().users.anonymise(people.owner.id)).toBe('last_owner');
      expect(await store().users.findById(people.owner.id)).toEqual(people.owner);
      expect((await store().spaces.findById(alone.id))?.deletedAt).toBeNull();
      expect((await store().memberships.find(space.id, people.owner.id))?.role).toBe('owner');
    });

    it('leaves one of two owners who go at the same moment', async () => {
      const { space, people } = await seedSpace(store());
      await store().memberships.setRole(space.id, people.admin.id, 'owner');
      const answers = await Promise.all(
        [people.owner, people.admin].map(({ id }) => store().users.anonymise(id)),
      );
      expect(count<unknown>(answers, 'last_owner')).toBe(1);
    });

    it('leaves one of two owners when one goes and the other steps down', async () => {
      const { space, people } = await seedSpace(store());
      await store().memberships.setRole(space.id, people.admin.id, 'owner');
      const answers: unknown[] = await Promise.all([
        store().users.anonymise(people.owner.id),
        store().memberships.setRole(space.id, people.admin.id, 'member'),
      ]);
      expect(count(answers, 'last_owner')).toBe(1);
    });

    it('never leaves who joins at that moment in a space without an owner', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id } = await seedAccount(store(), 'Alice');
        const guest = await seedGuest(store(), 'Gus');
        const alone = newSpace();
        await store().spaces.create(alone, id);
        const [gone] = await Promise.all([
          store().users.anonymise(id),
          store().memberships.add(alone.id, guest.id, 'member', at(0)),
        ]);
        const { deletedAt } = (await store().spaces.findById(alone.id)) ?? {};
        expect(deletedAt === null).toBe(gone === 'last_owner');
      }
    });

    it('works for guests', async () => {
      const guest = await seedGuest(store(), 'Gus');
      expect(await store().users.anonymise(guest.id)).toEqual({ deletedSpaceIds: [] });
      expect(await store().users.findById(guest.id)).toBeNull();
    });

    it('takes the rights of an operator', async () => {
      const opal = await seedAccount(store(), 'Opal', true);
      const { space } = await seedSpace(store());
      await store().users.anonymise(opal.id);
      expect(await store().spaces.standing(space.id, opal.id, at(0))).toBeNull();
    });
  });

  describe('the export of somebody’s data', () => {
    it('holds every table and no hash', async () => {
      const { space, people, alice } = await leaveAll(store());
      const ban = { id: uuidv7(), spaceId: space.id, userId: alice.id, reason: 'Noise', expiresAt: null };
      await store().bans.put({ ...ban, createdBy: people.owner.id, createdAt: at(0) });
      const exported = asJson(await store().users.exportOf(alice.id));
      expect(Object.keys(exported).sort()).toEqual([
        'apiTokens',
        'audit',
        'bans',
        'blocks',
        'identities',
        'invitations',
        'links',
        'logins',
        'memberships',
        'positions',
        'profile',
        'spaces',
      ]);
      expect(JSON.stringify(exported)).not.toMatch(/hash"|secret/i);
      expect(exported.profile).toMatchObject({ id: alice.id, email: alice.email, hasPassword: true });
      expect(exported.memberships).toEqual([{ spaceId: space.id, role: 'moderator', joinedAt: at(0) }]);
      expect(exported.links).toEqual([{ purpose: 'password-reset', expiresAt: at(60) }]);
      expect(exported.bans).toMatchObject([{ spaceId: space.id, reason: 'Noise' }]);
      expect(exported.blocks).toEqual([{ userId: alice.id, blockedId: people.member.id, createdAt: at(0) }]);
      expect(exported.positions).toMatchObject([{ spaceId: space.id, x: 1, y: 2 }]);
      expect(exported.invitations).toHaveLength(2);
      expect(exported.audit).toHaveLength(2);
      expect(exported.logins).toHaveLength(1);
      expect(exported.apiTokens).toHaveLength(1);
      expect(exported.identities).toHaveLength(1);
    });

    it('holds the spaces that somebody made, without their passwords', async () => {
      const { space, people } = await seedSpace(store(), { visibility: 'password' });
      const exported = await store().users.exportOf(people.owner.id);
      expect(exported.spaces).toMatchObject([{ id: space.id, name: space.name }]);
      expect(JSON.stringify(exported)).not.toContain('argon2');
    });

    it('of nobody is empty', async () => {
      expect(await store().users.exportOf(unknownId())).toEqual({});
    });
  });
}
