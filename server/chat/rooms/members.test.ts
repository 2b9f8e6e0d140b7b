import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoomRole } from '#lib/domain/chat/rooms.ts';
import { seedAccount } from '../../persistence/testing/seed.ts';
import { openRoomPlace, type RoomPlace } from '../testing/roomPlace.ts';

let place: RoomPlace;
beforeEach(async () => {
  place = await openRoomPlace();
});

const put = (actorId: string, roomId: string, userId: string, role: RoomRole = 'member') =>
  place.codeOf(place.ask(actorId, 'set-room-member', { roomId, userId, role }));
const kick = (actorId: string, roomId: string, userId: string) =>
  place.codeOf(place.ask(actorId, 'remove-room-member', { roomId, userId }));
const rolesIn = async (actorId: string, roomId: string) => {
  const { members } = await place.ask(actorId, 'list-room-members', { roomId });
  return Object.fromEntries(members.map(({ person, role }) => [person.id, role]));
};
const block = async (userId: string, blockedId: string) => {
  await place.store.blocks.put({ userId, blockedId, createdAt: new Date().toISOString() });
  await place.context.telling.stale({ userId });
};

describe('members of rooms', () => {
  it('R6: come into public rooms by themselves, with nothing unread', async () => {
    const { people, ask, told } = place;
    const roomId = await place.room(people.member.id);
    await place.write(roomId, people.member.id);
    const { room } = await ask(people.guestMember.id, 'enter-room', { roomId });
    expect(room).toMatchObject({ role: 'member', unreadCount: 0, readSeq: 1, memberCount: 2 });
    expect(told.at(-1)).toBe(`added ${roomId} ${people.guestMember.id}`);
    const toldBefore = told.length;
    await ask(people.guestMember.id, 'enter-room', { roomId });
    expect(told).toHaveLength(toldBefore);
  });

  it('R7: keep an owner', async () => {
    const { people, ask, codeOf } = place;
    const [alice, bob] = [people.member.id, people.moderator.id];
    const roomId = await place.room(alice, { members: [bob] });
    expect(await codeOf(ask(alice, 'quit-room', { roomId }))).toBe('last_owner');
    expect(await put(alice, roomId, alice, 'member')).toBe('last_owner');
    expect(await put(alice, roomId, bob, 'owner')).toBe('done');
    expect(await put(alice, roomId, alice, 'member')).toBe('done');
    expect(await codeOf(ask(bob, 'remove-room-member', { roomId, userId: bob }))).toBe('last_owner');
    expect(await codeOf(ask(alice, 'quit-room', { roomId }))).toBe('done');
    expect(await codeOf(ask(bob, 'quit-room', { roomId }))).toBe('done');
  });

  it('R11: are added by admins of the room, from among people of the space', async () => {
    const { people, told, store } = place;
    const { member, moderator, admin, guestMember, stranger, banned, owner } = people;
    const roomId = await place.room(member.id, { isPrivate: true });
    expect(await put(member.id, roomId, admin.id)).toBe('done');
    expect(told.at(-1)).toBe(`added ${roomId} ${admin.id}`);
    expect(await put(member.id, roomId, banned.id)).toBe('not_found');
    expect(await put(member.id, roomId, stranger.id)).toBe('not_found');
    expect(await put(member.id, roomId, uuidv7())).toBe('not_found');
    expect(await put(moderator.id, roomId, moderator.id)).toBe('not_found');
    await place.ask(stranger.id, 'list-rooms', { spaceId: place.spaceId });
    expect(await put(member.id, roomId, stranger.id)).toBe('done');
    expect(await put(admin.id, roomId, guestMember.id)).toBe('forbidden');
    const other = await openRoomPlace();
    const foreign = await seedAccount(store, 'Fred');
    expect(await put(member.id, roomId, foreign.id)).toBe('not_found');
    expect(await put(other.people.owner.id, roomId, owner.id)).toBe('not_found');
  });

  it('R11: with what was written before them read', async () => {
    const { people, ask } = place;
    const roomId = await place.room(people.member.id, { isPrivate: true });
    await place.write(roomId, people.member.id);
    await put(people.member.id, roomId, people.admin.id);
    expect((await ask(people.admin.id, 'get-room', { roomId })).room.unreadCount).toBe(0);
  });

  it('R12: are not added across a block, whoever put it', async () => {
    const { people } = place;
    const roomId = await place.room(people.member.id);
    await block(people.admin.id, people.member.id);
    await block(people.member.id, people.moderator.id);
    expect(await put(people.member.id, roomId, people.admin.id)).toBe('forbidden');
    expect(await put(people.member.id, roomId, people.moderator.id)).toBe('forbidden');
  });

  it('R13: get other roles from owners of the room only', async () => {
    const { people, told } = place;
    const [alice, bob, carol] = [people.member.id, people.moderator.id, people.admin.id];
    const roomId = await place.room(alice, { members: [bob] });
    expect(await put(alice, roomId, bob, 'admin')).toBe('done');
    expect(told.at(-1)).toBe(`changed ${roomId}`);
    expect(await put(bob, roomId, carol, 'admin')).toBe('forbidden');
    expect(await rolesIn(alice, roomId)).toEqual({ [alice]: 'owner', [bob]: 'admin' });
    expect(await put(bob, roomId, carol)).toBe('done');
    expect(await put(bob, roomId, carol, 'admin')).toBe('forbidden');
    expect(await put(bob, roomId, bob, 'owner')).toBe('forbidden');
    expect(await put(bob, roomId, alice, 'member')).toBe('forbidden');
    expect(await put(carol, roomId, carol, 'admin')).toBe('forbidden');
    expect(await put(people.owner.id, roomId, people.owner.id, 'owner')).toBe('forbidden');
    expect(await put(bob, roomId, carol)).toBe('done');
    expect(await put(alice, roomId, people.owner.id, 'owner')).toBe('done');
  });

  it('R14: are taken out by who stands above them', async () => {
    const { people, told } = place;
    const { member, moderator, admin, owner, guestMember } = people;
    const roomId = await place.room(member.id, { members: [guestMember.id, admin.id, owner.id] });
    await put(member.id, roomId, admin.id, 'admin');
    await put(member.id, roomId, owner.id, 'admin');
    expect(await kick(guestMember.id, roomId, member.id)).toBe('forbidden');
    expect(await kick(moderator.id, roomId, admin.id)).toBe('forbidden');
    expect(await kick(admin.id, roomId, owner.id)).toBe('forbidden');
    expect(await kick(owner.id, roomId, admin.id)).toBe('done');
    expect(await kick(moderator.id, roomId, guestMember.id)).toBe('done');
    expect(told.at(-1)).toBe(`removed ${roomId} ${guestMember.id}`);
    expect(await kick(moderator.id, roomId, guestMember.id)).toBe('not_found');
    expect(await kick(moderator.id, roomId, member.id)).toBe('last_owner');
    expect(await kick(member.id, roomId, owner.id)).toBe('done');
  });

  it('R14: moderators do not reach into private rooms; admins of a room do not reach its owner', async () => {
    const { people } = place;
    const roomId = await place.room(people.member.id, { isPrivate: true, members: [people.guestMember.id] });
    expect(await kick(people.owner.id, roomId, people.guestMember.id)).toBe('not_found');
    await put(people.member.id, roomId, people.guestMember.id, 'admin');
    expect(await kick(people.guestMember.id, roomId, people.member.id)).toBe('forbidden');
  });

  it('R15: who was taken out of a private room finds none', async () => {
    const { people, ask, codeOf } = place;
    const roomId = await place.room(people.member.id, { isPrivate: true, members: [people.admin.id] });
    expect(await codeOf(ask(people.admin.id, 'get-room', { roomId }))).toBe('done');
    await kick(people.member.id, roomId, people.admin.id);
    expect(await codeOf(ask(people.admin.id, 'get-room', { roomId }))).toBe('not_found');
    expect(await codeOf(ask(people.admin.id, 'enter-room', { roomId }))).toBe('not_found');
  });

  it('M7: come and go on record', async () => {
    const { people, audit } = place;
    const roomId = await place.room(people.member.id, { name: 'Garden', members: [people.admin.id] });
    await put(people.member.id, roomId, people.admin.id, 'admin');
    await kick(people.member.id, roomId, people.admin.id);
    const targetId = people.admin.id;
    const room = { roomId, room: 'Garden' };
    expect((await audit()).slice(1)).toEqual([
      { action: 'chatroom.member', targetId, detail: { ...room, from: null, to: 'member' } },
      { action: 'chatroom.member', targetId, detail: { ...room, from: 'member', to: 'admin' } },
      { action: 'chatroom.kick', targetId, detail: room },
    ]);
  });
});

describe('direct rooms', () => {
  const open = (userId: string, otherId: string) =>
    place.ask(userId, 'open-direct', { spaceId: place.spaceId, userId: otherId });

  it('R16: are one for two people, also when both ask at once', async () => {
    const { people, told, ask, codeOf } = place;
    const [alice, bob] = [people.member, people.guestMember];
    const rooms = await Promise.all([open(alice.id, bob.id), open(bob.id, alice.id), open(alice.id, bob.id)]);
    const [{ room }] = rooms;
    expect(new Set(rooms.map((each) => each.room.id)).size).toBe(1);
    expect(room).toMatchObject({ kind: 'direct', isPrivate: true, name: '', role: 'member', memberCount: 2 });
    expect(room.other).toMatchObject({ id: bob.id, name: 'Gina' });
    expect(told.sort()).toEqual([`added ${room.id} ${alice.id}`, `added ${room.id} ${bob.id}`].sort());
    expect((await ask(bob.id, 'get-room', { roomId: room.id })).room.other?.id).toBe(alice.id);
    expect(await codeOf(ask(people.owner.id, 'get-room', { roomId: room.id }))).toBe('not_found');
  });

  it('R16: are not for oneself, strangers, banned people, or across a block', async () => {
    const { people, codeOf, spaceId, store } = place;
    const alice = people.member.id;
    expect(await codeOf(open(alice, alice))).toBe('bad_request');
    expect(await codeOf(open(alice, people.banned.id))).toBe('not_found');
    expect(await codeOf(open(people.banned.id, alice))).toBe('banned');
    expect(await codeOf(open(alice, people.stranger.id))).toBe('not_found');
    expect(await codeOf(open(alice, uuidv7()))).toBe('not_found');
    const stood = {
      userId: people.stranger.id,
      x: 1,
      y: 1,
      facing: 'up',
      savedAt: '2026-11-22T09:00:00.000Z',
    };
    await store.positions.save(spaceId, [{ ...stood, facing: 'up' }]);
    expect(await codeOf(open(alice, people.stranger.id))).toBe('done');
    await block(people.admin.id, alice);
    expect(await codeOf(open(alice, people.admin.id))).toBe('forbidden');
    expect(await codeOf(open(people.admin.id, alice))).toBe('forbidden');
  });

  it('R16: stay as they are', async () => {
    const { people, ask, codeOf } = place;
    const [alice, bob] = [people.member.id, people.admin.id];
    const roomId = (await open(alice, bob)).room.id;
    expect(await codeOf(ask(alice, 'quit-room', { roomId }))).toBe('forbidden');
    expect(await codeOf(ask(alice, 'edit-room', { roomId, name: 'Ours' }))).toBe('forbidden');
    expect(await codeOf(ask(alice, 'delete-room', { roomId }))).toBe('forbidden');
    expect(await put(alice, roomId, people.moderator.id)).toBe('forbidden');
    expect(await kick(alice, roomId, bob)).toBe('forbidden');
    await block(bob, alice);
    expect((await open(alice, bob)).room.id).toBe(roomId);
  });
});
