import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ChatroomRepository, Draft, RoomMember } from '../ports/chat.ts';
import { seedSpace } from '../testing/seed.ts';
import { newChatroom, newMessage, seedChatroom } from '../testing/seedChat.ts';
import { chatroomHeirsContract } from './chatroomHeirs.ts';
import { asJson, at, count, hostileTexts, type StoreOf, unknownId } from './common.ts';

/** A space with people, and the store's rooms. */
async function place(store: StoreOf) {
  const seeded = await seedSpace(store());
  const { owner, admin, member, guestMember } = seeded.people;
  const rooms: ChatroomRepository = store().chatrooms;
  return {
    ...seeded,
    rooms,
    spaceId: seeded.space.id,
    alice: owner,
    bob: admin,
    carol: member,
    dan: guestMember,
  };
}

const roleOf = (members: RoomMember[], userId: string) =>
  members.find((member) => member.userId === userId)?.role;

function makingContract(store: StoreOf): void {
  describe('chatrooms', () => {
    it('are made with their first members and found', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const room = newChatroom(spaceId, { createdBy: alice.id, description: 'Words', slowModeS: 5 });
      const members = [
        { userId: alice.id, role: 'owner' as const },
        { userId: bob.id, role: 'member' as const },
      ];
      expect(await rooms.create(room, members)).toBe('ok');
      const found = asJson(await rooms.find(room.id));
      const fresh = { lastSeq: 0, messageCount: 0, lastMessageAt: null, version: 1 };
      expect(found).toEqual({ ...room, ...fresh, memberCount: 2 });
      expect(await rooms.findMany([room.id, unknownId()])).toEqual([found]);
      expect(await rooms.find(unknownId())).toBeNull();
      expect(await rooms.findMany([])).toEqual([]);
      const joined = { roomId: room.id, joinedAt: room.createdAt, readSeq: 0 };
      expect(asJson(await rooms.members(room.id))).toEqual(
        members.map((member) => ({ ...joined, ...member })).sort((a, b) => (a.userId < b.userId ? -1 : 1)),
      );
    });

    it('have names that differ in more than case, width and how letters are composed', async () => {
      const { spaceId, rooms } = await place(store);
      const other = await place(store);
      await seedChatroom(store(), spaceId, [], { name: 'Café' });
      for (const name of ['Café', 'CAFÉ', 'cafe\u0301', 'ＣＡＦÉ']) {
        expect(await rooms.create(newChatroom(spaceId, { name, isPrivate: true }), [])).toBe('conflict');
      }
      expect(await rooms.create(newChatroom(spaceId, { name: 'Cafe' }), [])).toBe('ok');
      expect(await rooms.create(newChatroom(other.spaceId, { name: 'Café' }), [])).toBe('ok');
    });

    it('get a name once, also when many ask at the same moment', async () => {
      const { spaceId, rooms } = await place(store);
      const made = await Promise.all(
        [1, 2, 3, 4].map(() => rooms.create(newChatroom(spaceId, { name: 'Lunch' }), [])),
      );
      expect(count<string>(made, 'ok')).toBe(1);
    });

    it('are the default of a space once, and direct once for two people', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const asDefault = await Promise.all(
        ['General', 'Common'].map((name) =>
          rooms.create(newChatroom(spaceId, { name, isDefault: true }), []),
        ),
      );
      expect(asDefault.sort()).toEqual(['conflict', 'ok']);
      expect(await rooms.findDefault(spaceId)).toMatchObject({ isDefault: true, spaceId });
      const directKey = `${alice.id}:${bob.id}`;
      const direct = { kind: 'direct', isPrivate: true, name: '', directKey } as const;
      const asDirect = await Promise.all(
        [1, 2, 3].map(() =>
          rooms.create(newChatroom(spaceId, direct), [{ userId: alice.id, role: 'member' }]),
        ),
      );
      expect(count<string>(asDirect, 'ok')).toBe(1);
      expect(await rooms.findDirect(spaceId, directKey)).toMatchObject({ directKey, memberCount: 1 });
      const another = { ...direct, directKey: `${alice.id}:${unknownId()}` };
      expect(await rooms.create(newChatroom(spaceId, another), [])).toBe('ok');
      expect(await rooms.findDirect(spaceId, 'nobody')).toBeNull();
    });

    it('are of spaces and people who exist', async () => {
      const { spaceId, rooms } = await place(store);
      await expect(rooms.create(newChatroom(unknownId()), [])).rejects.toThrow();
      const nobody = [{ userId: unknownId(), role: 'owner' as const }];
      const room = newChatroom(spaceId);
      await expect(rooms.create(room, nobody)).rejects.toThrow();
      expect(await rooms.find(room.id)).toBeNull();
    });

    it('are edited, and keep what is not named', async () => {
      const { spaceId, rooms, alice } = await place(store);
      const room = await seedChatroom(store(), spaceId, [{ userId: alice.id, role: 'owner' }]);
      const edited = await rooms.edit(room.id, { name: 'Plans', isPrivate: true, description: undefined });
      expect(asJson(edited)).toEqual({ ...room, name: 'Plans', isPrivate: true, version: 2 });
      expect(await rooms.edit(room.id, { slowModeS: 30 })).toMatchObject({ slowModeS: 30, version: 3 });
      await seedChatroom(store(), spaceId, [], { name: 'Other' });
      expect(await rooms.edit(room.id, { name: 'OTHER', slowModeS: 1 })).toBe('conflict');
      expect(await rooms.find(room.id)).toMatchObject({ name: 'Plans', slowModeS: 30, version: 3 });
      expect(await rooms.edit(room.id, { name: 'PLANS' })).toMatchObject({ name: 'PLANS' });
      expect(await rooms.edit(unknownId(), { name: 'None' })).toBeNull();
    });

    it.each(hostileTexts.filter((text) => !text.includes('\0')))('may be called %j', async (name) => {
      const { spaceId } = await place(store);
      expect(await seedChatroom(store(), spaceId, [], { name })).toMatchObject({ name });
    });
  });
}

function listContract(store: StoreOf): void {
  describe('the list of chatrooms', () => {
    it('holds public rooms and one’s own, by name', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const other = await place(store);
      await seedChatroom(store(), other.spaceId, [{ userId: alice.id, role: 'owner' }]);
      const owner = [{ userId: alice.id, role: 'owner' as const }];
      await seedChatroom(store(), spaceId, owner, { name: 'zebra' });
      await seedChatroom(store(), spaceId, [], { name: 'Apple' });
      await seedChatroom(store(), spaceId, owner, { name: 'mine', isPrivate: true });
      await seedChatroom(store(), spaceId, [{ userId: bob.id, role: 'owner' }], {
        name: 'theirs',
        isPrivate: true,
      });
      const list = asJson(await rooms.listFor(spaceId, alice.id));
      expect(list.map(({ room }) => room.name)).toEqual(['Apple', 'mine', 'zebra']);
      expect(list.map(({ member }) => member?.role ?? null)).toEqual([null, 'owner', 'owner']);
      expect((await rooms.listFor(spaceId, unknownId())).map(({ room }) => room.name)).toEqual([
        'Apple',
        'zebra',
      ]);
    });

    it('is the same for many people at once', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const both = [
        { userId: alice.id, role: 'owner' as const },
        { userId: bob.id, role: 'member' as const },
      ];
      const room = await seedChatroom(store(), spaceId, both, { name: 'zebra' });
      await seedChatroom(store(), spaceId, [], { name: 'Apple' });
      await seedChatroom(store(), spaceId, both.slice(0, 1), { name: 'mine', isPrivate: true });
      const [appended] = await store().chatLog.append([newMessage(room.id, alice.id)]);
      expect(appended?.ok).toBe(true);
      const stranger = unknownId();
      const lists = await rooms.listForMany(spaceId, [alice.id, bob.id, stranger]);
      for (const userId of [alice.id, bob.id, stranger]) {
        expect(lists.get(userId)).toEqual(await rooms.listFor(spaceId, userId));
      }
      expect(lists.get(bob.id)?.map(({ room, unreadCount }) => [room.name, unreadCount])).toEqual([
        ['Apple', 0],
        ['zebra', 1],
      ]);
      expect(lists.get(alice.id)?.map(({ room, member }) => [room.memberCount, member?.role])).toEqual([
        [0, undefined],
        [1, 'owner'],
        [2, 'owner'],
      ]);
      expect(await rooms.listForMany(spaceId, [])).toEqual(new Map());
    });

    it('counts what is unread, and what of it is meant for the person', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const room = await seedChatroom(store(), spaceId, [
        { userId: alice.id, role: 'owner' },
        { userId: bob.id, role: 'member' },
      ]);
      const write = async (draft: Draft) => {
        const [appended] = await store().chatLog.append([draft]);
        expect(appended?.ok).toBe(true);
      };
      const first = newMessage(room.id, alice.id);
      await write(first);
      await write({ ...newMessage(room.id, bob.id), mentions: [{ userId: alice.id, name: 'Olga' }] });
      await write({ ...newMessage(room.id, bob.id), replyTo: first.id });
      const reaction = { kind: 'react', messageId: first.id, emoji: '👍', isOn: true } as const;
      await write({ roomId: room.id, userId: bob.id, clientId: uuidv7(), at: at(0), ...reaction });
      await rooms.markRead([{ roomId: room.id, userId: alice.id, seq: 1 }]);
      const of = async (userId: string) => asJson(await rooms.of(room.id, userId));
      expect(await of(alice.id)).toMatchObject({
        room: { lastSeq: 4, messageCount: 3 },
        member: { readSeq: 1, role: 'owner' },
        unreadCount: 2,
        mentionCount: 2,
      });
      expect((await rooms.listFor(spaceId, alice.id))[0]).toEqual(await of(alice.id));
      await rooms.markRead([{ roomId: room.id, userId: alice.id, seq: 2 }]);
      expect(await of(alice.id)).toMatchObject({ unreadCount: 1, mentionCount: 1 });
      await rooms.markRead([{ roomId: room.id, userId: alice.id, seq: 4 }]);
      expect(await of(alice.id)).toMatchObject({ member: { readSeq: 4 }, unreadCount: 0, mentionCount: 0 });
      expect(await of(unknownId())).toMatchObject({ member: null, unreadCount: 0, mentionCount: 0 });
      expect(await rooms.of(unknownId(), alice.id)).toBeNull();
    });

    it('has marks that neither go back nor ahead of the log', async () => {
      const { spaceId, rooms, alice, bob, carol } = await place(store);
      const room = await seedChatroom(store(), spaceId, [
        { userId: alice.id, role: 'owner' },
        { userId: bob.id, role: 'member' },
      ]);
      await store().chatLog.append([1, 2, 3].map(() => newMessage(room.id, bob.id)));
      const mark = (userId: string, seq: number, roomId = room.id) => ({ roomId, userId, seq });
      await rooms.markRead([]);
      await rooms.markRead([
        mark(alice.id, 2),
        mark(alice.id, 1),
        mark(bob.id, Number.MAX_SAFE_INTEGER),
        mark(carol.id, 3),
        mark(alice.id, 3, unknownId()),
      ]);
      await rooms.markRead([mark(alice.id, 0), mark(bob.id, 1)]);
      const read = Object.fromEntries((await rooms.members(room.id)).map((row) => [row.userId, row.readSeq]));
      expect(read).toEqual({ [alice.id]: 2, [bob.id]: 3 });
    });
  });
}

function membersContract(store: StoreOf): void {
  describe('members of chatrooms', () => {
    it('are added once, and changed', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const room = await seedChatroom(store(), spaceId, [{ userId: alice.id, role: 'owner' }]);
      const member = { roomId: room.id, userId: bob.id, role: 'member', joinedAt: at(1) } as const;
      const added = await Promise.all([1, 2, 3].map(() => rooms.putMember(member)));
      expect(count<string>(added, 'added')).toBe(1);
      expect(await rooms.putMember({ ...member, role: 'admin', joinedAt: at(2) })).toBe('changed');
      const known = (await rooms.members(room.id)).find(({ userId }) => userId === bob.id);
      expect(known).toEqual({ ...member, role: 'admin', readSeq: 0 });
      expect(await rooms.find(room.id)).toMatchObject({ memberCount: 2 });
    });

    it('may come with a mark, which lies within the log', async () => {
      const { spaceId, rooms, alice, bob, carol } = await place(store);
      const room = await seedChatroom(store(), spaceId, [{ userId: alice.id, role: 'owner' }]);
      await store().chatLog.append([newMessage(room.id, alice.id), newMessage(room.id, alice.id)]);
      const member = { roomId: room.id, role: 'member', joinedAt: at(1) } as const;
      await rooms.putMember({ ...member, userId: bob.id, readSeq: 1 });
      await rooms.putMember({ ...member, userId: carol.id, readSeq: 99 });
      expect(await rooms.of(room.id, bob.id)).toMatchObject({ member: { readSeq: 1 }, unreadCount: 1 });
      expect(await rooms.of(room.id, carol.id)).toMatchObject({ member: { readSeq: 2 }, unreadCount: 0 });
      await rooms.putMember({ ...member, userId: carol.id, role: 'admin', readSeq: 0 });
      expect(await rooms.of(room.id, carol.id)).toMatchObject({ member: { readSeq: 2, role: 'admin' } });
    });

    it('are of rooms and people who exist', async () => {
      const { spaceId, rooms, alice } = await place(store);
      const room = await seedChatroom(store(), spaceId, []);
      const member = { roomId: room.id, userId: alice.id, role: 'member', joinedAt: at(0) } as const;
      await expect(rooms.putMember({ ...member, roomId: unknownId() })).rejects.toThrow();
      await expect(rooms.putMember({ ...member, userId: unknownId() })).rejects.toThrow();
    });

    it('keep one owner', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const room = await seedChatroom(store(), spaceId, [
        { userId: alice.id, role: 'owner' },
        { userId: bob.id, role: 'member' },
      ]);
      const asMember = { roomId: room.id, role: 'member', joinedAt: at(0) } as const;
      expect(await rooms.putMember({ ...asMember, userId: alice.id })).toBe('last_owner');
      expect(await rooms.removeMember(room.id, alice.id)).toBe('last_owner');
      await rooms.putMember({ ...asMember, userId: bob.id, role: 'owner' });
      const both = await Promise.all(
        [alice, bob].map(({ id }) => rooms.putMember({ ...asMember, userId: id })),
      );
      expect(both.sort()).toEqual(['changed', 'last_owner']);
      const owners = (await rooms.members(room.id)).filter(({ role }) => role === 'owner');
      expect(owners).toHaveLength(1);
    });

    it('keep one owner when all owners leave at the same moment', async () => {
      const { spaceId, rooms, alice, bob, carol } = await place(store);
      const room = await seedChatroom(store(), spaceId, [
        { userId: alice.id, role: 'owner' },
        { userId: bob.id, role: 'owner' },
        { userId: carol.id, role: 'member' },
      ]);
      const left = await Promise.all([alice, bob].map(({ id }) => rooms.removeMember(room.id, id)));
      expect(left.sort()).toEqual(['last_owner', 'ok']);
    });

    it('are removed, the last of a room too', async () => {
      const { spaceId, rooms, alice, bob } = await place(store);
      const room = await seedChatroom(store(), spaceId, [
        { userId: alice.id, role: 'owner' },
        { userId: bob.id, role: 'member' },
      ]);
      expect(await rooms.removeMember(room.id, unknownId())).toBe('not_found');
      expect(await rooms.removeMember(unknownId(), alice.id)).toBe('not_found');
      expect(await rooms.removeMember(room.id, bob.id)).toBe('ok');
      expect(roleOf(await rooms.members(room.id), bob.id)).toBeUndefined();
      expect(await rooms.removeMember(room.id, alice.id)).toBe('ok');
      expect(await rooms.find(room.id)).toMatchObject({ memberCount: 0 });
    });
  });
}

export function chatroomsContract(store: StoreOf): void {
  makingContract(store);
  listContract(store);
  membersContract(store);
  chatroomHeirsContract(store);
}
