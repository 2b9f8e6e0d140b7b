import { v7 as uuidv7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import { silentLogger } from '../observability/Logger.ts';
import type { Draft } from '../persistence/ports.ts';
import { BubbleRooms } from './bubbles/BubbleRooms.ts';
import { type ChatHarness, heard } from './testing/chatHarness.ts';
import { start } from './testing/startForTest.ts';

const draft = (roomId: string, userId: string): Draft => ({
  ...{ roomId, userId, clientId: uuidv7(), at: '2026-03-01T09:00:00.000Z', kind: 'message', id: uuidv7() },
  ...{ type: 'text', content: 'Long', mentions: [], replyTo: null, fileId: null },
});

test('10.1 one message to catch up brings a room once and so many entries; the other rooms are to be reloaded', async () => {
  const { people, store, connect, room, chat } = await start();
  const olga = people.owner.id;
  const roomIds = await Promise.all(Array.from({ length: 6 }, () => room([olga])));
  for (const roomId of roomIds) {
    await store.chatLog.append(Array.from({ length: 450 }, () => draft(roomId, olga)));
  }
  const caller = await connect(olga);
  const asked = Array.from({ length: 200 }, (_, index) => ({ roomId: roomIds[0] ?? '', afterSeq: index }));
  const { missed: once } = await chat.handlers.sync(caller, { rooms: asked });
  expect(once).toHaveLength(1);
  const all = roomIds.map((roomId) => ({ roomId, afterSeq: 0 }));
  const { missed } = await chat.handlers.sync(caller, { rooms: all });
  expect(missed.map(({ kind }) => kind)).toEqual([...Array(4).fill('entries'), 'reload', 'reload']);
  expect(missed.at(-1)).toMatchObject({ roomId: roomIds[5], entries: [], lastSeq: 450 });
});

test('10.2 whoever types while names cannot be read ends nothing', async () => {
  let isAway = false;
  const { people, connect, room, chat } = await start({
    clock: new ManualClock(),
    settings: { readingMs: 0 },
    wrap: (store) => ({
      ...store,
      users: {
        ...store.users,
        findNames: (ids) =>
          isAway ? Promise.reject(new Error('The database is away.')) : store.users.findNames(ids),
      },
    }),
  });
  const roomId = await room([people.owner.id, people.member.id]);
  const olga = await connect(people.owner.id);
  isAway = true;
  // An error that nobody takes ends the process, and fails this test.
  expect(await chat.handlers.typing(olga, { roomId })).toEqual({});
  await new Promise((resolve) => setImmediate(resolve));
});

test('10.3 a removal that was never told of is found out; from then on nothing is heard', async () => {
  const clock = new ManualClock();
  const { people, store, connect, room, ask } = await start({ clock });
  const roomId = await room([people.owner.id, people.member.id]);
  const max = await connect(people.member.id);
  await ask('send-message', people.owner.id, { roomId, message: 'before' });
  await vi.waitFor(() => expect(heard(max, roomId)).toHaveLength(1));
  await store.chatrooms.removeMember(roomId, people.member.id);
  await vi.waitFor(async () => {
    clock.advance(1_000);
    const { length } = heard(max, roomId);
    await ask('send-message', people.owner.id, { roomId, message: 'after' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard(max, roomId)).toHaveLength(length);
  });
});

test('10.4 a bubble does not fill the memory', async () => {
  const [spaceId, roomId, olga] = [uuidv7(), uuidv7(), uuidv7()];
  const bubbles = new BubbleRooms(silentLogger, 5);
  bubbles.apply(spaceId, [{ id: roomId, userIds: [olga] }], new Date().toISOString());
  let written = 0;
  while ((await bubbles.append(draft(roomId, olga))).ok) written += 1;
  expect(written).toBe(5);
  expect(await bubbles.append(draft(roomId, olga))).toMatchObject({ ok: false, code: 'conflict' });
});

test('10.5 of very many pins the latest are shown', async () => {
  const { people, store, room, ask } = await start();
  const olga = people.owner.id;
  const roomId = await room([olga]);
  const messages = Array.from({ length: 205 }, () => draft(roomId, olga));
  await store.chatLog.append(messages);
  const sent = (await ask('read-history', olga, { roomId, afterSeq: 0, limit: 100 })).messages;
  expect(sent).toHaveLength(100);
  for (const message of messages) {
    if (message.kind === 'message') await ask('pin', olga, { roomId, messageId: message.id, isOn: true });
  }
  expect((await ask('read-pins', olga, { roomId })).messages).toHaveLength(200);
});

test('10.6 who is muted pins nothing, whatever they are in the room', async () => {
  const harness = await start();
  const { people, store, space, room, ask } = harness;
  const roomId = await room([people.member.id]);
  const { id: messageId } = await ask('send-message', people.member.id, { roomId, message: 'Look' });
  await store.chatModeration.putMute({
    ...{ spaceId: space.id, userId: people.member.id, reason: '', by: people.owner.id },
    ...{ at: new Date().toISOString(), until: null },
  });
  await expect(pinBeside(harness, roomId, messageId)).rejects.toMatchObject({ code: 'muted' });
});

/** Another process, which has read nothing of the person yet. */
function pinBeside(harness: ChatHarness, roomId: string, messageId: string): Promise<unknown> {
  const actor = { userId: harness.people.member.id, linkId: null };
  return harness.beside().ask('pin', actor, { roomId, messageId, clientId: uuidv7(), isOn: true });
}
