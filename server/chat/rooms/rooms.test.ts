import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRoomPlace, type RoomPlace } from '../testing/roomPlace.ts';
import { ensureDefaultRoom } from './defaultRoom.ts';

let place: RoomPlace;
beforeEach(async () => {
  place = await openRoomPlace();
});

const listOf = async (userId: string) =>
  (await place.ask(userId, 'list-rooms', { spaceId: place.spaceId })).rooms;

const generalOf = async (userId: string) => {
  const general = (await listOf(userId)).find(({ isDefault }) => isDefault);
  if (general === undefined) throw new Error('There is no default room.');
  return general;
};

const create = (userId: string, name: string, isPrivate = false) =>
  place.ask(userId, 'create-room', { spaceId: place.spaceId, name, description: '', isPrivate });

describe('rooms', () => {
  it('R1: have names of their own, whatever the case', async () => {
    const { people, codeOf, ask } = place;
    await create(people.member.id, 'Küche', true);
    expect(await codeOf(create(people.owner.id, 'KÜCHE'))).toBe('conflict');
    expect(await codeOf(create(people.owner.id, 'general'))).toBe('conflict');
    const roomId = await place.room(people.owner.id, { name: 'Garden' });
    expect(await codeOf(ask(people.owner.id, 'edit-room', { roomId, name: 'küche' }))).toBe('conflict');
    expect(await codeOf(ask(people.owner.id, 'edit-room', { roomId, name: 'GARDEN' }))).toBe('done');
  });

  it('R2: one is everybody’s, and each gets in by opening the chat', async () => {
    const { people, told } = place;
    const general = await generalOf(people.guestMember.id);
    expect(general).toMatchObject({ name: 'General', role: 'member', isPrivate: false, memberCount: 1 });
    expect(told).toEqual([`added ${general.id} ${people.guestMember.id}`]);
    expect(await generalOf(people.admin.id)).toMatchObject({ id: general.id, role: 'admin', memberCount: 2 });
    expect((await generalOf(people.admin.id)).memberCount).toBe(2);
    expect(await place.codeOf(listOf(people.banned.id))).toBe('banned');
  });

  it('R2: it is made once, also when many come first, and under another name where its own is taken', async () => {
    const { people } = place;
    const ids = await Promise.all([people.owner, people.admin, people.member].map(({ id }) => generalOf(id)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    const other = await openRoomPlace();
    const plain = { kind: 'room', name: 'general', description: '', isPrivate: false } as const;
    const at = { createdAt: new Date().toISOString(), createdBy: null, directKey: null };
    const rest = { id: uuidv7(), spaceId: other.spaceId, isDefault: false, slowModeS: 0 };
    await other.store.chatrooms.create({ ...plain, ...at, ...rest }, []);
    expect((await ensureDefaultRoom(other.context, other.spaceId)).name).toBe('General 2');
  });

  it('R2: its admins are those of the space, as they are now', async () => {
    const { people, spaceId, store, ask, codeOf, context } = place;
    const { id: roomId } = await generalOf(people.admin.id);
    const slower = (userId: string) => codeOf(ask(userId, 'edit-room', { roomId, slowModeS: 10 }));
    expect(await slower(people.admin.id)).toBe('done');
    await store.memberships.setRole(spaceId, people.admin.id, 'member');
    await context.telling.stale({ spaceId, userId: people.admin.id });
    expect(await slower(people.admin.id)).toBe('forbidden');
    expect((await generalOf(people.admin.id)).role).toBe('member');
    await generalOf(people.member.id);
    expect(await slower(people.member.id)).toBe('forbidden');
  });

  it('R3: the default one is kept by all', async () => {
    const { people, ask, codeOf } = place;
    const { id: roomId } = await generalOf(people.owner.id);
    const member = people.member.id;
    await generalOf(member);
    const as = people.owner.id;
    expect(await codeOf(ask(as, 'quit-room', { roomId }))).toBe('forbidden');
    expect(await codeOf(ask(as, 'delete-room', { roomId }))).toBe('forbidden');
    expect(await codeOf(ask(as, 'edit-room', { roomId, isPrivate: true }))).toBe('forbidden');
    expect(await codeOf(ask(as, 'remove-room-member', { roomId, userId: member }))).toBe('forbidden');
    expect(await codeOf(ask(as, 'set-room-member', { roomId, userId: member, role: 'owner' }))).toBe(
      'forbidden',
    );
  });

  it('R4: are made by members, who own them; not by guests, strangers, muted or banned people', async () => {
    const { people, codeOf, told, ask, spaceId } = place;
    const { room } = await create(people.member.id, 'Lunch');
    expect(room).toMatchObject({ name: 'Lunch', kind: 'room', role: 'owner', memberCount: 1 });
    expect(told).toEqual([`added ${room.id} ${people.member.id}`, `offered ${room.id}`]);
    expect(await codeOf(create(people.guestMember.id, 'A'))).toBe('forbidden');
    expect(await codeOf(create(people.stranger.id, 'B'))).toBe('forbidden');
    expect(await codeOf(create(people.banned.id, 'C'))).toBe('banned');
    await ask(people.owner.id, 'mute-person', { spaceId, userId: people.member.id, reason: '', forS: null });
    expect(await codeOf(create(people.member.id, 'D'))).toBe('muted');
  });

  it('R5: keep their members when they turn private or public', async () => {
    const { people, ask, codeOf, told } = place;
    const roomId = await place.room(people.member.id, { members: [people.moderator.id] });
    await ask(people.member.id, 'edit-room', { roomId, isPrivate: true });
    expect(told.slice(-2)).toEqual([`changed ${roomId}`, `offered ${roomId}`]);
    expect(await codeOf(ask(people.moderator.id, 'get-room', { roomId }))).toBe('done');
    expect(await codeOf(ask(people.admin.id, 'get-room', { roomId }))).toBe('not_found');
    const { room } = await ask(people.member.id, 'edit-room', { roomId, isPrivate: false });
    expect(room).toMatchObject({ memberCount: 2, isPrivate: false });
    expect(await codeOf(ask(people.admin.id, 'get-room', { roomId }))).toBe('done');
  });

  it('are edited by their admins and owners only, and an edit of nothing is none', async () => {
    const { people, ask, codeOf } = place;
    const roomId = await place.room(people.member.id, { name: 'Garden' });
    const { room } = await ask(people.member.id, 'edit-room', { roomId, name: 'Garden' });
    expect(room.version).toBe(1);
    await ask(people.member.id, 'edit-room', { roomId, description: 'Green', slowModeS: 5 });
    expect((await ask(people.member.id, 'get-room', { roomId })).room).toMatchObject({
      description: 'Green',
      slowModeS: 5,
      version: 2,
    });
    expect(await codeOf(ask(people.owner.id, 'edit-room', { roomId, name: 'Mine' }))).toBe('forbidden');
  });

  it('R8: private ones end with their last member, public ones stay', async () => {
    const { people, ask, store, told } = place;
    const hidden = await place.room(people.member.id, { isPrivate: true });
    const open = await place.room(people.member.id);
    await ask(people.member.id, 'quit-room', { roomId: hidden });
    await ask(people.member.id, 'quit-room', { roomId: open });
    expect(await store.chatrooms.find(hidden)).toBeNull();
    expect(told).toContain(`gone ${hidden}`);
    expect(await store.chatrooms.find(open)).toMatchObject({ memberCount: 0 });
    await ask(people.member.id, 'quit-room', { roomId: open });
  });

  it('R9: are deleted by their owners and admins of the space', async () => {
    const { people, ask, codeOf, told } = place;
    const roomId = await place.room(people.member.id, { members: [people.moderator.id] });
    await place.write(roomId, people.member.id);
    expect(await codeOf(ask(people.moderator.id, 'delete-room', { roomId }))).toBe('forbidden');
    expect(await codeOf(ask(people.admin.id, 'delete-room', { roomId }))).toBe('done');
    expect(told.at(-1)).toBe(`gone ${roomId}`);
    expect(await codeOf(ask(people.member.id, 'get-room', { roomId }))).toBe('not_found');
    const hidden = await place.room(people.member.id, { isPrivate: true });
    expect(await codeOf(ask(people.owner.id, 'delete-room', { roomId: hidden }))).toBe('not_found');
    expect(await codeOf(ask(people.member.id, 'delete-room', { roomId: hidden }))).toBe('done');
  });

  it('R10: closed ones answer like none', async () => {
    const { people, ask, codeOf } = place;
    const roomId = await place.room(people.member.id, { isPrivate: true });
    const as = people.owner.id;
    const userId = people.admin.id;
    for (const id of [roomId, uuidv7()]) {
      expect(await codeOf(ask(as, 'get-room', { roomId: id }))).toBe('not_found');
      expect(await codeOf(ask(as, 'enter-room', { roomId: id }))).toBe('not_found');
      expect(await codeOf(ask(as, 'quit-room', { roomId: id }))).toBe('not_found');
      expect(await codeOf(ask(as, 'edit-room', { roomId: id, name: 'x' }))).toBe('not_found');
      expect(await codeOf(ask(as, 'list-room-members', { roomId: id }))).toBe('not_found');
      expect(await codeOf(ask(as, 'may-upload', { roomId: id }))).toBe('not_found');
      expect(await codeOf(ask(as, 'remove-room-member', { roomId: id, userId }))).toBe('not_found');
      const put = ask(as, 'set-room-member', { roomId: id, userId, role: 'member' });
      expect(await codeOf(put)).toBe('not_found');
    }
    expect((await listOf(as)).map(({ id }) => id)).not.toContain(roomId);
  });

  it('M7: are in the audit log, private ones without their name', async () => {
    const { people, ask, audit } = place;
    const roomId = await place.room(people.member.id, { name: 'Garden' });
    await ask(people.member.id, 'edit-room', { roomId, isPrivate: true, slowModeS: 1 });
    await ask(people.member.id, 'delete-room', { roomId });
    expect(await audit()).toEqual([
      { action: 'chatroom.create', targetId: null, detail: { roomId, room: 'Garden', isPrivate: false } },
      { action: 'chatroom.edit', targetId: null, detail: { roomId, fields: ['isPrivate', 'slowModeS'] } },
      { action: 'chatroom.delete', targetId: null, detail: { roomId } },
    ]);
  });
});
