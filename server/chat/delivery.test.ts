import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { heard } from './testing/chatHarness.ts';
import { start, turns } from './testing/startForTest.ts';

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

describe('the cache and the bus', () => {
  test('1.9 a cache that fails or is behind costs questions and no entries', async () => {
    const failing = () => Promise.reject(new Error('away'));
    const recent = {
      read: failing,
      fill: failing,
      append: failing,
      forget: failing,
      close: async () => undefined,
    };
    const { people, connect, room, ask, beside } = await start();
    const other = beside({ recent });
    const roomId = await room([people.owner.id]);
    await ask('send-message', people.owner.id, { roomId, message: 'a' });
    const olga = await connect(people.owner.id, { chat: other });
    const { missed } = await other.handlers.sync(olga, { rooms: [{ roomId, afterSeq: 0 }] });
    expect(missed[0]?.entries).toHaveLength(1);
    // Written without the other's cache: that one is behind now.
    const sent = { roomId, message: 'b', type: 'text' as const, mentions: [] };
    await other.ask('send-message', { userId: people.owner.id, linkId: null }, sent);
    expect((await ask('replay', people.owner.id, { roomId, afterSeq: 0 })).entries).toHaveLength(2);
    expect((await ask('recent-messages', people.owner.id, { roomId })).messages).toHaveLength(2);
  });

  test('1.10 what another process wrote and told nobody is delivered by the next look', async () => {
    const { people, connect, room, store } = await start({ settings: { reviewMs: 30, holeMs: 1 } });
    const roomId = await room([people.owner.id]);
    const olga = await connect(people.owner.id);
    const made = { id: uuidv7(), kind: 'message', type: 'text', content: 'unheard', mentions: [] } as const;
    const by = { roomId, userId: people.owner.id, clientId: uuidv7(), at: new Date().toISOString() };
    await store.chatLog.append([{ ...made, ...by, mentions: [], fileId: null, replyTo: null }]);
    await vi.waitFor(() => expect(heard(olga, roomId).map(({ text }) => text)).toEqual(['unheard']));
  });

  test('1.11 after a gap in the news every connection is put right with the store', async () => {
    const gaps: (() => void)[] = [];
    const { people, connect, room, store, bus, beside } = await start();
    const chat = beside({
      bus: {
        ...bus,
        subscribe(listener, onGap) {
          gaps.push(onGap);
          return bus.subscribe(listener, onGap);
        },
      },
    });
    const { owner, member } = people;
    const [left, came] = [await room([owner.id, member.id]), await room([owner.id])];
    const max = await connect(member.id, { chat });
    await store.chatrooms.removeMember(left, member.id);
    const joinedAt = new Date().toISOString();
    await store.chatrooms.putMember({ roomId: came, userId: member.id, role: 'member', joinedAt });
    for (const onGap of gaps) onGap();
    await turns();
    const write = (roomId: string, message: string) =>
      chat.ask(
        'send-message',
        { userId: owner.id, linkId: null },
        { roomId, message, type: 'text', mentions: [] },
      );
    await write(left, 'secret');
    await write(came, 'welcome');
    await vi.waitFor(() => expect(heard(max, came).map(({ text }) => text)).toEqual(['welcome']));
    expect(heard(max, left)).toEqual([]);
  });
});
