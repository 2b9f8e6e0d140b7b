import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import type { Store } from '../persistence/ports.ts';
import { type Chatter, heard } from './testing/chatHarness.ts';
import { start } from './testing/startForTest.ts';

/** What a connection was told a room is called, each time that it was. */
const namesOf = ({ link }: Chatter, roomId: string): string[] =>
  link.of('room-changed').flatMap(({ room }) => (room.id === roomId ? [room.name] : []));

describe('the default room', () => {
  test('6.1 whoever opens the chat of a space is in it; two processes make one', async () => {
    const { people, connect, space, store, beside } = await start();
    const other = beside();
    await Promise.all([connect(people.owner.id), connect(people.stranger.id, { chat: other })]);
    const rooms = await store.chatrooms.listFor(space.id, people.stranger.id);
    expect(rooms.filter(({ room }) => room.isDefault)).toMatchObject([
      { room: { name: 'General', memberCount: 2 }, member: { role: 'member' } },
    ]);
  });
});

describe('rooms that could be joined', () => {
  test('6.2 a public room is offered to whoever is no member, and taken back when it becomes private', async () => {
    const { people, connect, space, ask } = await start();
    const { owner, member, stranger } = people;
    const [max, sam] = [await connect(member.id), await connect(stranger.id)];
    const { room } = await ask('create-room', owner.id, { spaceId: space.id, name: 'Garden' });
    const roomId = room.id;
    await vi.waitFor(() => expect(namesOf(sam, roomId)).toEqual(['Garden']));
    expect(sam.link.of('room-changed').at(-1)).toMatchObject({ room: { role: null, memberCount: 1 } });
    const olga = await connect(owner.id);
    await ask('enter-room', member.id, { roomId });
    const came = { roomId, userId: member.id, memberCount: 2 };
    const joinedHere = () => olga.link.of('user-joined').filter((joined) => joined.roomId === roomId);
    await vi.waitFor(() => expect(joinedHere()).toMatchObject([came]));
    await ask('edit-room', owner.id, { roomId, name: 'Orchard' });
    await vi.waitFor(() => expect(namesOf(sam, roomId)).toEqual(['Garden', 'Orchard']));
    await ask('edit-room', owner.id, { roomId, isPrivate: true });
    await vi.waitFor(() => expect(sam.link.of('room-gone')).toEqual([{ roomId }]));
    await ask('edit-room', owner.id, { roomId, name: 'Vault' });
    const secret = await ask('create-room', owner.id, { spaceId: space.id, name: 'Cellar', isPrivate: true });
    await vi.waitFor(() => expect(namesOf(max, roomId).at(-1)).toBe('Vault'));
    expect(max.link.of('room-changed').at(-1)).toMatchObject({ room: { role: 'member' } });
    expect(namesOf(sam, roomId)).toEqual(['Garden', 'Orchard']);
    expect(namesOf(sam, secret.room.id)).toEqual([]);
    expect(max.link.of('room-gone')).toEqual([]);
    await ask('quit-room', member.id, { roomId });
    const left = { roomId, userId: member.id, username: 'Max', memberCount: 1 };
    await vi.waitFor(() => expect(olga.link.of('user-left')).toEqual([left]));
  });
});

describe('notices, marks, typing', () => {
  test('7.1 mentions, answers and direct messages are noticed, by those whom they concern', async () => {
    const { people, connect, room, ask, space } = await start();
    const { owner, member, moderator } = people;
    const roomId = await room([owner.id, member.id]);
    const max = await connect(member.id);
    const mona = await connect(moderator.id);
    const mentions = [member.id, moderator.id, owner.id];
    await ask('send-message', owner.id, { roomId, message: 'Tea, @max or @mona?', mentions });
    await vi.waitFor(() => expect(max.link.of('notice')).toHaveLength(1));
    expect(max.link.of('notice')).toMatchObject([{ kind: 'mention', excerpt: 'Tea, @max or @mona?' }]);
    const { id: replyTo } = await ask('send-message', member.id, { roomId, message: 'Both' });
    await ask('send-message', owner.id, { roomId, message: 'Good', replyTo });
    await vi.waitFor(() => expect(max.link.of('notice').at(-1)).toMatchObject({ kind: 'reply' }));
    const { room: direct } = await ask('open-direct', owner.id, { spaceId: space.id, userId: member.id });
    await ask('send-message', owner.id, { roomId: direct.id, message: 'psst' });
    await vi.waitFor(() => expect(max.link.of('notice').at(-1)).toMatchObject({ kind: 'direct' }));
    expect(mona.link.of('notice')).toEqual([]);
    const { items } = await ask('list-notices', member.id, { spaceId: space.id });
    expect(items.map(({ kind }) => kind)).toEqual(['reply', 'mention']);
  });

  test('7.2 read marks are written together and told to the members of small rooms', async () => {
    const clock = new ManualClock(Date.now());
    const markRead = vi.fn();
    const wrap = (store: Store): Store => ({
      ...store,
      chatrooms: {
        ...store.chatrooms,
        markRead: (marks) => {
          markRead(marks.length);
          return store.chatrooms.markRead(marks);
        },
      },
    });
    const { people, connect, room, ask, chat } = await start({ clock, wrap });
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    const olga = await connect(owner.id);
    for (const message of ['1', '2', '3']) await ask('send-message', owner.id, { roomId, message });
    for (const seq of [1, 3, 2, 900]) await ask('mark-read', member.id, { roomId, seq });
    clock.advance(500);
    await vi.waitFor(() =>
      expect(olga.link.of('read-state')).toContainEqual({ roomId, userId: member.id, seq: 3 }),
    );
    expect(markRead.mock.calls).toEqual([[2]]);
    const max = await connect(member.id);
    const { rooms } = await chat.handlers.sync(max, { rooms: [] });
    expect(rooms.find(({ id }) => id === roomId)).toMatchObject({ readSeq: 3, unreadCount: 0 });
  });

  test('7.2b a list that is asked for after reading has right counts', async () => {
    const { people, room, ask, space } = await start({ clock: new ManualClock(Date.now()) });
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    await ask('send-message', owner.id, { roomId, message: 'Tea' });
    const unread = async () => {
      const { rooms } = await ask('list-rooms', member.id, { spaceId: space.id });
      return rooms.find(({ id }) => id === roomId)?.unreadCount;
    };
    expect(await unread()).toBe(1);
    await ask('mark-read', member.id, { roomId, seq: 1 });
    expect(await unread()).toBe(0);
  });

  test('7.3 typing is told to the others, stops with the connection, and is never stored', async () => {
    const { people, connect, room, chat, store } = await start();
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    const olga = await connect(owner.id);
    const max = await connect(member.id);
    for (let said = 0; said < 20; said += 1) await chat.handlers.typing(olga, { roomId });
    await vi.waitFor(() => expect(max.link.of('typing').length).toBeGreaterThan(0));
    expect(max.link.of('typing').length).toBeLessThanOrEqual(6);
    expect(max.link.of('typing')[0]).toEqual({ roomId, userId: owner.id, username: 'Olga' });
    chat.closed(olga.link.id);
    await vi.waitFor(() => expect(max.link.of('stop-typing')).toHaveLength(1));
    expect(olga.link.of('typing')).toEqual([]);
    expect(await store.chatLog.lastSeq(roomId)).toBe(0);
  });
});

describe('bubbles', () => {
  test('8.1 people hear what was said since they came, and it ends with the bubble', async () => {
    const { people, connect, ask, chat, space } = await start();
    const { owner, member, moderator } = people;
    const id = uuidv7();
    const [olga, max, mona] = [
      await connect(owner.id),
      await connect(member.id),
      await connect(moderator.id),
    ];
    const bubble = (...userIds: string[]) => chat.bubblesChanged(space.id, [{ id, userIds }]);
    bubble(owner.id, member.id);
    await ask('send-message', owner.id, { roomId: id, message: 'only us' });
    bubble(owner.id, member.id, moderator.id);
    await ask('send-message', member.id, { roomId: id, message: 'hello Mona' });
    await vi.waitFor(() => expect(heard(mona, id).map(({ text }) => text)).toEqual(['hello Mona']));
    expect(heard(max, id).map(({ text }) => text)).toEqual(['only us', 'hello Mona']);
    expect((await ask('read-history', moderator.id, { roomId: id })).messages).toHaveLength(1);
    expect(await ask('replay', moderator.id, { roomId: id, afterSeq: 0 })).toMatchObject({ kind: 'reload' });
    bubble(owner.id, moderator.id);
    await ask('send-message', owner.id, { roomId: id, message: 'without Max' });
    await vi.waitFor(() => expect(heard(mona, id)).toHaveLength(2));
    expect(heard(max, id)).toHaveLength(2);
    chat.bubblesChanged(space.id, []);
    expect(olga.link.of('room-gone')).toContainEqual({ roomId: id });
    await expect(ask('read-history', owner.id, { roomId: id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('8.2 who is not in a bubble has no room of its id', async () => {
    const { people, ask, chat, space } = await start();
    const id = uuidv7();
    chat.bubblesChanged(space.id, [{ id, userIds: [people.owner.id] }]);
    await expect(ask('send-message', people.member.id, { roomId: id, message: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('calls of rooms', () => {
  test('9.1 members may be in the call; who loses the right is put out', async () => {
    const { people, room, ask, chat, space } = await start();
    const { owner, member, stranger } = people;
    const roomId = await room([owner.id, member.id]);
    const lost: [string, string | null][] = [];
    chat.onCallRightLost((id, userId) => lost.push([id, userId]));
    await chat.requireCall(member.id, space.id, roomId);
    await expect(chat.requireCall(stranger.id, space.id, roomId)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(chat.requireCall(member.id, uuidv7(), roomId)).rejects.toMatchObject({ code: 'not_found' });
    chat.roomCallChanged(roomId, [{ id: member.id, name: 'Max', cast: 'leo' }]);
    expect((await ask('get-room', owner.id, { roomId })).room.callPeople).toHaveLength(1);
    await ask('mute-person', owner.id, { spaceId: space.id, userId: member.id });
    await vi.waitFor(() => expect(lost).toContainEqual([roomId, member.id]));
    await ask('delete-room', owner.id, { roomId });
    expect(lost).toContainEqual([roomId, null]);
  });
});
