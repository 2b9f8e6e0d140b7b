import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ChatMute, ChatReport } from '../ports/chat.ts';
import { seedSpace } from '../testing/seed.ts';
import { seedChatroom } from '../testing/seedChat.ts';
import { asJson, at, count, hostileTexts, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

async function place(store: StoreOf) {
  const { space, people } = await seedSpace(store());
  const { owner: alice, member: bob, moderator: mona } = people;
  const room = await seedChatroom(store(), space.id, [{ userId: alice.id, role: 'owner' }]);
  const report = (overrides: Partial<ChatReport> = {}): ChatReport => ({
    id: uuidv7(),
    spaceId: space.id,
    roomId: room.id,
    messageId: uuidv7(),
    authorId: bob.id,
    reporterId: alice.id,
    reason: 'Unkind',
    term: null,
    content: 'What was said',
    at: at(0),
    status: 'open',
    resolvedBy: null,
    resolvedAt: null,
    ...overrides,
  });
  return { alice, bob, mona, room, report, spaceId: space.id, moderation: store().chatModeration };
}

function reportsContract(store: StoreOf): void {
  describe('reports of messages', () => {
    it('are kept and found in their own space', async () => {
      const { spaceId, report, moderation } = await place(store);
      const other = await place(store);
      const made = report();
      expect(await moderation.report(made)).toBe(true);
      expect(asJson(await moderation.findReport(spaceId, made.id))).toEqual(made);
      expect(await moderation.findReport(other.spaceId, made.id)).toBeNull();
      expect(await moderation.findReport(spaceId, unknownId())).toBeNull();
    });

    it('are one open one by each person and message; the filter’s are as many as it makes', async () => {
      const { report, moderation, mona } = await place(store);
      const first = report();
      const again = () => moderation.report({ ...first, id: uuidv7() });
      const taken = await Promise.all([moderation.report(first), again(), again()]);
      expect(count(taken, true)).toBe(1);
      const { messageId } = first;
      expect(await moderation.report(report({ messageId, reporterId: mona.id }))).toBe(true);
      const byFilter = { messageId, reporterId: null, term: 'scam', reason: '' };
      expect(await moderation.report(report(byFilter))).toBe(true);
      expect(await moderation.report(report(byFilter))).toBe(true);
      expect(await moderation.report(report())).toBe(true);
    });

    it('are listed newest first, open ones or all', async () => {
      const { spaceId, report, moderation, mona } = await place(store);
      const all = [report(), report(), report(), report()];
      for (const each of all) await moderation.report(each);
      const [first] = all;
      const settled = { status: 'dismissed', by: mona.id, at: at(1) } as const;
      await moderation.resolve(spaceId, first?.id ?? '', settled);
      const ids = (reports: ChatReport[]) => reports.map(({ id }) => id);
      const open = await readAll((page) => moderation.reports(spaceId, 'open', page), 2);
      expect(ids(open)).toEqual(ids(all).reverse().slice(0, 3));
      const every = await readAll((page) => moderation.reports(spaceId, 'all', page), 2);
      expect(ids(every)).toEqual(ids(all).reverse());
    });

    it('are settled once, and a deletion settles all of the message', async () => {
      const { spaceId, report, moderation, alice, mona } = await place(store);
      const other = await place(store);
      const mine = report();
      const theirs = report({ messageId: mine.messageId, reporterId: mona.id });
      const elsewhere = report();
      for (const each of [mine, theirs, elsewhere]) await moderation.report(each);
      const deleted = { status: 'deleted', by: mona.id, at: at(1) } as const;
      expect(await moderation.resolve(other.spaceId, mine.id, deleted)).toBeNull();
      const answers = await Promise.all(
        [mine, theirs, mine].map(({ id }) => moderation.resolve(spaceId, id, deleted)),
      );
      const settled = { status: 'deleted', resolvedBy: mona.id, resolvedAt: at(1) };
      expect(count<unknown>(answers, null)).toBe(2);
      expect(await moderation.findReport(spaceId, mine.id)).toEqual({ ...mine, ...settled });
      expect(await moderation.findReport(spaceId, theirs.id)).toEqual({ ...theirs, ...settled });
      expect(await moderation.findReport(spaceId, elsewhere.id)).toEqual(elsewhere);
      expect(await moderation.report({ ...mine, id: uuidv7(), reporterId: alice.id })).toBe(true);
    });

    it('are settled alone when they are dismissed', async () => {
      const { spaceId, report, moderation, mona } = await place(store);
      const mine = report();
      const theirs = report({ messageId: mine.messageId, reporterId: mona.id });
      for (const each of [mine, theirs]) await moderation.report(each);
      const dismissed = { status: 'dismissed', by: mona.id, at: at(1) } as const;
      expect(asJson(await moderation.resolve(spaceId, mine.id, dismissed))).toEqual({
        ...mine,
        status: 'dismissed',
        resolvedBy: mona.id,
        resolvedAt: at(1),
      });
      expect(await moderation.findReport(spaceId, theirs.id)).toEqual(theirs);
    });

    it('are of rooms and people who exist, and go with the room', async () => {
      const { spaceId, room, report, moderation } = await place(store);
      await expect(moderation.report(report({ roomId: unknownId() }))).rejects.toThrow();
      const made = report();
      await moderation.report(made);
      await store().chatrooms.remove(room.id);
      expect(await moderation.findReport(spaceId, made.id)).toBeNull();
    });

    it.each(strangeKeys)('are none after the key %j', async (after) => {
      const { spaceId, report, moderation } = await place(store);
      await moderation.report(report());
      const nothing = { items: [], next: null };
      expect(await moderation.reports(spaceId, 'all', { limit: 9, after })).toEqual(nothing);
    });

    it.each(hostileTexts)('keep the text %j', async (content) => {
      const { spaceId, report, moderation } = await place(store);
      const made = report({ content, reason: content, term: content });
      await moderation.report(made);
      expect(await moderation.findReport(spaceId, made.id)).toEqual(made);
    });
  });
}

function filtersContract(store: StoreOf): void {
  describe('filtered terms', () => {
    it('are replaced as a whole, by space, and come in the order of the terms', async () => {
      const { spaceId, moderation } = await place(store);
      const other = await place(store);
      expect(await moderation.filters(spaceId)).toEqual([]);
      const terms = ['b', 'B', 'ä', 'a'].map((term) => ({ term, action: 'review' as const }));
      await moderation.setFilters(spaceId, terms);
      await moderation.setFilters(other.spaceId, [{ term: 'x', action: 'refuse' }]);
      expect(asJson(await moderation.filters(spaceId)).map(({ term }) => term)).toEqual(['B', 'a', 'b', 'ä']);
      await moderation.setFilters(spaceId, [{ term: 'a', action: 'refuse' }]);
      expect(await moderation.filters(spaceId)).toEqual([{ term: 'a', action: 'refuse' }]);
      await moderation.setFilters(spaceId, []);
      expect(await moderation.filters(spaceId)).toEqual([]);
    });

    it('are one list or the other when two are given at the same moment', async () => {
      const { spaceId, moderation } = await place(store);
      const list = (prefix: string) =>
        [1, 2, 3].map((n) => ({ term: `${prefix}${n}`, action: 'refuse' as const }));
      await Promise.all(['a', 'b', 'c'].map((prefix) => moderation.setFilters(spaceId, list(prefix))));
      const terms = await moderation.filters(spaceId);
      expect(terms).toHaveLength(3);
      expect(new Set(terms.map(({ term }) => term[0])).size).toBe(1);
    });

    it('are of spaces that exist', async () => {
      const terms = [{ term: 'a', action: 'refuse' as const }];
      await expect(store().chatModeration.setFilters(unknownId(), terms)).rejects.toThrow();
    });
  });
}

function mutesContract(store: StoreOf): void {
  describe('mutes in the chat', () => {
    it('are in force until they end or are lifted', async () => {
      const { spaceId, bob, mona, moderation } = await place(store);
      const other = await place(store);
      const mute: ChatMute = {
        spaceId,
        userId: bob.id,
        reason: 'Loud',
        by: mona.id,
        at: at(0),
        until: at(10),
      };
      await moderation.putMute(mute);
      expect(asJson(await moderation.findMute(spaceId, bob.id, at(9)))).toEqual(mute);
      expect(await moderation.findMute(spaceId, bob.id, at(10))).toBeNull();
      expect(await moderation.findMute(other.spaceId, bob.id, at(0))).toBeNull();
      const several = [mona.id, bob.id, unknownId()];
      expect(asJson([...(await moderation.findMutes(spaceId, several, at(9)))])).toEqual([[bob.id, mute]]);
      expect(await moderation.findMutes(spaceId, several, at(10))).toEqual(new Map());
      expect(await moderation.findMutes(other.spaceId, several, at(0))).toEqual(new Map());
      expect(await moderation.liftMute(spaceId, bob.id, at(10))).toBe(false);
      const endless = { ...mute, until: null, reason: '', by: null };
      await Promise.all([moderation.putMute(endless), moderation.putMute(endless)]);
      expect(await moderation.findMute(spaceId, bob.id, at(9_999))).toEqual(endless);
      const lifted = await Promise.all([1, 2].map(() => moderation.liftMute(spaceId, bob.id, at(1))));
      expect(lifted.sort()).toEqual([false, true]);
      expect(await moderation.findMute(spaceId, bob.id, at(1))).toBeNull();
    });

    it('are listed newest first while in force', async () => {
      const { spaceId, alice, bob, mona, moderation } = await place(store);
      const mute = { spaceId, reason: '', by: null, until: null };
      await moderation.putMute({ ...mute, userId: alice.id, at: at(-3) });
      await moderation.putMute({ ...mute, userId: bob.id, at: at(-2) });
      await moderation.putMute({ ...mute, userId: mona.id, at: at(-5), until: at(-1) });
      const people = (await moderation.mutes(spaceId, at(0))).map(({ userId }) => userId);
      expect(people).toEqual([bob.id, alice.id]);
    });

    it('are of spaces and people who exist', async () => {
      const { spaceId, bob, moderation } = await place(store);
      const mute = { spaceId, userId: bob.id, reason: '', by: null, at: at(0), until: null };
      await expect(moderation.putMute({ ...mute, spaceId: unknownId() })).rejects.toThrow();
      await expect(moderation.putMute({ ...mute, userId: unknownId() })).rejects.toThrow();
    });
  });
}

export function chatModerationContract(store: StoreOf): void {
  reportsContract(store);
  filtersContract(store);
  mutesContract(store);
}
