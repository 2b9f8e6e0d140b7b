import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { AuditEntry, Ban, Block } from '../ports.ts';
import { seedGuest, seedSpace } from '../testing/seed.ts';
import { asJson, at, count, hostileTexts, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

function bansContract(store: StoreOf): void {
  describe('bans', () => {
    it('are in force until they end', async () => {
      const { space, people, ban } = await seedSpace(store());
      expect(asJson(await store().bans.find(space.id, people.banned.id, at(9_999)))).toEqual(ban);
      await store().bans.put({ ...ban, expiresAt: at(10) });
      expect(await store().bans.find(space.id, people.banned.id, at(9))).toMatchObject({ expiresAt: at(10) });
      expect(await store().bans.find(space.id, people.banned.id, at(10))).toBeNull();
      expect(await store().bans.findById(space.id, ban.id, at(10))).toBeNull();
      expect(await store().bans.find(space.id, people.member.id, at(0))).toBeNull();
    });

    it('are found by their id in their own space', async () => {
      const { space, people, ban } = await seedSpace(store());
      const other = await seedSpace(store(), { people });
      expect(asJson(await store().bans.findById(space.id, ban.id, at(0)))).toEqual(ban);
      expect(await store().bans.findById(other.space.id, ban.id, at(0))).toBeNull();
      expect(await store().bans.findById(space.id, unknownId(), at(0))).toBeNull();
    });

    it('replace an earlier one of the same person', async () => {
      const { space, people, ban } = await seedSpace(store());
      const harder: Ban = {
        ...ban,
        id: uuidv7(),
        reason: `It's "worse"`,
        expiresAt: at(99),
        createdBy: null,
      };
      await store().bans.put(harder);
      expect(await store().bans.find(space.id, people.banned.id, at(0))).toEqual(harder);
      expect((await store().bans.list(space.id, at(0), { limit: 9, after: null })).items).toEqual([harder]);
      expect(await store().bans.lift(space.id, ban.id, at(0))).toBeNull();
    });

    it('are one for each person, also when many ban them at the same moment', async () => {
      const { space, ban } = await seedSpace(store());
      await Promise.all(Array.from({ length: 6 }, () => store().bans.put({ ...ban, id: uuidv7() })));
      expect((await store().bans.list(space.id, at(0), { limit: 9, after: null })).items).toHaveLength(1);
    });

    it('are lifted once, in their own space, while in force', async () => {
      const { space, people, ban } = await seedSpace(store());
      const other = await seedSpace(store(), { people });
      expect(await store().bans.lift(other.space.id, ban.id, at(0))).toBeNull();
      const answers = await Promise.all([1, 2, 3].map(() => store().bans.lift(space.id, ban.id, at(0))));
      expect(count<unknown>(answers, null)).toBe(2);
      expect(answers).toContainEqual(ban);
      expect(await store().bans.find(space.id, people.banned.id, at(0))).toBeNull();
      const ended = { ...other.ban, expiresAt: at(-1) };
      await store().bans.put(ended);
      expect(await store().bans.lift(other.space.id, ended.id, at(0))).toBeNull();
    });

    it('are listed newest first while in force', async () => {
      const { space, ban } = await seedSpace(store());
      const bans = [ban];
      for (let i = 0; i < 4; i++) {
        const { id: userId } = await seedGuest(store(), 'Troll');
        const next = { ...ban, id: uuidv7(), userId };
        bans.push(next);
        await store().bans.put(next);
      }
      const { id: userId } = await seedGuest(store(), 'Penitent');
      await store().bans.put({ ...ban, id: uuidv7(), userId, expiresAt: at(-1) });
      expect(await readAll((page) => store().bans.list(space.id, at(0), page), 2)).toEqual(bans.reverse());
    });

    it('concern people who exist', async () => {
      const { ban } = await seedSpace(store());
      await expect(store().bans.put({ ...ban, id: uuidv7(), userId: unknownId() })).rejects.toThrow();
    });

    it('keep people out of one space only', async () => {
      const { people } = await seedSpace(store());
      const other = await seedSpace(store());
      expect(await store().bans.find(other.space.id, people.banned.id, at(0))).toBeNull();
    });
  });
}

function auditContract(store: StoreOf): void {
  const newEntry = (spaceId: string, overrides: Partial<AuditEntry> = {}): AuditEntry => ({
    id: uuidv7(),
    spaceId,
    at: at(0),
    action: 'space.edit',
    actorId: null,
    targetId: null,
    detail: { before: { name: 'Küche' }, after: { name: null }, list: [1, 2.5, true] },
    ...overrides,
  });

  describe('the audit log', () => {
    it('keeps entries as they were written, newest first', async () => {
      const { space, people } = await seedSpace(store());
      const other = await seedSpace(store(), { people });
      const entries: AuditEntry[] = [];
      for (let i = 0; i < 5; i++) {
        const next = newEntry(space.id, { actorId: people.owner.id, targetId: people.member.id });
        entries.push(next);
        await store().audit.add(next);
      }
      await store().audit.add(newEntry(other.space.id));
      const first = await store().audit.list(space.id, { limit: 2, after: null }, null);
      await store().audit.add(newEntry(space.id));
      const rest = await readAll(
        ({ limit, after }) => store().audit.list(space.id, { limit, after: after ?? first.next }, null),
        2,
      );
      expect([...first.items, ...rest]).toEqual(entries.reverse());
    });

    it('is narrowed to one action', async () => {
      const { space } = await seedSpace(store());
      const joined = newEntry(space.id, { action: 'space.join', detail: {} });
      for (const entry of [newEntry(space.id), joined, newEntry(space.id)]) await store().audit.add(entry);
      const only = (action: string) => store().audit.list(space.id, { limit: 9, after: null }, action);
      expect((await only('space.join')).items).toEqual([joined]);
      expect((await only('space.edit')).items).toHaveLength(2);
      expect((await only(`' OR 1=1`)).items).toEqual([]);
    });

    it.each([...hostileTexts, 'half \ud800 pair', 'null \0 sign'])('takes the detail %j', async (hostile) => {
      const { space } = await seedSpace(store());
      await store().audit.add(newEntry(space.id, { detail: { name: hostile } }));
      const { items } = await store().audit.list(space.id, { limit: 9, after: null }, null);
      expect(items).toHaveLength(1);
      if (hostileTexts.includes(hostile)) expect(items[0]?.detail).toEqual({ name: hostile });
    });

    it('forgets what is older', async () => {
      const { space } = await seedSpace(store());
      const recent = newEntry(space.id, { at: at(-10) });
      for (const entry of [newEntry(space.id, { at: at(-99_999) }), recent]) await store().audit.add(entry);
      expect(await store().audit.prune(at(-50_000))).toBe(1);
      expect((await store().audit.list(space.id, { limit: 9, after: null }, null)).items).toEqual([recent]);
    });

    it('is written for people and spaces that exist', async () => {
      const { space } = await seedSpace(store());
      await expect(store().audit.add(newEntry(unknownId()))).rejects.toThrow();
      await expect(store().audit.add(newEntry(space.id, { actorId: unknownId() }))).rejects.toThrow();
    });

    it.each(strangeKeys)('holds nothing after the key %j', async (after) => {
      const { space, ban } = await seedSpace(store());
      await store().audit.add(newEntry(space.id));
      const nothing = { items: [], next: null };
      expect(await store().audit.list(space.id, { limit: 9, after }, null)).toEqual(nothing);
      expect(await store().bans.list(space.id, at(0), { limit: 9, after })).toEqual(nothing);
      expect(await store().blocks.list(ban.userId, { limit: 9, after })).toEqual(nothing);
    });
  });
}

function blocksContract(store: StoreOf): void {
  describe('blocks', () => {
    it('are put once and removed by who put them', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const block: Block = { userId: alice.id, blockedId: bob.id, createdAt: at(0) };
      await Promise.all([store().blocks.put(block), store().blocks.put(block)]);
      await store().blocks.put({ ...block, createdAt: at(5) });
      const list = async (id: string) => (await store().blocks.list(id, { limit: 9, after: null })).items;
      expect(asJson(await list(alice.id))).toEqual([block]);
      expect(await list(bob.id)).toEqual([]);
      expect(await store().blocks.remove(bob.id, alice.id)).toBe(false);
      expect(await store().blocks.remove(alice.id, bob.id)).toBe(true);
      expect(await store().blocks.remove(alice.id, bob.id)).toBe(false);
    });

    it('are known to both parties, each named once', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const carol = await seedGuest(store(), 'Carol');
      await store().blocks.put({ userId: alice.id, blockedId: bob.id, createdAt: at(0) });
      await store().blocks.put({ userId: bob.id, blockedId: alice.id, createdAt: at(0) });
      await store().blocks.put({ userId: carol.id, blockedId: alice.id, createdAt: at(0) });
      expect((await store().blocks.partiesOf(alice.id)).sort()).toEqual([bob.id, carol.id].sort());
      expect(await store().blocks.partiesOf(carol.id)).toEqual([alice.id]);
      expect(await store().blocks.partiesOf(unknownId())).toEqual([]);
      const parties = await store().blocks.partiesOfMany([alice.id, carol.id, unknownId()]);
      expect([...parties].map(([id, others]) => [id, others.sort()])).toEqual([
        [alice.id, [bob.id, carol.id].sort()],
        [carol.id, [alice.id]],
      ]);
    });

    it('join two different people who exist', async () => {
      const alice = await seedGuest(store(), 'Alice');
      const put = (blockedId: string) =>
        store().blocks.put({ userId: alice.id, blockedId, createdAt: at(0) });
      await expect(put(alice.id)).rejects.toThrow();
      await expect(put(unknownId())).rejects.toThrow();
    });

    it.each([1, 2, 100])('are listed newest first over ties in pages of %i', async (limit) => {
      const alice = await seedGuest(store(), 'Alice');
      const blocks: Block[] = [];
      for (let i = 0; i < 6; i++) {
        const { id: blockedId } = await seedGuest(store(), 'Troll');
        const block = { userId: alice.id, blockedId, createdAt: at(i < 4 ? 0 : i) };
        blocks.push(block);
        await store().blocks.put(block);
      }
      expect(await readAll((page) => store().blocks.list(alice.id, page), limit)).toEqual(blocks.reverse());
    });
  });
}

export function moderationContract(store: StoreOf): void {
  bansContract(store);
  auditContract(store);
  blocksContract(store);
}
