import { describe, expect, it } from 'vitest';
import type { Store } from '../persistence/ports.ts';
import { seedAccount, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

/** Counts the questions to this part of the store. */
function countCalls<Part extends keyof Store>(store: Store, part: Part): () => number {
  let count = 0;
  store[part] = new Proxy(store[part] as object, {
    get: (target, name, receiver) => {
      count += 1;
      return Reflect.get(target, name, receiver);
    },
  }) as Store[Part];
  return () => count;
}

describe('spaces as somebody sees them', () => {
  it('are shown with one question each, however many they are', async () => {
    const places = new Places();
    const { people } = await seedSpace(places.store, { visibility: 'public' });
    for (let i = 0; i < 11; i += 1) await seedSpace(places.store, { visibility: 'public', people });
    const [spaces, users] = [countCalls(places.store, 'spaces'), countCalls(places.store, 'users')];
    const { reply } = await places.call('listPublicSpaces', people.member);
    expect(reply.items).toHaveLength(12);
    expect(reply.items.every(({ role }) => role === 'member')).toBe(true);
    expect([spaces(), users(), places.live.presenceQuestions]).toEqual([2, 0, 1]);
  });

  it('are paged, and found by their name', async () => {
    const places = new Places();
    const { people } = await seedSpace(places.store, { visibility: 'public', name: 'Alpha' });
    await seedSpace(places.store, { visibility: 'public', name: 'Beta', people });
    await seedSpace(places.store, { visibility: 'unlisted', name: 'Gamma', people });
    const first = await places.call('listPublicSpaces', null, { query: { limit: '1' } });
    expect(first.reply.items.map(({ name }) => name)).toEqual(['Beta']);
    const cursor = first.reply.nextCursor;
    const rest = await places.call('listPublicSpaces', null, { query: { limit: '1', cursor } });
    expect(rest.reply).toMatchObject({ items: [{ name: 'Alpha' }], nextCursor: null });
    const found = await places.call('listPublicSpaces', null, { query: { query: 'alp' } });
    expect(found.reply.items).toHaveLength(1);
    const asked = { query: { cursor: 'nonsense' } };
    expect(await places.refusalOf('listPublicSpaces', null, asked)).toBe('bad_request');
  });

  it('tell nobody, a stranger, a member and the banned what each may know', async () => {
    const places = new Places();
    const { space, people } = await seedSpace(places.store, { visibility: 'public' });
    places.live.enter(space.id, people.member);
    const savedAt = '2026-01-01T10:00:00.000Z';
    await places.store.positions.save(space.id, [
      { userId: people.member.id, x: 1, y: 1, facing: 'up', savedAt },
    ]);
    const params = { space: space.slug };
    const seenBy = async (user: Parameters<Places['call']>[1]) =>
      (await places.call('getSpace', user, { params })).reply.space;
    const presence = { count: 1, people: [{ id: people.member.id, name: 'Max' }] };
    expect(await seenBy(null)).toMatchObject({ role: null, entryRefusal: 'unauthorized', presence });
    expect(await seenBy(people.stranger)).toMatchObject({
      role: 'guest',
      isMember: false,
      entryRefusal: null,
      lastVisitAt: null,
    });
    expect(await seenBy(people.member)).toMatchObject({
      role: 'member',
      isMember: true,
      lastVisitAt: savedAt,
    });
    expect(await seenBy(people.banned)).toMatchObject({ role: null, entryRefusal: 'banned' });
    expect(await seenBy(people.operator)).toMatchObject({ role: 'owner', isMember: false });
  });

  it('show whoever is inside already a way back into a full space', async () => {
    const places = new Places();
    const { space, people } = await seedSpace(places.store, { visibility: 'public', capacity: 1 });
    places.live.enter(space.id, people.guest);
    const params = { space: space.id };
    const inside = await places.call('getSpace', people.guest, { params });
    const outside = await places.call('getSpace', people.stranger, { params });
    expect(inside.reply.space.entryRefusal).toBeNull();
    expect(outside.reply.space.entryRefusal).toBe('space_full');
  });

  it('are not found where only the invited may know of them', async () => {
    const places = new Places();
    const { space, people } = await seedSpace(places.store, { visibility: 'invite' });
    const params = { space: space.id };
    for (const user of [null, people.stranger, people.guest]) {
      expect(await places.refusalOf('getSpace', user, { params })).toBe('not_found');
    }
    expect(await places.refusalOf('getSpace', people.guestMember, { params })).toBe(null);
  });
});

describe('people in the audit log', () => {
  it('whose account is gone are nobody as actors and keep the name that was left to them as targets', async () => {
    const places = new Places();
    const { space, people } = await seedSpace(places.store);
    const leaver = await seedAccount(places.store, 'Lena');
    await places.store.memberships.add(space.id, leaver.id, 'admin', new Date().toISOString());
    const params = { space: space.id };
    await places.call('setRole', leaver, {
      params: { ...params, user: people.member.id },
      body: { role: 'guest' },
    });
    await places.call('setRole', people.owner, {
      params: { ...params, user: leaver.id },
      body: { role: 'member' },
    });
    await places.store.users.anonymise(leaver.id);
    const { reply } = await places.call('readAudit', people.owner, { params });
    expect(reply.items).toMatchObject([
      { actor: { name: 'Olga' }, target: { id: leaver.id } },
      { actor: null, target: { name: 'Max' } },
    ]);
    expect(JSON.stringify(reply)).not.toContain('Lena');
    const some = await places.call('readAudit', people.owner, { params, query: { action: 'space.edit' } });
    expect(some.reply.items).toEqual([]);
  });
});
