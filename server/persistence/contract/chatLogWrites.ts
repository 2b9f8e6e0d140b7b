import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../ports.ts';
import { newMessage } from '../testing/seedChat.ts';
import { entryOf, newAct, say, seedTalk, writeAll } from '../testing/seedLog.ts';
import { asJson, type StoreOf, unknownId } from './common.ts';

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

/** How entries are numbered, how retries are told apart, and what is refused. */
export function chatLogWritesContract(store: StoreOf): void {
  numbering(store);
  idempotency(store);
  refusals(store);
}
