import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cachedEntries } from '#lib/domain/chat/limits.ts';
import type { RecentEntries } from '../../chat/ports.ts';
import type { StoredEntry } from '../../persistence/ports.ts';

const at = '2026-03-01T09:00:00.000Z';
const [ann, ben] = [uuidv7(), uuidv7()];

function message(
  roomId: string,
  seq: number,
  threadId: string | null = null,
): StoredEntry & { kind: 'message' } {
  const id = uuidv7();
  const base = { roomId, seq, at, userId: ann, clientId: uuidv7() };
  const none = { mentions: [], file: null, editedAt: null, deletedAt: null, pinnedAt: null, reactions: [] };
  const text = { type: 'text', content: `Message ${seq} “ü” 🙂`, replyTo: threadId, threadId } as const;
  return { ...base, kind: 'message', message: { ...base, ...none, ...text, id, replyCount: 0 } };
}

const upon = (roomId: string, seq: number, messageId: string) => ({
  ...{ roomId, seq, at, userId: ben, clientId: uuidv7(), messageId },
});

const seqsOf = (end: { entries: StoredEntry[] } | null) => end?.entries.map(({ seq }) => seq);

/** What every implementation of `RecentEntries` must do. */
export function describeRecentEntries(name: string, create: () => Promise<RecentEntries>): void {
  describe(`recent entries: ${name}`, () => {
    let recent: RecentEntries;
    beforeAll(async () => {
      recent = await create();
    });
    afterAll(() => recent.close());

    test('1. an unknown room is not known, and nothing but its first entry makes it known', async () => {
      const roomId = uuidv7();
      expect(await recent.read(roomId)).toBeNull();
      await recent.append(roomId, [message(roomId, 7)]);
      expect(await recent.read(roomId)).toBeNull();
      const first = message(roomId, 1);
      await recent.append(roomId, [first]);
      expect(await recent.read(roomId)).toEqual({ entries: [first], lastSeq: 1 });
    });

    test('2. a room that was filled goes on with what follows', async () => {
      const roomId = uuidv7();
      const entries = [message(roomId, 5), message(roomId, 6)];
      await recent.fill(roomId, entries, 6);
      const next = [message(roomId, 7), message(roomId, 8)];
      await recent.append(roomId, next);
      expect(await recent.read(roomId)).toEqual({ entries: [...entries, ...next], lastSeq: 8 });
    });

    test('3. an empty room is known to be empty', async () => {
      const roomId = uuidv7();
      await recent.fill(roomId, [], 0);
      expect(await recent.read(roomId)).toEqual({ entries: [], lastSeq: 0 });
      await recent.append(roomId, [message(roomId, 1)]);
      expect(seqsOf(await recent.read(roomId))).toEqual([1]);
    });

    test('4. an older reading never replaces a newer one', async () => {
      const roomId = uuidv7();
      await recent.fill(roomId, [message(roomId, 1), message(roomId, 2)], 2);
      await recent.fill(roomId, [message(roomId, 1)], 1);
      expect(seqsOf(await recent.read(roomId))).toEqual([1, 2]);
      await recent.fill(roomId, [message(roomId, 2), message(roomId, 3)], 3);
      expect(seqsOf(await recent.read(roomId))).toEqual([2, 3]);
    });

    test('5. what is there already is passed over', async () => {
      const roomId = uuidv7();
      const entries = [message(roomId, 1), message(roomId, 2)];
      await recent.append(roomId, entries);
      await recent.append(roomId, [...entries, message(roomId, 3)]);
      expect(seqsOf(await recent.read(roomId))).toEqual([1, 2, 3]);
    });

    test('6. a gap makes it forget the room', async () => {
      const roomId = uuidv7();
      await recent.append(roomId, [message(roomId, 1)]);
      await recent.append(roomId, [message(roomId, 3)]);
      expect(await recent.read(roomId)).toBeNull();
    });

    test('7. the latest are kept, of a long stretch at once, too', async () => {
      const roomId = uuidv7();
      const [atOnce, count] = [cachedEntries + 20, cachedEntries + 150];
      const all = Array.from({ length: count }, (_, index) => message(roomId, index + 1));
      await recent.append(roomId, all.slice(0, atOnce));
      expect((await recent.read(roomId))?.entries).toEqual(all.slice(20, atOnce));
      for (const entry of all.slice(atOnce)) await recent.append(roomId, [entry]);
      const end = await recent.read(roomId);
      expect(end?.lastSeq).toBe(count);
      expect(end?.entries).toEqual(all.slice(count - cachedEntries));
    });

    test('8. rows of messages stand as they are after what followed them', async () => {
      const roomId = uuidv7();
      const first = message(roomId, 1);
      const { id } = first.message;
      await recent.append(roomId, [first, message(roomId, 2, id)]);
      await recent.append(roomId, [
        { ...upon(roomId, 3, id), kind: 'react', emoji: '👍', isOn: true },
        { ...upon(roomId, 4, id), kind: 'edit', content: 'Better', mentions: [{ userId: ann, name: 'Ann' }] },
        { ...upon(roomId, 5, id), kind: 'pin', isOn: true },
      ]);
      const row = (await recent.read(roomId))?.entries[0];
      const reactions = [{ emoji: '👍', userIds: [ben] }];
      expect(row).toMatchObject({ message: { content: 'Better', replyCount: 1, reactions, pinnedAt: at } });
    });

    test('9. a deleted text stands nowhere any more, not in its edits either', async () => {
      const roomId = uuidv7();
      const first = message(roomId, 1);
      const { id } = first.message;
      await recent.append(roomId, [
        first,
        { ...upon(roomId, 2, id), kind: 'edit', content: 'Secret', mentions: [{ userId: ann, name: 'Ann' }] },
      ]);
      await recent.append(roomId, [{ ...upon(roomId, 3, id), kind: 'delete' }]);
      const end = await recent.read(roomId);
      expect(end?.entries[0]).toMatchObject({ message: { content: '', deletedAt: at } });
      expect(end?.entries[1]).toMatchObject({ kind: 'edit', content: '', mentions: [] });
      expect(JSON.stringify(end)).not.toContain('Secret');
    });

    test('10. what is forgotten is not known', async () => {
      const roomId = uuidv7();
      await recent.append(roomId, [message(roomId, 1)]);
      await recent.forget(roomId);
      await recent.forget(roomId);
      expect(await recent.read(roomId)).toBeNull();
    });

    test('11. many at once never leave a gap', async () => {
      const roomId = uuidv7();
      const first = message(roomId, 1);
      const all: StoredEntry[] = [first];
      for (let seq = 2; seq <= 60; seq += 1) {
        const react = { kind: 'react', emoji: '🎉', isOn: seq % 2 === 0 } as const;
        all.push(seq % 3 === 0 ? { ...upon(roomId, seq, first.message.id), ...react } : message(roomId, seq));
      }
      await recent.append(roomId, [first]);
      await Promise.all(all.slice(1).map((entry) => recent.append(roomId, [entry])));
      const end = await recent.read(roomId);
      const seqs = seqsOf(end) ?? [];
      expect(seqs).toEqual(all.slice(0, seqs.length).map(({ seq }) => seq));
      expect(end?.lastSeq ?? 0).toBe(seqs.length);
    });
  });
}
