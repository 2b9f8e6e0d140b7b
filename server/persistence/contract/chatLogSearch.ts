import { describe, expect, it } from 'vitest';
import { newFile } from '../testing/seedChat.ts';
import { newAct, type SeededTalk, say, seedTalk, writeAll } from '../testing/seedLog.ts';
import { asJson, at, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

type Query = Parameters<ReturnType<StoreOf>['chatLog']['search']>[0];

const lines = [
  'The harbour is quiet tonight',
  'Tonight the quiet harbour sleeps',
  'Ein Frühstück für Zoë',
  'See https://example.org/plans for the harbour',
  'Число пи и 3 яблока',
  '港の計画',
];

const queryIn = (room: { id: string }, words: string, rest: Partial<Query> = {}): Query => ({
  roomIds: [room.id],
  words,
  fromUserId: null,
  has: null,
  before: null,
  after: null,
  hiddenUserIds: [],
  ...rest,
});

async function seedLines(store: StoreOf): Promise<SeededTalk> {
  const talk = await seedTalk(store());
  for (const [index, content] of lines.entries()) {
    await say(store(), talk.room.id, index % 2 === 0 ? talk.alice.id : talk.bob.id, {
      content,
      at: at(index),
    });
  }
  return talk;
}

/** How messages are found by their words. */
export function chatLogSearchContract(store: StoreOf): void {
  const found = async (query: Query): Promise<number[]> => {
    const { items } = asJson(await store().chatLog.search(query, { limit: 50, after: null }));
    return items.map(({ content }) => lines.indexOf(content));
  };

  describe('search', () => {
    it('finds words of any language, newest first', async () => {
      const { room } = await seedLines(store);
      expect(await found(queryIn(room, 'harbour'))).toEqual([3, 1, 0]);
      expect(await found(queryIn(room, 'HARBOUR quiet'))).toEqual([1, 0]);
      expect(await found(queryIn(room, 'Frühstück'))).toEqual([2]);
      expect(await found(queryIn(room, 'frühstück'))).toEqual([2]);
      expect(await found(queryIn(room, 'Zoë'))).toEqual([2]);
      expect(await found(queryIn(room, 'яблока'))).toEqual([4]);
      expect(await found(queryIn(room, '港の計画'))).toEqual([5]);
      expect(await found(queryIn(room, 'harbor'))).toEqual([]);
    });

    it('knows phrases, exclusion and alternatives', async () => {
      const { room } = await seedLines(store);
      expect(await found(queryIn(room, '"quiet harbour"'))).toEqual([1]);
      expect(await found(queryIn(room, 'harbour -quiet'))).toEqual([3]);
      expect(await found(queryIn(room, 'harbour -"quiet harbour"'))).toEqual([3, 0]);
      expect(await found(queryIn(room, 'sleeps or Zoë'))).toEqual([2, 1]);
      expect(await found(queryIn(room, '"quiet harbour'))).toEqual([1]);
    });

    it('finds nothing where nothing is asked for, and takes any text', async () => {
      const { room } = await seedLines(store);
      const empty = ['', ' ', '-', '""', '"', '!', '&|', '-quiet', '-"quiet harbour"', '()', ':*', '-a -b'];
      for (const words of empty) expect(await found(queryIn(room, words)), words).toEqual([]);
      const strange = [
        `'; DROP TABLE "Message"; --`,
        `nothing' OR 1=1 --`,
        'a <-> b:* & !c | (',
        `\\' \\`,
        '%_',
        `${'('.repeat(500)}`,
        'x'.repeat(3_000),
        '👩‍🚀',
        '-or -"or" or or',
      ];
      for (const words of strange) expect(await found(queryIn(room, words)), words).toEqual([]);
    });

    it('is narrowed by person, time, room and what a message has', async () => {
      const { room, alice, bob } = await seedLines(store);
      expect(await found(queryIn(room, 'harbour', { fromUserId: bob.id }))).toEqual([3, 1]);
      expect(await found(queryIn(room, 'harbour', { hiddenUserIds: [bob.id] }))).toEqual([0]);
      expect(await found(queryIn(room, 'harbour', { before: at(1) }))).toEqual([0]);
      expect(await found(queryIn(room, 'harbour', { after: at(1) }))).toEqual([3, 1]);
      expect(await found(queryIn(room, 'harbour', { has: 'link' }))).toEqual([3]);
      expect(await found(queryIn(room, 'harbour', { roomIds: [] }))).toEqual([]);
      expect(await found(queryIn(room, 'harbour', { roomIds: [unknownId()] }))).toEqual([]);
      const file = newFile(room.id, alice.id, { type: 'image/png' });
      await store().chatFiles.add(file);
      const picture = await say(store(), room.id, alice.id, {
        type: 'image',
        content: 'our harbour',
        fileId: file.id,
      });
      const having = async (has: Query['has']) =>
        (await store().chatLog.search(queryIn(room, 'harbour', { has }), { limit: 9, after: null })).items;
      expect(await having('image')).toEqual([picture]);
      expect(await having('file')).toEqual([picture]);
      expect(await having('voice')).toEqual([]);
    });

    it('goes without words where a filter says what is looked for', async () => {
      const { room, alice, bob } = await seedLines(store);
      expect(await found(queryIn(room, '', { fromUserId: bob.id }))).toEqual([5, 3, 1]);
      expect(await found(queryIn(room, ' ', { has: 'link' }))).toEqual([3]);
      expect(await found(queryIn(room, '', { after: at(1), before: at(4) }))).toEqual([3, 2, 1]);
      expect(await found(queryIn(room, '', { has: 'image', fromUserId: alice.id }))).toEqual([]);
      expect(await found(queryIn(room, '', { fromUserId: bob.id, roomIds: [unknownId()] }))).toEqual([]);
      expect(await found(queryIn(room, '', { after: at(1), hiddenUserIds: [bob.id] }))).toEqual([4, 2]);
      expect(await found(queryIn(room, '-quiet', { fromUserId: bob.id }))).toEqual([]);
      const query = queryIn(room, '', { fromUserId: bob.id });
      const all = await readAll((page) => store().chatLog.search(query, page), 2);
      expect(all.map(({ content }) => lines.indexOf(content))).toEqual([5, 3, 1]);
    });

    it('goes by the text as it stands now', async () => {
      const { room, alice } = await seedTalk(store());
      const message = await say(store(), room.id, alice.id, { content: 'before' });
      const count = async (words: string) =>
        (await store().chatLog.search(queryIn(room, words), { limit: 9, after: null })).items.length;
      await writeAll(store(), [
        newAct(message, alice.id, { kind: 'edit', content: 'afterwards', mentions: [] }),
      ]);
      expect([await count('before'), await count('afterwards')]).toEqual([0, 1]);
      await writeAll(store(), [newAct(message, alice.id, { kind: 'delete' })]);
      expect([await count('before'), await count('afterwards')]).toEqual([0, 0]);
    });

    it('comes in pages', async () => {
      const { room, alice } = await seedTalk(store());
      // Several of one instant: the key of a page must tell them apart.
      for (let index = 0; index < 7; index += 1) {
        await say(store(), room.id, alice.id, { content: `page ${index}`, at: at(Math.floor(index / 3)) });
      }
      const query = queryIn(room, 'page');
      const all = await readAll((page) => store().chatLog.search(query, page), 2);
      expect(all.map(({ content }) => content)).toEqual(
        [6, 5, 4, 3, 2, 1, 0].map((index) => `page ${index}`),
      );
      for (const after of strangeKeys) {
        expect((await store().chatLog.search(query, { limit: 2, after })).items).toEqual([]);
      }
    });
  });
}
