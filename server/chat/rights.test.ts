import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import type { Store } from '../persistence/ports.ts';
import { seedSpace } from '../persistence/testing/seed.ts';
import { heard } from './testing/chatHarness.ts';
import { start, turns } from './testing/startForTest.ts';

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

  test('4.7 entries that wait for their forerunner do not reach whoever was removed meanwhile', async () => {
    const { people, connect, room, ask, store, bus } = await start({ settings: { holeMs: 20 } });
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    const olga = await connect(owner.id);
    const max = await connect(member.id);
    const drafts = ['one', 'two'].map((content) => ({
      ...{
        roomId,
        userId: owner.id,
        clientId: uuidv7(),
        at: new Date().toISOString(),
        id: uuidv7(),
        content,
      },
      ...{ kind: 'message' as const, type: 'text' as const, mentions: [], fileId: null, replyTo: null },
    }));
    await store.chatLog.append(drafts);
    const [, second] = await store.chatLog.entriesAfter(roomId, 0, 2);
    if (second === undefined) throw new Error('Two messages were written.');
    await bus.publish({ origin: 'another process', kind: 'entries', roomId, entries: [second] });
    await ask('remove-room-member', owner.id, { roomId, userId: member.id });
    await vi.waitFor(() => expect(heard(olga, roomId).map(({ text }) => text)).toEqual(['one', 'two']));
    expect(heard(max, roomId)).toEqual([]);
  });

  test('4.8 what is given up in a removal while it is read is not answered', async () => {
    let onRead: (() => Promise<void>) | null = null;
    const wrap = (store: Store): Store => ({
      ...store,
      chatLog: {
        ...store.chatLog,
        async messagesAfter(...asked) {
          await onRead?.();
          return await store.chatLog.messagesAfter(...asked);
        },
      },
    });
    const { people, room, ask } = await start({ wrap });
    const { owner, member } = people;
    const roomId = await room([owner.id, member.id]);
    await ask('edit-room', owner.id, { roomId, isPrivate: true });
    onRead = async () => {
      onRead = null;
      await ask('remove-room-member', owner.id, { roomId, userId: member.id });
      await ask('send-message', owner.id, { roomId, message: 'secret' });
    };
    const reading = ask('read-history', member.id, { roomId, afterSeq: 0 });
    await expect(reading).rejects.toMatchObject({ code: 'not_found' });
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
    await expect(connect(people.stranger.id)).rejects.toMatchObject({ code: 'banned' });
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
    await expect(connect(people.owner.id)).rejects.toMatchObject({ code: 'space_archived' });
  });

  test('4.4 who blocks an author gets a hidden entry in its place, live, on return and in history', async () => {
    const { people, connect, room, ask, chat, store, broadcasts } = await start();
    const { owner, member, moderator } = people;
    const roomId = await room([owner.id, member.id, moderator.id]);
    const links = [await connect(owner.id), await connect(member.id), await connect(moderator.id)];
    const createdAt = new Date().toISOString();
    await store.blocks.put({ userId: member.id, blockedId: owner.id, createdAt });
    await chat.heed({ kind: 'blocks-changed', userId: member.id });
    await turns();
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
