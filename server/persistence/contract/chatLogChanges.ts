import { describe, expect, it } from 'vitest';
import { type Message, reactionsMost } from '#lib/domain/chat/log.ts';
import type { Draft } from '../ports.ts';
import { newFile, newMessage } from '../testing/seedChat.ts';
import { newAct, say, seedTalk, writeAll } from '../testing/seedLog.ts';
import { asJson, hostileTexts, type StoreOf, unknownId } from './common.ts';

const edit = (content: string) => ({ kind: 'edit' as const, content, mentions: [] });
const react = (emoji: string, isOn = true) => ({ kind: 'react' as const, emoji, isOn });
const pin = (isOn: boolean) => ({ kind: 'pin' as const, isOn });
const deletion = { kind: 'delete' as const };

/** The whole of a thread, as everybody sees it. */
const threadOf = ({ id: threadId, roomId }: Message) => ({
  roomId,
  threadId,
  afterSeq: 0,
  hiddenUserIds: [],
});

/** What becomes of messages, their files and threads. */
export function chatLogChangesContract(store: StoreOf): void {
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
        await chatLog.thread(threadOf(message), 9),
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
      const thread = await store().chatLog.thread(threadOf(first), 9);
      expect(thread).toEqual([{ ...first, replyCount: 2 }, second, third]);
      expect(await store().chatLog.thread({ ...threadOf(first), roomId: unknownId() }, 9)).toEqual([]);
    });

    it('are read in pages: the first message once, each answer once, in order', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const first = await say(store(), room.id, alice.id);
      const drafts = Array.from({ length: 7 }, (_, index) => [
        newMessage(room.id, bob.id, { content: `${index}`, replyTo: first.id }),
        newMessage(room.id, alice.id, { content: 'beside it' }),
      ]);
      await writeAll(store(), drafts.flat());
      const pages: string[][] = [];
      let afterSeq = 0;
      do {
        const page = await store().chatLog.thread({ ...threadOf(first), afterSeq }, 3);
        pages.push(page.map(({ content }) => content));
        afterSeq = page.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER;
      } while (afterSeq < Number.MAX_SAFE_INTEGER);
      expect(pages).toEqual([[first.content, '0', '1'], ['2', '3', '4'], ['5', '6'], []]);
      expect(await store().chatLog.thread({ ...threadOf(first), afterSeq }, 3)).toEqual([]);
    });

    it('leave out whom they are told to, and fill a page with the others', async () => {
      const { room, alice, bob } = await seedTalk(store());
      const first = await say(store(), room.id, alice.id);
      await say(store(), room.id, bob.id, { replyTo: first.id });
      const second = await say(store(), room.id, alice.id, { replyTo: first.id });
      const { thread } = store().chatLog;
      const ofAlice = await thread({ ...threadOf(first), hiddenUserIds: [bob.id] }, 2);
      expect(ofAlice).toEqual([{ ...first, replyCount: 2 }, second]);
      expect(await thread({ ...threadOf(first), hiddenUserIds: [alice.id] }, 9)).toHaveLength(1);
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
