import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { newSpace, seedAccount, seedGuest, seedSpace } from '../testing/seed.ts';
import { asJson, at, count, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

const everybody = { role: null, query: null };

export function membershipsContract(store: StoreOf): void {
  const withTwoOwners = async () => {
    const seeded = await seedSpace(store());
    await store().memberships.add(seeded.space.id, seeded.people.admin.id, 'owner', at(0));
    return seeded;
  };
  const owners = async (spaceId: string) =>
    (await store().memberships.list(spaceId, { limit: 99, after: null }, { role: 'owner', query: null }))
      .items;

  describe('memberships', () => {
    it('show the person as others see them', async () => {
      const { space, people } = await seedSpace(store());
      await store().users.update(people.guestMember.id, { cast: 'mira', pronouns: 'she/her' }, null);
      expect(asJson(await store().memberships.find(space.id, people.guestMember.id))).toMatchObject({
        spaceId: space.id,
        userId: people.guestMember.id,
        role: 'guest',
        isGuest: true,
        name: 'Gina',
        cast: 'mira',
        pronouns: 'she/her',
      });
      expect(await store().memberships.find(space.id, people.stranger.id)).toBeNull();
      expect(await store().memberships.find(unknownId(), people.owner.id)).toBeNull();
    });

    it('are added, raised, and never lowered by adding', async () => {
      const { space, people } = await seedSpace(store());
      const add = (role: 'guest' | 'member' | 'admin', joinedAt: string) =>
        store().memberships.add(space.id, people.stranger.id, role, joinedAt);
      expect(await add('member', at(1))).toBe('member');
      expect(await add('admin', at(2))).toBe('admin');
      expect(await add('guest', at(3))).toBe('admin');
      expect(await store().memberships.find(space.id, people.stranger.id)).toMatchObject({
        role: 'admin',
        joinedAt: at(1),
      });
    });

    it('take the highest of roles given at the same moment', async () => {
      const { space, people } = await seedSpace(store());
      const roles = ['guest', 'moderator', 'member', 'guest', 'member'] as const;
      await Promise.all(
        roles.map((role) => store().memberships.add(space.id, people.stranger.id, role, at(0))),
      );
      expect((await store().memberships.find(space.id, people.stranger.id))?.role).toBe('moderator');
    });

    it('join people and spaces that exist', async () => {
      const { space, people } = await seedSpace(store());
      await expect(store().memberships.add(space.id, unknownId(), 'member', at(0))).rejects.toThrow();
      await expect(store().memberships.add(unknownId(), people.owner.id, 'member', at(0))).rejects.toThrow();
    });

    it('change their role and end', async () => {
      const { space, people } = await seedSpace(store());
      expect(await store().memberships.setRole(space.id, people.member.id, 'moderator')).toBe('ok');
      expect((await store().memberships.find(space.id, people.member.id))?.role).toBe('moderator');
      expect(await store().memberships.remove(space.id, people.member.id)).toBe('ok');
      expect(await store().memberships.remove(space.id, people.member.id)).toBe('not_found');
      expect(await store().memberships.setRole(space.id, people.member.id, 'guest')).toBe('not_found');
      expect(await store().memberships.setRole(unknownId(), people.member.id, 'guest')).toBe('not_found');
    });
  });

  describe('a role that was judged', () => {
    it('is changed or ended only while it is theirs', async () => {
      const { space, people } = await seedSpace(store());
      const { id } = people.member;
      expect(await store().memberships.setRole(space.id, id, 'guest', 'admin')).toBe('stale');
      expect(await store().memberships.remove(space.id, id, 'admin')).toBe('stale');
      expect((await store().memberships.find(space.id, id))?.role).toBe('member');
      expect(await store().memberships.setRole(space.id, id, 'admin', 'member')).toBe('ok');
      expect(await store().memberships.setRole(unknownId(), id, 'guest', 'admin')).toBe('not_found');
      expect(await store().memberships.remove(space.id, id, 'admin')).toBe('ok');
    });

    it('is changed by one of many who judged the same', async () => {
      const { space, people } = await seedSpace(store());
      const answers = await Promise.all(
        (['guest', 'moderator', 'admin'] as const).map((role) =>
          store().memberships.setRole(space.id, people.member.id, role, 'member'),
        ),
      );
      expect(answers.sort()).toEqual(['ok', 'stale', 'stale']);
    });
  });

  describe('the last owner', () => {
    it('stays an owner', async () => {
      const { space, people } = await seedSpace(store());
      expect(await store().memberships.setRole(space.id, people.owner.id, 'admin')).toBe('last_owner');
      expect(await store().memberships.remove(space.id, people.owner.id)).toBe('last_owner');
      expect(await store().memberships.setRole(space.id, people.owner.id, 'owner')).toBe('ok');
      expect(await owners(space.id)).toHaveLength(1);
    });

    it('may go when there is another one', async () => {
      const { space, people } = await withTwoOwners();
      expect(await store().memberships.setRole(space.id, people.owner.id, 'member')).toBe('ok');
      expect(await store().memberships.remove(space.id, people.admin.id)).toBe('last_owner');
    });

    it('is left when both step down at the same moment', async () => {
      const { space, people } = await withTwoOwners();
      const answers = await Promise.all(
        [people.owner, people.admin].map(({ id }) => store().memberships.setRole(space.id, id, 'admin')),
      );
      expect(answers.sort()).toEqual(['last_owner', 'ok']);
      expect(await owners(space.id)).toHaveLength(1);
    });

    it('is left when one steps down and the others leave', async () => {
      const { space, people } = await withTwoOwners();
      await store().memberships.add(space.id, people.member.id, 'owner', at(0));
      const answers = await Promise.all([
        store().memberships.remove(space.id, people.owner.id),
        store().memberships.setRole(space.id, people.admin.id, 'guest'),
        store().memberships.remove(space.id, people.member.id),
      ]);
      expect(count<string>(answers, 'last_owner')).toBe(1);
      expect(await owners(space.id)).toHaveLength(1);
    });

    it('is known with how many members depend on them', async () => {
      const { space, people } = await seedSpace(store());
      await seedSpace(store(), { people, deletedAt: at(0) });
      const alone = await store().spaces.create(newSpace({ name: 'Alone' }), people.owner.id);
      if (alone === 'slug_taken') throw new Error('A fresh slug was taken.');
      const sole = await store().memberships.soleOwnerships(people.owner.id);
      expect(asJson(sole).sort((a, b) => a.otherMembers - b.otherMembers)).toEqual([
        { spaceId: alone.id, name: 'Alone', otherMembers: 0 },
        { spaceId: space.id, name: space.name, otherMembers: 4 },
      ]);
      await store().memberships.add(space.id, people.member.id, 'owner', at(0));
      expect(await store().memberships.soleOwnerships(people.owner.id)).toHaveLength(1);
      expect(await store().memberships.soleOwnerships(people.member.id)).toEqual([]);
      expect(await store().memberships.soleOwnerships(unknownId())).toEqual([]);
    });
  });

  describe('memberships of one role', () => {
    it('end together, in one space', async () => {
      const { space, people } = await seedSpace(store());
      const other = await seedSpace(store(), { people });
      await store().memberships.add(space.id, people.guest.id, 'guest', at(0));
      const removed = await store().memberships.removeRole(space.id, 'guest');
      expect(removed.sort()).toEqual([people.guest.id, people.guestMember.id].sort());
      expect(await store().memberships.removeRole(space.id, 'guest')).toEqual([]);
      expect(await store().memberships.find(space.id, people.member.id)).not.toBeNull();
      expect(await store().memberships.find(other.space.id, people.guestMember.id)).not.toBeNull();
    });

    it('do not end for owners', async () => {
      const { space } = await seedSpace(store());
      await expect(store().memberships.removeRole(space.id, 'owner')).rejects.toThrow();
      expect(await owners(space.id)).toHaveLength(1);
    });
  });

  describe('lists of members', () => {
    const newCrowd = async () => {
      const alice = await seedAccount(store(), 'Alice');
      const space = newSpace({ createdAt: at(-99) });
      await store().spaces.create(space, alice.id);
      const ids = [alice.id];
      for (let i = 0; i < 7; i++) {
        const { id } = await seedGuest(store(), `Guest ${i}`);
        ids.push(id);
        // All at the same instant but the last two.
        await store().memberships.add(space.id, id, 'guest', at(i < 5 ? 0 : i));
      }
      return { space, ids };
    };

    it.each([1, 2, 3, 100])('are read to the end over ties in pages of %i, oldest first', async (limit) => {
      const { space, ids } = await newCrowd();
      const members = await readAll((page) => store().memberships.list(space.id, page, everybody), limit);
      expect(members.map(({ userId }) => userId)).toEqual(ids);
    });

    it('lose and repeat nobody while people come and go', async () => {
      const { space, ids } = await newCrowd();
      const first = await store().memberships.list(space.id, { limit: 3, after: null }, everybody);
      const [, second, third = ''] = ids;
      await store().memberships.remove(space.id, third);
      const early = await seedGuest(store(), 'Early');
      await store().memberships.add(space.id, early.id, 'guest', at(-50));
      const rest = await readAll(
        ({ limit, after }) =>
          store().memberships.list(space.id, { limit, after: after ?? first.next }, everybody),
        2,
      );
      expect(first.items[1]?.userId).toBe(second);
      expect([...first.items, ...rest].map(({ userId }) => userId)).toEqual(ids);
    });

    it('are narrowed by role and name', async () => {
      const { space, people } = await seedSpace(store());
      const list = async (filter: { role: 'member' | null; query: string | null }) =>
        (await store().memberships.list(space.id, { limit: 9, after: null }, filter)).items.map(
          ({ userId }) => userId,
        );
      expect(await list({ role: 'member', query: null })).toEqual([people.member.id]);
      expect(await list({ role: null, query: 'mON' })).toEqual([people.moderator.id]);
      expect(await list({ role: 'member', query: 'mon' })).toEqual([]);
      for (const query of ['%', '_', '\\']) expect(await list({ role: null, query })).toEqual([]);
    });

    it.each(strangeKeys)('hold nothing after the key %j', async (after) => {
      const { space } = await seedSpace(store());
      expect(await store().memberships.list(space.id, { limit: 9, after }, everybody)).toEqual({
        items: [],
        next: null,
      });
    });

    it('of no space are empty', async () => {
      expect(await store().memberships.list(uuidv7(), { limit: 9, after: null }, everybody)).toEqual({
        items: [],
        next: null,
      });
    });
  });
}
