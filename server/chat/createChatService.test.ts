import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import type { Store } from '../persistence/ports.ts';
import { StorageError } from '../persistence/StorageError.ts';
import { type ChatHarness, type HarnessOptions, heard, startChat } from './testing/chatHarness.ts';

let harness: ChatHarness | null = null;

async function start(options?: HarnessOptions): Promise<ChatHarness> {
  harness = await startChat(options);
  return harness;
}

afterEach(async () => {
  await harness?.close();
  harness = null;
});

/** Lets everything that needs no timer happen. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('writing and hearing', () => {
  test('1.1 a message is acknowledged with its number and reaches every member, its author included', async () => {
    const { people, connect, room, ask } = await start();
    const roomId = await room([people.owner.id, people.member.id]);
    const olga = await connect(people.owner.id);
    const max = await connect(people.member.id);
    const stella = await connect(people.stranger.id);
    const reply = await ask('send-message', people.owner.id, { roomId, message: 'Coffee is ready' });
    expect(reply.seq).toBe(1);
    await vi.waitFor(() => expect(heard(max, roomId)).toHaveLength(1));
    expect(heard(olga, roomId)).toEqual([{ seq: 1, kind: 'message', text: 'Coffee is ready' }]);
    expect(max.link.of('room-events')[0]?.people.map(({ name }) => name)).toEqual(['Olga']);
    expect(heard(stella, roomId)).toEqual([]);
  });

  test('1.2 whoever returns gets exactly what they missed, from the cache', async () => {
    const { people, connect, room, chat, ask } = await start();
    const roomId = await room([people.owner.id, people.member.id]);
    await ask('send-message', people.owner.id, { roomId, message: 'one' });
    await ask('send-message', people.owner.id, { roomId, message: 'two' });
    const max = await connect(people.member.id);
    const { rooms, missed } = await chat.handlers.sync(max, { rooms: [{ roomId, afterSeq: 1 }] });
    expect(rooms.find(({ id }) => id === roomId)).toMatchObject({ lastSeq: 2, unreadCount: 2 });
    expect(missed).toMatchObject([{ roomId, kind: 'entries', lastSeq: 2, entries: [{ seq: 2 }] }]);
  });

  test('1.3 a number that the room has not reached, or one too far back, is answered by reload', async () => {
    const { people, connect, room, chat, ask } = await start();
    const roomId = await room([people.owner.id]);
    for (let sent = 0; sent < 505; sent += 1) {
      await ask('send-message', people.owner.id, { roomId, message: `${sent}` });
    }
    const olga = await connect(people.owner.id);
    const ask1 = (afterSeq: number) => chat.handlers.sync(olga, { rooms: [{ roomId, afterSeq }] });
    expect((await ask1(600)).missed).toMatchObject([{ kind: 'reload', entries: [], lastSeq: 505 }]);
    expect((await ask1(4)).missed).toMatchObject([{ kind: 'reload', entries: [] }]);
    expect((await ask1(5)).missed[0]?.entries).toHaveLength(500);
    expect((await ask('replay', people.owner.id, { roomId, afterSeq: 500 })).entries).toHaveLength(5);
  });

  test('1.4 clients of SPEC get its own messages, and its older page', async () => {
    const { people, connect, room, chat, ask } = await start();
    const roomId = await room([people.owner.id, people.member.id]);
    const { id: messageId } = await ask('send-message', people.owner.id, { roomId, message: 'before' });
    const max = await connect(people.member.id, { speaksEntries: false });
    await chat.handlers['join-room'](max, { roomId });
    expect(max.link.of('recent-messages')[0]?.messages).toMatchObject([
      { message: 'before', username: 'Olga' },
    ]);
    await ask('send-message', people.owner.id, { roomId, message: 'live' });
    await ask('react', people.owner.id, { roomId, messageId, emoji: '👍', isOn: true });
    await vi.waitFor(() => expect(max.link.of('room-events')).toHaveLength(1));
    expect(max.link.of('receive-message')).toMatchObject([{ message: 'live', username: 'Olga', roomId }]);
    expect(max.link.of('room-events')[0]?.entries).toMatchObject([{ kind: 'react' }]);
  });

  test('1.6 two processes over one store, bus and cache: each hears the other in order', async () => {
    const { people, connect, room, ask, beside } = await start();
    const other = beside();
    const roomId = await room([people.owner.id, people.member.id]);
    const max = await connect(people.member.id, { chat: other });
    for (const message of ['a', 'b', 'c']) await ask('send-message', people.owner.id, { roomId, message });
    await vi.waitFor(() => expect(heard(max, roomId).map(({ text }) => text)).toEqual(['a', 'b', 'c']));
  });
});

describe('acknowledgements', () => {
  test('2.6 a second try with the same id gets the same answer, also from another process', async () => {
    const { people, room, ask, beside } = await start();
    const roomId = await room([people.owner.id]);
    const input = { roomId, message: 'once', clientId: uuidv7() };
    const first = await ask('send-message', people.owner.id, input);
    expect(await ask('send-message', people.owner.id, input)).toEqual(first);
    const parsed = { ...input, type: 'text' as const, mentions: [] };
    const again = beside().ask('send-message', { userId: people.owner.id, linkId: null }, parsed);
    expect(await again).toEqual(first);
  });

  test('2.7 what the database does not take is refused as unavailable, and can be sent again', async () => {
    let isAway = true;
    const wrap = (store: Store): Store => ({
      ...store,
      chatLog: {
        ...store.chatLog,
        append: (drafts) =>
          isAway ? Promise.reject(new StorageError('away')) : store.chatLog.append(drafts),
      },
    });
    const { people, room, ask } = await start({ wrap });
    const roomId = await room([people.owner.id]);
    const input = { roomId, message: 'x', clientId: uuidv7() };
    await expect(ask('send-message', people.owner.id, input)).rejects.toMatchObject({ code: 'unavailable' });
    isAway = false;
    expect((await ask('send-message', people.owner.id, input)).seq).toBe(1);
  });

  test('2.8 closing writes what was taken, and ends everybody', async () => {
    const { people, connect, room, ask, chat, store } = await start();
    const roomId = await room([people.owner.id]);
    const olga = await connect(people.owner.id);
    const sent = ask('send-message', people.owner.id, { roomId, message: 'last' });
    await turns();
    await chat.close();
    expect((await sent).seq).toBe(1);
    expect(await store.chatLog.lastSeq(roomId)).toBe(1);
    expect(olga.link.ends).toEqual([{ reason: 'server_shutdown' }]);
    await expect(ask('send-message', people.owner.id, { roomId, message: 'x' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('rights at delivery', () => {
  test('4.1 who was removed hears nothing written after, and cannot read', async () => {
    const { people, connect, room, ask } = await start();
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    await ask('edit-room', owner.id, { roomId, isPrivate: true });
    const max = await connect(member.id);
    await ask('send-message', owner.id, { roomId, message: 'seen' });
    await ask('remove-room-member', owner.id, { roomId, userId: member.id });
    await ask('send-message', owner.id, { roomId, message: 'secret' });
    await vi.waitFor(() => expect(max.link.of('room-gone')).toEqual([{ roomId }]));
    await turns();
    expect(JSON.stringify(max.link.sent)).not.toContain('secret');
    for (const [name, input] of [
      ['replay', { roomId, afterSeq: 0 }],
      ['read-history', { roomId }],
      ['recent-messages', { roomId }],
      ['read-pins', { roomId }],
    ] as const) {
      await expect(ask(name, member.id, input)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('4.2 a ban in the space ends the chat, with the words of the ban', async () => {
    const { people, connect, space, store, chat } = await start();
    const stella = await connect(people.stranger.id);
    await store.bans.put({
      ...{ id: uuidv7(), spaceId: space.id, userId: people.stranger.id, reason: 'Noise' },
      ...{ createdBy: null, createdAt: new Date().toISOString(), expiresAt: null },
    });
    const command = { kind: 'standing-changed', spaceId: space.id, userId: people.stranger.id } as const;
    expect(await chat.heed(command)).toBe(1);
    expect(stella.link.ends).toEqual([{ reason: 'banned', detail: 'Noise' }]);
    await expect(harness?.connect(people.stranger.id)).rejects.toMatchObject({ code: 'banned' });
  });

  test('4.3 an archived space ends everybody, a sign-out those who stand on it', async () => {
    const { people, connect, space, store, chat } = await start();
    const max = await connect(people.member.id);
    const out = { kind: 'signed-out', userId: people.member.id, loginId: null, exceptLoginId: null } as const;
    expect(await chat.heed(out)).toBe(1);
    expect(max.link.ends).toEqual([{ reason: 'signed_out' }]);
    const olga = await connect(people.owner.id);
    await store.spaces.update(space.id, { archivedAt: new Date().toISOString() }, null);
    expect(await chat.heed({ kind: 'space-changed', spaceId: space.id })).toBe(1);
    expect(olga.link.ends).toEqual([{ reason: 'space_closed' }]);
    await expect(harness?.connect(people.owner.id)).rejects.toMatchObject({ code: 'space_archived' });
  });

  test('4.4 who blocks an author gets a hidden entry in its place, live, on return and in history', async () => {
    const { people, connect, room, ask, chat, store, broadcasts } = await start();
    const { owner, member, moderator } = people;
    const roomId = await room([owner.id, member.id, moderator.id]);
    const links = [await connect(owner.id), await connect(member.id), await connect(moderator.id)];
    const createdAt = new Date().toISOString();
    await store.blocks.put({ userId: member.id, blockedId: owner.id, createdAt });
    await chat.heed({ kind: 'blocks-changed', userId: member.id });
    const before = broadcasts();
    await ask('send-message', owner.id, { roomId, message: 'loud' });
    const max = links[1];
    if (max === undefined) throw new Error('Max is connected.');
    await vi.waitFor(() => expect(heard(max, roomId)).toEqual([{ seq: 1, kind: 'hidden', text: '' }]));
    expect(broadcasts() - before).toBe(2);
    const { missed } = await chat.handlers.sync(max, { rooms: [{ roomId, afterSeq: 0 }] });
    expect(missed[0]?.entries).toMatchObject([{ kind: 'hidden', seq: 1 }]);
    expect((await ask('read-history', member.id, { roomId })).messages).toEqual([]);
    expect((await ask('read-history', moderator.id, { roomId })).messages).toHaveLength(1);
  });

  test('4.5 rooms of another space are answered over a connection as if there were none', async () => {
    const { people, connect, chat, store } = await start();
    const { seedSpace } = await import('../persistence/testing/seed.ts');
    const { space: other } = await seedSpace(store, { people });
    const { rooms } = await chat.ask(
      'list-rooms',
      { userId: people.owner.id, linkId: null },
      { spaceId: other.id },
    );
    const olga = await connect(people.owner.id);
    const roomId = rooms[0]?.id ?? '';
    await expect(chat.handlers['join-room'](olga, { roomId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('4.6 over a connection that has left a room nothing of it comes, until it joins again', async () => {
    const { people, connect, room, ask, chat } = await start();
    const roomId = await room([people.owner.id]);
    const olga = await connect(people.owner.id);
    await chat.handlers['leave-room'](olga, { roomId });
    await ask('send-message', people.owner.id, { roomId, message: 'a' });
    await chat.handlers['join-room'](olga, { roomId });
    await ask('send-message', people.owner.id, { roomId, message: 'b' });
    await vi.waitFor(() => expect(heard(olga, roomId).map(({ text }) => text)).toEqual(['b']));
  });
});

describe('limits', () => {
  const limited = { personRate: { ratePerS: 1, burst: 2 }, roomRate: { ratePerS: 10, burst: 10 } };

  test('5.1 too much at once is refused with the time until the next', async () => {
    const clock = new ManualClock(Date.parse('2026-03-01T09:00:00Z'));
    const { people, room, ask } = await start({ clock, settings: limited });
    const roomId = await room([people.owner.id]);
    const send = (message: string, clientId = uuidv7()) =>
      ask('send-message', people.owner.id, { roomId, message, clientId });
    const first = uuidv7();
    await send('1', first);
    await send('2');
    await expect(send('3')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 1_000 });
    expect((await send('1', first)).seq).toBe(1);
    clock.advance(1_000);
    expect((await send('3')).seq).toBe(3);
  });

  test('5.2 in slow mode people wait between two messages; who looks after the room does not', async () => {
    const clock = new ManualClock(Date.parse('2026-03-01T09:00:00Z'));
    const { people, room, ask, store, beside } = await start({ clock });
    const roomId = await room([people.owner.id, people.member.id]);
    await store.chatrooms.edit(roomId, { slowModeS: 30 });
    const clientId = uuidv7();
    const input = { roomId, message: '1', clientId };
    await ask('send-message', people.member.id, input);
    clock.advance(10_000);
    await expect(ask('send-message', people.member.id, { roomId, message: '2' })).rejects.toMatchObject({
      code: 'slow_mode',
      retryAfterMs: 20_000,
    });
    const parsed = { ...input, type: 'text' as const, mentions: [] };
    const afterRestart = beside().ask('send-message', { userId: people.member.id, linkId: null }, parsed);
    expect((await afterRestart).seq).toBe(1);
    await ask('send-message', people.owner.id, { roomId, message: 'a' });
    await ask('send-message', people.owner.id, { roomId, message: 'b' });
    clock.advance(20_000);
    await ask('send-message', people.member.id, { roomId, message: '2' });
  });

  test('5.3 of two messages at the same moment slow mode lets one through', async () => {
    const { people, room, ask, store } = await start();
    const roomId = await room([people.owner.id, people.member.id]);
    await store.chatrooms.edit(roomId, { slowModeS: 30 });
    const both = ['1', '2'].map((message) => ask('send-message', people.member.id, { roomId, message }));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('5.4 who is muted can read and not write; what was stored before is still acknowledged', async () => {
    const { people, room, ask, space } = await start();
    const roomId = await room([people.owner.id, people.member.id]);
    const input = { roomId, message: 'x', clientId: uuidv7() };
    const first = await ask('send-message', people.member.id, input);
    await ask('mute-person', people.owner.id, { spaceId: space.id, userId: people.member.id });
    expect(await ask('send-message', people.member.id, input)).toEqual(first);
    const again = ask('send-message', people.member.id, { roomId, message: 'y' });
    await expect(again).rejects.toMatchObject({ code: 'muted' });
    expect((await ask('read-history', people.member.id, { roomId })).messages).toHaveLength(1);
  });

  test('5.5 a message without words and file is malformed; a refused term is filtered, a reviewed one reported', async () => {
    const { people, room, ask, space } = await start();
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    await expect(ask('send-message', owner.id, { roomId, message: ' \n ' })).rejects.toMatchObject({
      code: 'bad_request',
      path: 'payload.message',
    });
    const terms = [
      { term: 'verboten', action: 'refuse' },
      { term: 'dubious', action: 'review' },
    ];
    await ask('set-filters', owner.id, { spaceId: space.id, terms });
    const send = (message: string) => ask('send-message', member.id, { roomId, message });
    await expect(send('this is VERBOTEN')).rejects.toMatchObject({ code: 'filtered' });
    const { id: messageId } = await send('a dubious plan');
    const { items } = await ask('list-reports', owner.id, { spaceId: space.id });
    expect(items).toMatchObject([{ messageId, term: 'dubious', by: null, content: 'a dubious plan' }]);
  });
});

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
