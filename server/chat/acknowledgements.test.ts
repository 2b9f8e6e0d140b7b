import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import type { Store } from '../persistence/ports.ts';
import { StorageError } from '../persistence/StorageError.ts';
import { start, turns } from './testing/startForTest.ts';

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
    const harness = await start();
    const { people, room, ask, space } = harness;
    const roomId = await room([people.owner.id, people.member.id]);
    const input = { roomId, message: 'x', clientId: uuidv7() };
    const sent = { ...input, type: 'text' as const, mentions: [] };
    const first = await ask('send-message', people.member.id, input);
    await ask('mute-person', people.owner.id, { spaceId: space.id, userId: people.member.id });
    expect(await ask('send-message', people.member.id, input)).toEqual(first);
    const actor = { userId: people.member.id, linkId: null };
    const elsewhere = harness.beside();
    expect(await elsewhere.ask('send-message', actor, sent)).toEqual(first);
    const reused = elsewhere.ask('edit-message', actor, { ...sent, messageId: first.id, message: 'z' });
    await expect(reused).rejects.toMatchObject({ code: 'muted' });
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
