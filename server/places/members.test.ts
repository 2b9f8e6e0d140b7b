import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { seedAccount, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open(visibility: 'unlisted' | 'invite' = 'unlisted') {
  const places = new Places();
  return { places, store: places.store, ...(await seedSpace(places.store, { visibility })) };
}

describe('members', () => {
  it('are listed a page at a time, and found by role and name', async () => {
    const { places, space, people } = await open();
    const params = { space: space.slug };
    const first = await places.call('listMembers', people.member, { params, query: { limit: '2' } });
    expect(first.reply.items.map(({ person }) => person.name)).toEqual(['Olga', 'Adam']);
    const cursor = first.reply.nextCursor;
    const rest = await places.call('listMembers', people.member, { params, query: { cursor } });
    expect(rest.reply.items.map(({ person }) => person.name)).toEqual(['Mona', 'Max', 'Gina']);
    expect(rest.reply.nextCursor).toBeNull();
    const found = await places.call('listMembers', people.member, { params, query: { role: 'moderator' } });
    expect(found.reply.items.map(({ person }) => person.name)).toEqual(['Mona']);
    const named = await places.call('listMembers', people.member, { params, query: { query: 'gin' } });
    expect(named.reply.items).toMatchObject([{ role: 'guest', isGuest: true, person: { name: 'Gina' } }]);
  });

  it.each(['x', 'AAAA', 'eyJhIjoxfQ', '%00'])('refuse the cursor %j', async (cursor) => {
    const { places, space, people } = await open();
    const asked = { params: { space: space.id }, query: { cursor } };
    expect(await places.refusalOf('listMembers', people.member, asked)).toBe('bad_request');
  });

  it('are told when their role changes', async () => {
    const { places, space, people } = await open();
    const params = { space: space.id, user: people.member.id };
    const { reply } = await places.call('setRole', people.admin, { params, body: { role: 'moderator' } });
    expect(reply.member).toMatchObject({ role: 'moderator', person: { name: 'Max' } });
    expect(places.live.commands).toEqual([
      { kind: 'standing-changed', spaceId: space.id, userId: people.member.id },
    ]);
    const log = await places.call('readAudit', people.owner, { params: { space: space.id } });
    expect(log.reply.items).toMatchObject([
      {
        action: 'member.role',
        actor: { name: 'Adam' },
        target: { name: 'Max' },
        detail: { from: 'member', to: 'moderator' },
      },
    ]);
  });

  it.each(['setRole', 'removeMember'] as const)('are judged anew when %s is overtaken', async (act) => {
    const { places, store, space, people } = await open();
    const { memberships } = store;
    const { setRole, remove } = memberships;
    const overtake = async () => {
      Object.assign(memberships, { setRole, remove });
      await memberships.setRole(space.id, people.member.id, 'owner');
    };
    memberships.setRole = (...asked) => overtake().then(() => setRole(...asked));
    memberships.remove = (...asked) => overtake().then(() => remove(...asked));
    const params = { space: space.id, user: people.member.id };
    expect(await places.refusalOf(act, people.admin, { params, body: { role: 'guest' } })).toBe('forbidden');
    expect((await memberships.find(space.id, people.member.id))?.role).toBe('owner');
  });

  it('become members by a role only where they have been', async () => {
    const { places, store, space, people } = await open();
    const give = (user: string) =>
      places.refusalOf('setRole', people.admin, {
        params: { space: space.id, user },
        body: { role: 'member' },
      });
    expect(await give(people.stranger.id)).toBe('not_found');
    expect(await give(uuidv7())).toBe('not_found');
    places.live.isAway = true;
    expect(await give(people.stranger.id)).toBe('not_found');
    places.live.isAway = false;
    places.live.enter(space.id, people.stranger);
    expect(await give(people.stranger.id)).toBe(null);
    const savedAt = new Date().toISOString();
    await store.positions.save(space.id, [{ userId: people.guest.id, x: 1, y: 1, facing: 'down', savedAt }]);
    expect(await give(people.guest.id)).toBe(null);
    expect((await store.memberships.find(space.id, people.guest.id))?.role).toBe('member');
  });

  it.each([
    ['that is closed to them', 'invite', 'stranger'],
    ['that they are banned from', 'unlisted', 'banned'],
  ] as const)('are not drawn into a space %s', async (_case, visibility, who) => {
    const { places, space, people } = await open(visibility);
    places.live.enter(space.id, people[who]);
    const asked = { params: { space: space.id, user: people[who].id }, body: { role: 'member' } };
    expect(await places.refusalOf('setRole', people.admin, asked)).toBe('not_found');
  });

  it('of another space are nobody’s here', async () => {
    const { places, store, space, people } = await open('invite');
    const other = await seedSpace(store, { visibility: 'invite' });
    const asked = { params: { space: space.id, user: other.people.member.id }, body: { role: 'guest' } };
    expect(await places.refusalOf('setRole', people.owner, asked)).toBe('not_found');
    expect(await places.refusalOf('removeMember', people.owner, asked)).toBe('not_found');
    const there = { params: { space: other.space.id, user: other.people.member.id } };
    expect(await places.refusalOf('removeMember', people.owner, there)).toBe('not_found');
    expect(await store.memberships.find(other.space.id, other.people.member.id)).not.toBeNull();
  });

  it('leave, unless nobody would own the space', async () => {
    const { places, store, space, people } = await open();
    const params = { space: space.id };
    expect(await places.refusalOf('leaveSpace', people.owner, { params })).toBe('last_owner');
    expect(await places.refusalOf('leaveSpace', people.stranger, { params })).toBe('not_found');
    expect(await places.refusalOf('leaveSpace', people.member, { params })).toBe(null);
    expect(await store.memberships.find(space.id, people.member.id)).toBeNull();
    expect(places.live.takeKinds()).toEqual(['standing-changed']);
  });

  it('who own a space together cannot leave it without an owner by leaving at once', async () => {
    const { places, store, space, people } = await open();
    const second = await seedAccount(store, 'Oscar');
    await store.memberships.add(space.id, second.id, 'owner', new Date().toISOString());
    const params = { space: space.id };
    const outcomes = await Promise.all(
      [people.owner, second].map((user) => places.refusalOf('leaveSpace', user, { params })),
    );
    expect(outcomes.toSorted()).toEqual(['last_owner', null]);
  });
});
