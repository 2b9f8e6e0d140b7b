import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { NewSpace, Space } from '../ports.ts';
import { newSpace, seedAccount, seedGuest, seedSpace } from '../testing/seed.ts';
import { asJson, at, count, hostileTexts, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

const fresh = { isLocked: false, archivedAt: null, deletedAt: null, version: 1 } as const;
const made = (space: NewSpace): Space => ({ ...space, ...fresh });

function makingContract(store: StoreOf): void {
  describe('making spaces', () => {
    it('happens once per slug', async () => {
      const space = newSpace({ name: 'Küche & Co. “☕”' });
      expect(asJson(await store().spaces.ensure(space))).toEqual(made(space));
      expect(await store().spaces.ensure({ ...space, id: uuidv7(), name: 'Other' })).toEqual(made(space));
      expect(await store().spaces.findById(space.id)).toEqual(made(space));
      expect(await store().spaces.findBySlug(space.slug)).toEqual(made(space));
    });

    it('happens once, also when two ask at the same moment', async () => {
      const space = newSpace();
      const rival = { ...space, id: uuidv7() };
      const [first, second] = await Promise.all([store().spaces.ensure(space), store().spaces.ensure(rival)]);
      expect(first).toEqual(second);
    });

    it('makes its first owner', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const space = newSpace({ createdBy: alice.id });
      expect(asJson(await store().spaces.create(space, alice.id))).toEqual(made(space));
      expect(await store().memberships.find(space.id, alice.id)).toMatchObject({
        role: 'owner',
        joinedAt: space.createdAt,
      });
    });

    it('refuses a slug that is taken, also by one of two at the same moment', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const { slug } = newSpace();
      const create = () => store().spaces.create(newSpace({ slug }), alice.id);
      const answers = await Promise.all([create(), create(), create()]);
      expect(count<unknown>(answers, 'slug_taken')).toBe(2);
      expect(await create()).toBe('slug_taken');
      const mine = await readAll((page) => store().spaces.listOf(alice.id, 'active', page), 9);
      expect(mine).toHaveLength(1);
    });

    it('makes nothing for an owner who does not exist', async () => {
      const space = newSpace();
      await expect(store().spaces.create(space, unknownId())).rejects.toThrow();
      expect(await store().spaces.findById(space.id)).toBeNull();
      expect(await store().spaces.findBySlug(space.slug)).toBeNull();
    });

    it.each(hostileTexts)('takes %j as a name', async (hostile) => {
      const space = newSpace({ name: hostile, description: hostile, welcomeText: hostile });
      expect(await store().spaces.ensure(space)).toEqual(made(space));
    });

    it('is not found by what is no id', async () => {
      expect(await store().spaces.findById(unknownId())).toBeNull();
      expect(await store().spaces.findById('demo')).toBeNull();
      expect(await store().spaces.findBySlug('nowhere')).toBeNull();
    });
  });
}

function changingContract(store: StoreOf): void {
  describe('changing spaces', () => {
    it('reaches every field', async () => {
      const space = await store().spaces.ensure(newSpace());
      const patch = {
        name: 'Garden',
        slug: `garden-${space.slug}`.slice(0, 48),
        description: 'Outside',
        welcomeText: 'Mind the bees',
        visibility: 'password',
        passwordHash: 'hash',
        capacity: 7,
        hasResident: true,
        isLocked: true,
        archivedAt: at(0),
        deletedAt: at(1),
      } as const;
      const changed = asJson(await store().spaces.update(space.id, patch, 1));
      expect(changed).toEqual({ ...space, ...patch, version: 2 });
      expect(await store().spaces.findById(space.id)).toEqual(changed);
      const back = { archivedAt: null, deletedAt: null, passwordHash: null };
      expect(await store().spaces.update(space.id, back, null)).toMatchObject({ ...back, version: 3 });
    });

    it('takes nothing else', async () => {
      const space = await store().spaces.ensure(newSpace());
      const forged = { name: 'Other', id: uuidv7(), mapUrl: '/evil', createdBy: uuidv7(), version: 99 };
      expect(await store().spaces.update(space.id, forged, null)).toEqual({
        ...space,
        name: 'Other',
        version: 2,
      });
    });

    it('is refused over a newer version, for another’s slug, and where there is no space', async () => {
      const [space, rival] = [
        await store().spaces.ensure(newSpace()),
        await store().spaces.ensure(newSpace()),
      ];
      await store().spaces.update(space.id, { name: 'Newer' }, 1);
      expect(await store().spaces.update(space.id, { name: 'Older' }, 1)).toBe('stale');
      expect(await store().spaces.update(space.id, { name: 'Older' }, 2 ** 40)).toBe('stale');
      expect(await store().spaces.update(space.id, { slug: rival.slug }, 2)).toBe('slug_taken');
      expect(await store().spaces.update(unknownId(), { name: 'None' }, null)).toBeNull();
      expect(await store().spaces.update(unknownId(), { name: 'None' }, 1)).toBeNull();
      expect(await store().spaces.findById(space.id)).toMatchObject({ name: 'Newer', version: 2 });
    });

    it('takes one of many changes to the same version', async () => {
      const { id } = await store().spaces.ensure(newSpace());
      const answers = await Promise.all(
        ['A', 'B', 'C', 'D'].map((name) => store().spaces.update(id, { name }, 1)),
      );
      expect(count<unknown>(answers, 'stale')).toBe(3);
      expect(await store().spaces.findById(id)).toEqual(answers.find((answer) => answer !== 'stale'));
    });

    it('gives a slug to one of two', async () => {
      const spaces = [await store().spaces.ensure(newSpace()), await store().spaces.ensure(newSpace())];
      const { slug } = newSpace();
      const answers = await Promise.all(spaces.map(({ id }) => store().spaces.update(id, { slug }, 1)));
      expect(count<unknown>(answers, 'slug_taken')).toBe(1);
    });

    it('hides a deleted space by its slug, which stays its own', async () => {
      const { space, people } = await seedSpace(store(), { deletedAt: at(0) });
      expect(await store().spaces.findBySlug(space.slug)).toBeNull();
      expect(await store().spaces.findById(space.id)).toEqual(space);
      expect(await store().spaces.create(newSpace({ slug: space.slug }), people.owner.id)).toBe('slug_taken');
      await store().spaces.update(space.id, { deletedAt: null }, null);
      expect(await store().spaces.findBySlug(space.slug)).toMatchObject({ id: space.id });
    });

    it('ends for good after some time, with all that belongs to the space', async () => {
      const { space, people, ban } = await seedSpace(store(), { deletedAt: at(-60) });
      const kept = await seedSpace(store(), { people, deletedAt: at(-10) });
      await store().positions.save(space.id, [
        { userId: people.member.id, x: 1, y: 1, facing: 'up', savedAt: at(-90) },
      ]);
      expect(await store().spaces.purge(at(-30))).toBeGreaterThanOrEqual(1);
      expect(await store().spaces.purge(at(-30))).toBe(0);
      expect(await store().spaces.findById(space.id)).toBeNull();
      expect(await store().memberships.find(space.id, people.owner.id)).toBeNull();
      expect(await store().bans.findById(space.id, ban.id, at(0))).toBeNull();
      expect(await store().positions.find(space.id, people.member.id)).toBeNull();
      expect(await store().spaces.findById(kept.space.id)).not.toBeNull();
      expect(await store().users.findById(people.owner.id)).toEqual(people.owner);
    });
  });
}

function listingContract(store: StoreOf): void {
  describe('lists of spaces', () => {
    it('of the public show newest first what is open to all', async () => {
      const tag = uuidv7();
      const name = `Garden ${tag}`;
      const spaces: Space[] = [];
      for (let i = 0; i < 5; i++) {
        spaces.push(await store().spaces.ensure(newSpace({ name, visibility: 'public' })));
      }
      for (const visibility of ['unlisted', 'password', 'invite'] as const) {
        await store().spaces.ensure(newSpace({ name, visibility }));
      }
      for (const gone of [{ archivedAt: at(0) }, { deletedAt: at(0) }]) {
        const { id } = await store().spaces.ensure(newSpace({ name, visibility: 'public' }));
        await store().spaces.update(id, gone, null);
      }
      const first = await store().spaces.listPublic({ limit: 2, after: null }, tag.toUpperCase());
      await store().spaces.ensure(newSpace({ name, visibility: 'public' }));
      const rest = await readAll(
        ({ limit, after }) => store().spaces.listPublic({ limit, after: after ?? first.next }, tag),
        2,
      );
      expect([...first.items, ...rest]).toEqual(spaces.reverse());
      expect((await store().spaces.listPublic({ limit: 1, after: null }, null)).items).toHaveLength(1);
    });

    it.each(['%', '_', '\\'])('take %j for what it is', async (sign) => {
      const tag = uuidv7();
      await store().spaces.ensure(newSpace({ name: `${tag}x`, visibility: 'public' }));
      const wild = await store().spaces.ensure(newSpace({ name: `${tag}${sign}`, visibility: 'public' }));
      const found = await store().spaces.listPublic({ limit: 9, after: null }, `${tag}${sign}`);
      expect(found.items).toEqual([wild]);
    });

    it('of one person are told apart by their state', async () => {
      const active = await seedSpace(store());
      const { people } = active;
      const archived = await seedSpace(store(), { people, archivedAt: at(0) });
      const deleted = await seedSpace(store(), { people, archivedAt: at(0), deletedAt: at(0) });
      await seedSpace(store());
      const of = (state: 'active' | 'archived' | 'deleted', userId = people.admin.id) =>
        readAll((page) => store().spaces.listOf(userId, state, page), 9);
      const row = (space: Space) => ({ space, role: 'admin', lastVisitAt: null });
      expect(await of('active')).toEqual([row(active.space)]);
      expect(await of('archived')).toEqual([row(archived.space)]);
      expect(await of('deleted')).toEqual([row(deleted.space)]);
      expect(await of('active', people.stranger.id)).toEqual([]);
      expect(await of('active', unknownId())).toEqual([]);
    });

    it('of one person come in pages and know the last visit', async () => {
      const { people, space } = await seedSpace(store());
      const spaces = [space];
      for (let i = 0; i < 4; i++) spaces.push((await seedSpace(store(), { people })).space);
      const savedAt = at(-3);
      await store().positions.save(space.id, [
        { userId: people.member.id, x: 1, y: 1, facing: 'up', savedAt },
        { userId: people.admin.id, x: 1, y: 1, facing: 'up', savedAt: at(-1) },
      ]);
      const mine = await readAll((page) => store().spaces.listOf(people.member.id, 'active', page), 2);
      expect(mine.map((row) => row.space)).toEqual(spaces.reverse());
      expect(mine.at(-1)).toMatchObject({ role: 'member', lastVisitAt: savedAt });
      expect(mine[0]?.lastVisitAt).toBeNull();
    });

    it.each(strangeKeys)('hold nothing after the key %j', async (after) => {
      const { people } = await seedSpace(store(), { visibility: 'public' });
      const page = { limit: 9, after };
      const nothing = { items: [], next: null };
      expect(await store().spaces.listPublic(page, null)).toEqual(nothing);
      expect(await store().spaces.listOf(people.owner.id, 'active', page)).toEqual(nothing);
    });
  });
}

function standingContract(store: StoreOf): void {
  describe('what somebody is to a space', () => {
    it('is their role, their ban and their kind', async () => {
      const { space, people } = await seedSpace(store());
      const of = (userId: string) => store().spaces.standing(space.id, userId, at(0));
      const nobody = { membership: null, isBanned: false, isOperator: false, isGuest: false };
      expect(asJson(await of(people.owner.id))).toEqual({ ...nobody, membership: 'owner' });
      expect(await of(people.guestMember.id)).toEqual({ ...nobody, membership: 'guest', isGuest: true });
      expect(await of(people.operator.id)).toEqual({ ...nobody, isOperator: true });
      expect(await of(people.stranger.id)).toEqual(nobody);
      expect(await of(people.guest.id)).toEqual({ ...nobody, isGuest: true });
      expect(await of(people.banned.id)).toEqual({ ...nobody, isBanned: true });
      expect(await of(unknownId())).toBeNull();
      expect(await store().spaces.standing(unknownId(), people.owner.id, at(0))).toEqual(nobody);
    });

    it('is the same for many people at once', async () => {
      const { space, people } = await seedSpace(store());
      const known = Object.values(people).map(({ id }) => id);
      const found = await store().spaces.standingOfMany(space.id, [...known, unknownId()], at(0));
      expect([...found.keys()].sort()).toEqual(known.sort());
      for (const id of known) {
        expect(found.get(id)).toEqual(await store().spaces.standing(space.id, id, at(0)));
      }
    });

    it('is free of a ban that has ended', async () => {
      const { space, people, ban } = await seedSpace(store());
      await store().bans.put({ ...ban, expiresAt: at(10) });
      const isBanned = async (now: string) =>
        (await store().spaces.standing(space.id, people.banned.id, now))?.isBanned;
      expect(await isBanned(at(9))).toBe(true);
      expect(await isBanned(at(10))).toBe(false);
    });

    it('is known for several spaces at once', async () => {
      const { space, people } = await seedSpace(store());
      const other = await seedSpace(store());
      await store().positions.save(space.id, [
        { userId: people.member.id, x: 1, y: 1, facing: 'up', savedAt: at(-3) },
      ]);
      const ids = [space.id, other.space.id, unknownId(), space.id];
      const of = async (userId: string) =>
        (await store().spaces.standings(ids, userId, at(0))).sort((a, b) => (a.spaceId < b.spaceId ? -1 : 1));
      const nothing = { membership: null, isBanned: false, lastVisitAt: null };
      expect(asJson(await of(people.member.id))).toEqual([
        { ...nothing, spaceId: space.id, membership: 'member', lastVisitAt: at(-3) },
        { ...nothing, spaceId: other.space.id },
      ]);
      expect(await of(people.banned.id)).toMatchObject([{ isBanned: true }, { isBanned: false }]);
      expect(await of(unknownId())).toEqual([]);
      expect(await store().spaces.standings([], people.member.id, at(0))).toEqual([]);
    });

    it('follows a guest who becomes an account', async () => {
      const { space } = await seedSpace(store());
      const guest = await seedGuest(store(), 'Gus');
      await store().identities.link({
        provider: 'github',
        subject: guest.id,
        userId: guest.id,
        linkedAt: at(0),
      });
      expect(await store().spaces.standing(space.id, guest.id, at(0))).toMatchObject({ isGuest: false });
    });
  });
}

export function spacesContract(store: StoreOf): void {
  makingContract(store);
  changingContract(store);
  listingContract(store);
  standingContract(store);
}
