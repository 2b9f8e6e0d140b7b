import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { reactionsMost } from '#lib/domain/chat/log.ts';
import type { Draft } from '../ports.ts';
import { newFile, newMessage } from '../testing/seedChat.ts';
import { entryOf, newAct, say, seedTalk, writeAll } from '../testing/seedLog.ts';
import { chatLogReadsContract } from './chatLogReads.ts';
import { chatLogSearchContract } from './chatLogSearch.ts';
import { asJson, at, hostileTexts, type StoreOf, unknownId } from './common.ts';

const edit = (content: string) => ({ kind: 'edit' as const, content, mentions: [] });
const react = (emoji: string, isOn = true) => ({ kind: 'react' as const, emoji, isOn });
const pin = (isOn: boolean) => ({ kind: 'pin' as const, isOn });
const deletion = { kind: 'delete' as const };

function numbering(store: StoreOf): void {
  describe('numbering', () => {
    it('counts each room from 1, without gaps, in the order of the drafts', async () => {
      const one = await seedTalk(store());
      const two = await seedTalk(store());
      const drafts = Array.from({ length: 9 }, (_, index) =>
        newMessage(
          index % 3 === 0 ? one.room.id : two.room.id,
          index % 3 === 0 ? one.alice.id : two.alice.id,
          {
            content: `${index}`,
          },
        ),
      );
      const entries = asJson(await writeAll(store(), drafts));
      expect(entries.map(({ roomId }) => roomId)).toEqual(drafts.map(({ roomId }) => roomId));
      expect(entries.map(({ seq }) => seq)).toEqual([1, 1, 2, 2, 3, 4, 3, 5, 6]);
      expect(await store().chatLog.entriesAfter(two.room.id, 0, 99)).toEqual(
        entries.filter(({ roomId }) => roomId === two.room.id),
      );
      expect(await store().chatLog.lastSeq(two.room.id)).toBe(6);
      expect(await store().chatrooms.find(two.room.id)).toMatchObject({
        lastSeq: 6,
        messageCount: 6,
        lastMessageAt: drafts[8]?.at,
      });
    });

    it('has no gap and no double when several write at once', async () => {
      const one = await seedTalk(store());
      const two = await seedTalk(store());
      const batch = (writer: number): Draft[] =>
        Array.from({ length: 20 }, (_, index) => {
          const { room, alice, bob } = (writer + index) % 2 === 0 ? one : two;
          return newMessage(room.id, writer % 2 === 0 ? alice.id : bob.id, { content: `${writer}/${index}` });
        });
      const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((writer) => writeAll(store(), batch(writer))));
      for (const { room } of [one, two]) {
        const written = answers.flat().filter(({ roomId }) => roomId === room.id);
        const numbers = written.map(({ seq }) => seq).sort((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
        const log = await store().chatLog.entriesAfter(room.id, 0, 999);
        expect(log.map(({ seq }) => seq)).toEqual(numbers);
        for (const own of answers) {
          const seqs = own.filter(({ roomId }) => roomId === room.id).map(({ seq }) => seq);
          expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
        }
      }
    });

    it('writes nothing for nothing', async () => {
      expect(await store().chatLog.append([])).toEqual([]);
      expect(await store().chatLog.lastSeq(unknownId())).toBe(0);
    });
  });
}

function idempotency(store: StoreOf): void {
  describe('the sender’s own id', () => {
    it('makes a retry harmless, in the same batch and later', async () => {
      const { room, alice } = await seedTalk(store());
      const draft = newMessage(room.id, alice.id);
      const again = { ...draft, id: uuidv7() };
      const [first, second] = await store().chatLog.append([draft, again]);
      const [third] = await store().chatLog.append([{ ...draft, id: uuidv7() }]);
      expect(first).toMatchObject({ ok: true, isNew: true });
      expect(second).toMatchObject({ ok: true, isNew: false, entry: entryOf(first) });
      expect(third).toMatchObject({
        ok: true,
        isNew: false,
        entry: entryOf(first),
        messageAuthorId: alice.id,
      });
      expect(await store().chatLog.lastSeq(room.id)).toBe(1);
    });

    it('makes it harmless when all tries come at once', async () => {
      const { room, alice } = await seedTalk(store());
      const draft = newMessage(room.id, alice.id);
      const answers = await Promise.all([1, 2, 3, 4].map(() => store().chatLog.append([draft])));
      expect(new Set(answers.flat().map((answer) => entryOf(answer).seq))).toEqual(new Set([1]));
      expect(answers.flat().filter((answer) => answer.ok && answer.isNew)).toHaveLength(1);
    });

    it('holds for all that is done to messages', async () => {
      const { room, alice } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      const acts = [react('👍'), pin(true), edit('Other'), deletion].map((act) =>
        newAct(message, alice.id, act),
      );
      const first = await writeAll(store(), acts);
      const second = await store().chatLog.append(acts);
      expect(second.map((answer) => answer.ok && !answer.isNew)).toEqual([true, true, true, true]);
      expect(second.map((answer) => entryOf(answer).seq)).toEqual(first.map(({ seq }) => seq));
      expect(await store().chatLog.lastSeq(room.id)).toBe(5);
    });

    it('is one per person and room', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const other = await seedTalk(store());
      const draft = newMessage(room.id, alice.id);
      const entries = await writeAll(store(), [
        draft,
        { ...draft, id: uuidv7(), userId: bob.id },
        { ...draft, id: uuidv7(), roomId: other.room.id },
      ]);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 1]);
    });

    it('is not used for two things', async () => {
      const { room, alice } = await seedTalk(store());
      const draft = newMessage(room.id, alice.id);
      const [entry] = await writeAll(store(), [draft]);
      const message = { id: draft.id, roomId: room.id };
      const { clientId } = draft;
      const answers = await store().chatLog.append([
        { ...newAct(message, alice.id, deletion), clientId },
        { ...newAct(message, alice.id, react('👍')), clientId },
      ]);
      expect(answers).toMatchObject([
        { ok: false, code: 'conflict' },
        { ok: false, code: 'conflict' },
      ]);
      expect(await store().chatLog.entriesAfter(room.id, 0, 9)).toEqual([entry]);
    });
  });
}

function refusals(store: StoreOf): void {
  describe('refusals', () => {
    it('leave the others of the batch alone', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      const unknown = { id: unknownId(), roomId: room.id };
      const answers = await store().chatLog.append([
        newMessage(unknownId(), alice.id),
        newMessage(room.id, alice.id, { content: 'between' }),
        newMessage(room.id, unknownId()),
        newAct(message, bob.id, edit('Mine now')),
        newAct(unknown, bob.id, deletion),
        newMessage(room.id, alice.id, { replyTo: unknown.id }),
        newMessage(room.id, alice.id, { fileId: unknownId() }),
        newMessage('nonsense', alice.id),
        newMessage(room.id, `'; DROP TABLE "Message"; --`),
        newMessage(room.id, alice.id, { clientId: 'nonsense' }),
        newMessage(room.id, alice.id, { replyTo: 'nonsense' }),
        newMessage(room.id, alice.id, { content: 'last' }),
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.isNew : answer.code))).toEqual([
        'not_found',
        true,
        'not_found',
        'forbidden',
        'not_found',
        'not_found',
        'not_found',
        'not_found',
        'not_found',
        'bad_request',
        'not_found',
        true,
      ]);
      const log = await store().chatLog.messagesAfter(room.id, 0, 99);
      expect(log.map(({ content, seq }) => [seq, content])).toEqual([
        [1, 'Hello'],
        [2, 'between'],
        [3, 'last'],
      ]);
    });

    it('keep rooms apart: another room’s message is none', async () => {
      const one = await seedTalk(store());
      const two = await seedTalk(store());
      const message = await say(store(), one.room.id, one.alice.id);
      const moved = { id: message.id, roomId: two.room.id };
      const answers = await store().chatLog.append([
        newAct(moved, one.alice.id, edit('Elsewhere')),
        newAct(moved, one.alice.id, deletion),
        newAct(moved, two.alice.id, react('👍')),
        newMessage(two.room.id, two.alice.id, { replyTo: message.id }),
        newMessage(one.room.id, one.alice.id),
      ]);
      expect(answers.map((answer) => answer.ok || answer.code)).toEqual([
        'not_found',
        'not_found',
        'not_found',
        'not_found',
        true,
      ]);
      expect(await store().chatLog.findMessages(two.room.id, [message.id])).toEqual([]);
    });

    it('end what somebody with a deleted account could write; what they wrote stays', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, bob.id);
      const mention = { mentions: [{ userId: bob.id, name: 'Max' }] };
      await say(store(), room.id, alice.id, mention);
      await store().users.anonymise(bob.id);
      const [answer] = await store().chatLog.append([newMessage(room.id, bob.id)]);
      expect(answer).toMatchObject({ ok: false, code: 'not_found' });
      expect(await store().chatLog.findMessages(room.id, [message.id])).toEqual([message]);
      expect((await store().chatrooms.members(room.id)).map(({ userId }) => userId)).toEqual([alice.id]);
      expect(await say(store(), room.id, alice.id, mention)).toMatchObject({ seq: 3 });
    });
  });
}

function changes(store: StoreOf): void {
  describe('messages', () => {
    it('carry any text unchanged', async () => {
      const { room, alice } = await seedTalk(store());
      const drafts = hostileTexts.map((content) => newMessage(room.id, alice.id, { content }));
      await writeAll(store(), drafts);
      const log = await store().chatLog.messagesAfter(room.id, 0, 99);
      expect(log.map(({ content }) => content)).toEqual(hostileTexts);
    });

    it('lose only what no database takes', async () => {
      const { room, alice } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id, { content: 'a\0b\ud800c' });
      expect(message.content).toBe('a\ufffdb\ufffdc');
      expect(await store().chatLog.findMessages(room.id, [message.id])).toEqual([message]);
    });

    it('stand as they are now, and their events beside them', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      const mentions = [{ userId: bob.id, name: 'Max' }];
      const acts = [
        newAct(message, bob.id, react('👍')),
        newAct(message, alice.id, { ...edit('Hello @Max'), mentions }),
        newAct(message, bob.id, pin(true)),
        newAct(message, alice.id, react('👍')),
        newAct(message, alice.id, react('🎉')),
        newAct(message, alice.id, react('🎉', false)),
      ];
      const entries = await writeAll(store(), acts);
      const now = {
        ...message,
        content: 'Hello @Max',
        mentions,
        editedAt: acts[1]?.at,
        pinnedAt: acts[2]?.at,
        reactions: [{ emoji: '👍', userIds: [bob.id, alice.id] }],
      };
      const [first, ...rest] = asJson(await store().chatLog.entriesAfter(room.id, 0, 99));
      expect(first).toMatchObject({ kind: 'message', message: now });
      expect(rest).toEqual(entries);
      expect(rest.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7]);
      expect(await store().chatrooms.find(room.id)).toMatchObject({ lastSeq: 7, messageCount: 1 });
    });

    it('give the same whether they are changed in one batch or in many', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const script = (): Draft[] => {
        const draft = newMessage(room.id, alice.id, { content: 'one' });
        const message = { id: draft.id, roomId: room.id };
        const reply = newMessage(room.id, bob.id, { replyTo: draft.id });
        return [
          draft,
          newAct(message, alice.id, edit('two')),
          newAct(message, bob.id, react('👍')),
          reply,
          newAct(message, alice.id, edit('three')),
          newAct(message, alice.id, deletion),
        ];
      };
      const [inOne, oneByOne] = [script(), script()];
      await writeAll(store(), inOne);
      for (const draft of oneByOne) await writeAll(store(), [draft]);
      const log = await store().chatLog.entriesAfter(room.id, 0, 99);
      const plain = (entries: typeof log) =>
        entries.map((entry) => ({
          ...entry,
          seq: 0,
          at: '',
          clientId: '',
          messageId: '',
          message: entry.kind === 'message' && {
            ...entry.message,
            id: '',
            seq: 0,
            at: '',
            clientId: '',
            replyTo: entry.message.replyTo !== null,
            threadId: entry.message.threadId !== null,
            editedAt: entry.message.editedAt !== null,
            deletedAt: entry.message.deletedAt !== null,
          },
        }));
      expect(plain(log.slice(0, 6))).toEqual(plain(log.slice(6)));
      for (const [draft] of [inOne, oneByOne]) {
        if (draft?.kind !== 'message') throw new Error('The script begins with a message.');
        const revisions = await store().chatLog.revisions(room.id, draft.id);
        expect(revisions.map(({ content }) => content)).toEqual(['one', 'two', 'three']);
      }
    });

    it('answer what would change nothing without an entry', async () => {
      const { room, alice } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      await writeAll(store(), [newAct(message, alice.id, react('👍')), newAct(message, alice.id, pin(true))]);
      const answers = await store().chatLog.append([
        newAct(message, alice.id, react('👍')),
        newAct(message, alice.id, react('🎉', false)),
        newAct(message, alice.id, pin(true)),
        newAct(message, alice.id, edit('Hello')),
      ]);
      const nothing = { ok: true, isNew: false, entry: null, seq: 3 };
      expect(answers).toEqual([nothing, nothing, nothing, nothing]);
    });

    it('take only so many different reactions', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      const signs = Array.from({ length: reactionsMost + 1 }, (_, index) =>
        String.fromCodePoint(0x1f600 + index),
      );
      const answers = await store().chatLog.append(
        signs.map((emoji) => newAct(message, alice.id, react(emoji))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(reactionsMost);
      expect(answers.at(-1)).toMatchObject({ ok: false, code: 'conflict' });
      await writeAll(store(), [newAct(message, bob.id, react(signs[0] ?? ''))]);
    });
  });

  describe('a deleted message', () => {
    it('is a tombstone everywhere; its texts are only among its revisions', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const mentions = [{ userId: bob.id, name: 'secret-name' }];
      const message = await say(store(), room.id, alice.id, { content: 'secret-1', mentions });
      await writeAll(store(), [
        newAct(message, alice.id, { ...edit('secret-2'), mentions }),
        newAct(message, bob.id, react('👍')),
        newAct(message, bob.id, pin(true)),
        newAct(message, alice.id, edit('secret-3')),
      ]);
      const [entry] = await writeAll(store(), [newAct(message, bob.id, deletion)]);
      const log = await store().chatLog.entriesAfter(room.id, 0, 99);
      expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(log[0]).toMatchObject({
        message: { content: '', mentions: [], reactions: [], pinnedAt: null, deletedAt: entry?.at },
      });
      const { chatLog } = store();
      const seen = [
        log,
        await chatLog.entriesAfterMany([{ roomId: room.id, afterSeq: 0 }], 99),
        await chatLog.messagesBefore(room.id, null, 99),
        await chatLog.findMessages(room.id, [message.id]),
        await chatLog.thread(room.id, message.id, 9),
        await chatLog.pins(room.id),
        await chatLog.writtenBy(alice.id, { limit: 9, after: null }),
        await chatLog.mentioning(
          bob.id,
          { roomIds: [room.id], hiddenUserIds: [] },
          { limit: 9, after: null },
        ),
      ];
      expect(JSON.stringify(seen)).not.toContain('secret');
      expect((await chatLog.revisions(room.id, message.id)).map(({ content }) => content)).toEqual([
        'secret-1',
        'secret-2',
        'secret-3',
      ]);
      expect(await chatLog.pins(room.id)).toEqual([]);
    });

    it('takes nothing more, and a second deletion is none', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id);
      await writeAll(store(), [newAct(message, bob.id, deletion)]);
      const answers = await store().chatLog.append([
        newAct(message, bob.id, deletion),
        newAct(message, alice.id, edit('Back')),
        newAct(message, bob.id, react('👍')),
        newAct(message, bob.id, pin(true)),
        newMessage(room.id, bob.id, { replyTo: message.id }),
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.entry : answer.code))).toEqual([
        null,
        'message_deleted',
        'message_deleted',
        'message_deleted',
        'message_deleted',
      ]);
      expect(await store().chatLog.lastSeq(room.id)).toBe(2);
    });

    it('gives its file up', async () => {
      const { room, alice } = await seedTalk(store());
      const file = newFile(room.id, alice.id);
      await store().chatFiles.add(file);
      const message = await say(store(), room.id, alice.id, { type: 'file', content: '', fileId: file.id });
      await writeAll(store(), [newAct(message, alice.id, deletion)]);
      expect(await store().chatFiles.find(file.id)).toBeNull();
      expect((await store().chatLog.findMessages(room.id, [message.id]))[0]?.file).toBeNull();
    });
  });

  describe('files', () => {
    it('go with one message of their uploader, in their room', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const other = await seedTalk(store());
      const file = newFile(room.id, alice.id, { type: 'image/png', width: 20, height: 10 });
      await store().chatFiles.add(file);
      const draft = (roomId: string, userId: string) =>
        newMessage(roomId, userId, { type: 'image', content: '', fileId: file.id });
      const answers = await store().chatLog.append([
        draft(room.id, bob.id),
        draft(other.room.id, other.alice.id),
        draft(room.id, alice.id),
        draft(room.id, alice.id),
      ]);
      expect(answers.map((answer) => answer.ok || answer.code)).toEqual([
        'forbidden',
        'not_found',
        true,
        'conflict',
      ]);
      const [message] = await store().chatLog.messagesAfter(room.id, 0, 9);
      const { id, name, type, sizeBytes, width, height, durationMs } = file;
      expect(message?.file).toEqual({ id, name, type, sizeBytes, width, height, durationMs });
      expect(await store().chatFiles.find(file.id)).toMatchObject({ messageId: message?.id });
    });
  });

  describe('threads', () => {
    it('gather all answers under their first message and count them', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const first = await say(store(), room.id, alice.id);
      const second = await say(store(), room.id, bob.id, { replyTo: first.id });
      await say(store(), room.id, bob.id);
      const third = await say(store(), room.id, alice.id, { replyTo: second.id });
      expect(third).toMatchObject({ replyTo: second.id, threadId: first.id });
      const thread = await store().chatLog.thread(room.id, first.id, 9);
      expect(thread).toEqual([{ ...first, replyCount: 2 }, second, third]);
      expect(await store().chatLog.thread(room.id, first.id, 2)).toHaveLength(2);
      expect(await store().chatLog.thread(unknownId(), first.id, 9)).toEqual([]);
    });

    it('are counted also when their answers come in one batch', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const first = await say(store(), room.id, alice.id);
      const answer = newMessage(room.id, bob.id, { replyTo: first.id });
      await writeAll(store(), [answer, newMessage(room.id, alice.id, { replyTo: answer.id })]);
      expect((await store().chatLog.findMessages(room.id, [first.id]))[0]?.replyCount).toBe(2);
    });
  });
}

/** What every log of chatrooms does. */
export function chatLogContract(store: StoreOf): void {
  describe('the chat log', () => {
    numbering(store);
    idempotency(store);
    refusals(store);
    changes(store);
    chatLogReadsContract(store);
    chatLogSearchContract(store);

    it('goes with its space', async () => {
      const { spaceId, room, alice } = await seedTalk(store());
      await say(store(), room.id, alice.id);
      await store().spaces.update(spaceId, { deletedAt: at(-1) }, null);
      await store().spaces.purge(at(0));
      expect(await store().chatLog.lastSeq(room.id)).toBe(0);
      expect(await store().chatLog.entriesAfter(room.id, 0, 9)).toEqual([]);
      const mine = await store().chatLog.writtenBy(alice.id, { limit: 9, after: null });
      expect(mine.items).toEqual([]);
    });
  });
}
