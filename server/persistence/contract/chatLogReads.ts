import { describe, expect, it } from 'vitest';
import { newMessage, seedChatroom } from '../testing/seedChat.ts';
import { newAct, say, seedTalk, writeAll } from '../testing/seedLog.ts';
import { asJson, at, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

const seqsOf = (rows: { seq: number }[]): number[] => rows.map(({ seq }) => seq);

/** Ten messages, a reaction after each. */
async function seedTen(store: StoreOf) {
  const talk = await seedTalk(store());
  for (let index = 0; index < 10; index += 1) {
    const message = await say(store(), talk.room.id, talk.alice.id, { content: `${index}`, at: at(index) });
    await writeAll(store(), [newAct(message, talk.bob.id, { kind: 'react', emoji: '👍', isOn: true })]);
  }
  return talk;
}

/** How the log is read. */
export function chatLogReadsContract(store: StoreOf): void {
  describe('reading', () => {
    it('goes on after a number, in pieces', async () => {
      const { room } = await seedTen(store);
      expect(seqsOf(await store().chatLog.entriesAfter(room.id, 17, 2))).toEqual([18, 19]);
      expect(seqsOf(await store().chatLog.entriesAfter(room.id, 18, 9))).toEqual([19, 20]);
      expect(await store().chatLog.entriesAfter(room.id, 20, 9)).toEqual([]);
      expect(await store().chatLog.entriesAfter(room.id, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
      expect(await store().chatLog.entriesAfter(unknownId(), 0, 9)).toEqual([]);
    });

    it('asks for many rooms at once, each from its own number', async () => {
      const one = await seedTen(store);
      const two = await seedTen(store);
      const found = asJson(
        await store().chatLog.entriesAfterMany(
          [
            { roomId: two.room.id, afterSeq: 18 },
            { roomId: unknownId(), afterSeq: 0 },
            { roomId: one.room.id, afterSeq: 0 },
            { roomId: one.room.id, afterSeq: Number.MAX_SAFE_INTEGER },
          ],
          3,
        ),
      );
      expect(found.map(({ roomId, seq }) => [roomId, seq])).toEqual([
        [two.room.id, 19],
        [two.room.id, 20],
        [one.room.id, 1],
        [one.room.id, 2],
        [one.room.id, 3],
      ]);
      expect(found.slice(2)).toEqual(await store().chatLog.entriesAfter(one.room.id, 0, 3));
      expect(await store().chatLog.entriesAfterMany([], 3)).toEqual([]);
    });

    it('finds what somebody wrote by an id of their own', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      const reaction = newAct(message, bob.id, { kind: 'react', emoji: '👍', isOn: true });
      await writeAll(store(), [reaction]);
      const [first, second] = await store().chatLog.entriesAfter(room.id, 0, 9);
      const of = (userId: string, clientId: string, roomId = room.id) =>
        store().chatLog.findSent({ roomId, userId, clientId });
      expect(await of(alice.id, message.clientId)).toEqual(first);
      expect(await of(bob.id, reaction.clientId)).toEqual(second);
      expect(await of(bob.id, message.clientId)).toBeNull();
      expect(await of(alice.id, message.clientId, unknownId())).toBeNull();
      expect(await of(alice.id, 'no id at all')).toBeNull();
    });

    it('pages messages both ways', async () => {
      const { room } = await seedTen(store);
      const { chatLog } = store();
      expect(seqsOf(await chatLog.messagesBefore(room.id, null, 3))).toEqual([15, 17, 19]);
      expect(seqsOf(await chatLog.messagesBefore(room.id, 15, 3))).toEqual([9, 11, 13]);
      expect(seqsOf(await chatLog.messagesBefore(room.id, 1, 3))).toEqual([]);
      expect(seqsOf(await chatLog.messagesBefore(room.id, Number.MAX_SAFE_INTEGER, 1))).toEqual([19]);
      expect(seqsOf(await chatLog.messagesAfter(room.id, 0, 2))).toEqual([1, 3]);
      expect(seqsOf(await chatLog.messagesAfter(room.id, 3, 2))).toEqual([5, 7]);
      expect(await chatLog.messagesAfter(room.id, 19, 2)).toEqual([]);
    });

    it('finds the first message at an instant', async () => {
      const { room } = await seedTen(store);
      const { chatLog } = store();
      expect(await chatLog.seqAt(room.id, at(-100))).toBe(1);
      expect(await chatLog.seqAt(room.id, at(0))).toBe(1);
      expect(await chatLog.seqAt(room.id, at(9))).toBe(19);
      expect(await chatLog.seqAt(room.id, at(10_000))).toBeNull();
      expect(await chatLog.seqAt(unknownId(), at(0))).toBeNull();
    });

    it('finds that for every instant of a log without gaps in its times', async () => {
      const { room, alice } = await seedTalk(store());
      const drafts = Array.from({ length: 33 }, (_, index) =>
        newMessage(room.id, alice.id, { at: at(index * 2) }),
      );
      await writeAll(store(), drafts);
      for (const index of [0, 1, 2, 31, 32]) {
        expect(await store().chatLog.seqAt(room.id, at(index * 2))).toBe(index + 1);
        expect(await store().chatLog.seqAt(room.id, at(index * 2 - 1))).toBe(index + 1);
      }
    });

    it('finds messages by id, in the order of the log', async () => {
      const { room } = await seedTen(store);
      const all = await store().chatLog.messagesAfter(room.id, 0, 99);
      const ids = all.map(({ id }) => id).reverse();
      expect(await store().chatLog.findMessages(room.id, [...ids, unknownId()])).toEqual(all);
      expect(await store().chatLog.findMessages(room.id, [])).toEqual([]);
    });

    it('lists pins, the latest first', async () => {
      const { room, bob } = await seedTen(store);
      const [one, two, three] = await store().chatLog.messagesAfter(room.id, 0, 3);
      if (one === undefined || two === undefined || three === undefined) throw new Error('No messages.');
      const pin = (message: typeof one, minutes: number, isOn = true) => ({
        ...newAct(message, bob.id, { kind: 'pin', isOn }),
        at: at(minutes),
      });
      await writeAll(store(), [pin(two, 20), pin(one, 21), pin(three, 22), pin(three, 23, false)]);
      expect((await store().chatLog.pins(room.id)).map(({ id }) => id)).toEqual([one.id, two.id]);
    });

    it('knows when somebody last wrote', async () => {
      const { room, alice, bob } = await seedTen(store);
      expect(await store().chatLog.lastMessageAt(room.id, alice.id)).toBe(at(9));
      expect(await store().chatLog.lastMessageAt(room.id, bob.id)).toBeNull();
    });

    it('tells what a message said, and nothing of other rooms', async () => {
      const { room, alice } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id, { content: 'one' });
      const [entry] = await writeAll(store(), [
        newAct(message, alice.id, { kind: 'edit', content: 'two', mentions: [] }),
      ]);
      expect(asJson(await store().chatLog.revisions(room.id, message.id))).toEqual([
        { at: message.at, userId: alice.id, content: 'one' },
        { at: entry?.at, userId: alice.id, content: 'two' },
      ]);
      expect(await store().chatLog.revisions(unknownId(), message.id)).toEqual([]);
    });

    it('gives somebody all that they wrote, oldest first', async () => {
      const { spaceId, room, alice, bob } = await seedTalk(store());
      const other = await seedChatroom(store(), spaceId, []);
      for (let index = 0; index < 6; index += 1) {
        await say(store(), index % 2 === 0 ? room.id : other.id, alice.id, {
          at: at(index),
          content: `${index}`,
        });
      }
      await say(store(), room.id, bob.id);
      const all = await readAll((page) => store().chatLog.writtenBy(alice.id, page), 2);
      expect(all.map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4', '5']);
      for (const after of strangeKeys) {
        expect((await store().chatLog.writtenBy(alice.id, { limit: 2, after })).items).toEqual([]);
      }
    });
  });

  describe('mentions', () => {
    it('are messages that name or answer somebody, newest first', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const mentions = [{ userId: bob.id, name: 'Max' }];
      const own = await say(store(), room.id, bob.id, { mentions });
      const named = await say(store(), room.id, alice.id, { mentions });
      await say(store(), room.id, alice.id);
      const answer = await say(store(), room.id, alice.id, { replyTo: own.id, mentions });
      await say(store(), room.id, bob.id, { replyTo: own.id });
      const query = { roomIds: [room.id, unknownId()], hiddenUserIds: [] };
      const found = await readAll((page) => store().chatLog.mentioning(bob.id, query, page), 1);
      expect(found.map(({ id }) => id)).toEqual([answer.id, named.id]);
      const hidden = { ...query, hiddenUserIds: [alice.id] };
      expect((await store().chatLog.mentioning(bob.id, hidden, { limit: 9, after: null })).items).toEqual([]);
      const elsewhere = { ...query, roomIds: [] };
      expect((await store().chatLog.mentioning(bob.id, elsewhere, { limit: 9, after: null })).items).toEqual(
        [],
      );
    });

    it('follow edits and deletions', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const mentions = [{ userId: bob.id, name: 'Max' }];
      const message = await say(store(), room.id, alice.id);
      const query = { roomIds: [room.id], hiddenUserIds: [] };
      const found = async () =>
        (await store().chatLog.mentioning(bob.id, query, { limit: 9, after: null })).items.length;
      expect(await found()).toBe(0);
      const edit = (content: string, list: typeof mentions) =>
        newAct(message, alice.id, { kind: 'edit', content, mentions: list });
      await writeAll(store(), [edit('@Max', mentions)]);
      expect(await found()).toBe(1);
      await writeAll(store(), [edit('nobody', [])]);
      expect(await found()).toBe(0);
      await writeAll(store(), [edit('@Max again', mentions)]);
      await writeAll(store(), [newAct(message, alice.id, { kind: 'delete' })]);
      expect(await found()).toBe(0);
    });

    it('of nobody, or of what is no id, do no harm', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const mentions = [unknownId(), `'; --`, bob.id, bob.id].map((userId) => ({ userId, name: 'X' }));
      await say(store(), room.id, alice.id, { mentions });
      const query = { roomIds: [room.id], hiddenUserIds: [] };
      const { items } = await store().chatLog.mentioning(bob.id, query, { limit: 9, after: null });
      expect(items).toHaveLength(1);
    });
  });

  describe('figures', () => {
    it('count by the day and hour of a time zone', async () => {
      const { spaceId, room, alice, bob } = await seedTalk(store());
      const other = await seedChatroom(store(), spaceId, []);
      const direct = await seedChatroom(store(), spaceId, [], {
        kind: 'direct',
        directKey: [alice.id, bob.id].sort().join(':'),
      });
      const write = (roomId: string, userId: string, time: string) =>
        say(store(), roomId, userId, { at: time });
      await write(room.id, alice.id, '2026-03-28T22:30:00.000Z');
      await write(room.id, bob.id, '2026-03-28T23:30:00.000Z');
      // Clocks go forward in Berlin at 01:00 UTC.
      await write(room.id, alice.id, '2026-03-29T00:30:00.000Z');
      await write(other.id, alice.id, '2026-03-29T01:30:00.000Z');
      await write(direct.id, alice.id, '2026-03-29T01:30:00.000Z');
      await write(room.id, bob.id, '2026-04-01T00:00:00.000Z');
      const gone = await write(room.id, bob.id, '2026-03-29T01:31:00.000Z');
      await writeAll(store(), [newAct(gone, bob.id, { kind: 'delete' })]);
      const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
      const found = asJson(await store().chatLog.figures({ spaceId, ...range, timeZone: 'Europe/Berlin' }));
      expect(found.perDay).toEqual([
        { day: '2026-03-28', messages: 1, people: 1 },
        { day: '2026-03-29', messages: 3, people: 2 },
      ]);
      expect(found.perHour.flatMap((messages, hour) => (messages > 0 ? [[hour, messages]] : []))).toEqual([
        [0, 1],
        [1, 1],
        [3, 1],
        [23, 1],
      ]);
      expect(found.perHour).toHaveLength(24);
      expect(found.rooms).toEqual([
        { roomId: room.id, messages: 3, people: 2 },
        { roomId: other.id, messages: 1, people: 1 },
      ]);
      expect(found.people).toEqual([
        { userId: alice.id, messages: 3 },
        { userId: bob.id, messages: 1 },
      ]);
      expect(found.activePeople).toBe(2);
      const utc = await store().chatLog.figures({ spaceId, ...range, timeZone: 'UTC' });
      expect(utc.perDay.map(({ day, messages }) => [day, messages])).toEqual([
        ['2026-03-28', 2],
        ['2026-03-29', 2],
      ]);
    });

    it('of a space without messages are empty', async () => {
      const range = { from: at(-9), to: at(0), timeZone: 'Asia/Kathmandu' };
      expect(await store().chatLog.figures({ spaceId: unknownId(), ...range })).toEqual({
        perDay: [],
        perHour: Array.from({ length: 24 }, () => 0),
        rooms: [],
        people: [],
        activePeople: 0,
      });
    });
  });
}
