import { describe, expect, it } from 'vitest';
import { seedSpace } from '../testing/seed.ts';
import { seedChatroom } from '../testing/seedChat.ts';
import { at, type StoreOf } from './common.ts';

/** Who owns a room after its owner's account was deleted. */
export function chatroomHeirsContract(store: StoreOf): void {
  /** A room of the moderator's, who owns no space. */
  async function seedRoom(
    others: readonly { who: 'admin' | 'member' | 'guestMember'; role: 'admin' | 'member' }[],
  ) {
    const { space, people } = await seedSpace(store());
    const owner = people.moderator;
    const { id } = await seedChatroom(store(), space.id, [{ userId: owner.id, role: 'owner' }]);
    for (const [index, { who, role }] of others.entries()) {
      await store().chatrooms.putMember({ roomId: id, userId: people[who].id, role, joinedAt: at(index) });
    }
    const roles = async () =>
      new Map((await store().chatrooms.members(id)).map(({ userId, role }) => [userId, role]));
    return { id, people, owner, roles };
  }

  describe('a chatroom whose only owner deletes their account', () => {
    it('goes to the admin who has been there the longest', async () => {
      const { people, owner, roles } = await seedRoom([
        { who: 'member', role: 'member' },
        { who: 'guestMember', role: 'admin' },
        { who: 'admin', role: 'admin' },
      ]);
      await store().users.anonymise(owner.id);
      expect(await roles()).toEqual(
        new Map([
          [people.member.id, 'member'],
          [people.guestMember.id, 'owner'],
          [people.admin.id, 'admin'],
        ]),
      );
    });

    it('goes to the member who has been there the longest when there is no admin', async () => {
      const { people, owner, roles } = await seedRoom([
        { who: 'admin', role: 'member' },
        { who: 'member', role: 'member' },
      ]);
      await store().users.anonymise(owner.id);
      expect((await roles()).get(people.admin.id)).toBe('owner');
      expect((await roles()).get(people.member.id)).toBe('member');
    });

    it('stays with another owner', async () => {
      const { id, people, owner, roles } = await seedRoom([
        { who: 'admin', role: 'admin' },
        { who: 'member', role: 'member' },
      ]);
      await store().chatrooms.putMember({
        roomId: id,
        userId: people.member.id,
        role: 'owner',
        joinedAt: at(1),
      });
      await store().users.anonymise(owner.id);
      expect((await roles()).get(people.admin.id)).toBe('admin');
      expect((await roles()).get(people.member.id)).toBe('owner');
    });

    it('is left alone when nobody else is in it', async () => {
      const { id, owner, roles } = await seedRoom([]);
      await store().users.anonymise(owner.id);
      expect(await roles()).toEqual(new Map());
      expect(await store().chatrooms.find(id)).toMatchObject({ memberCount: 0 });
    });
  });
}
