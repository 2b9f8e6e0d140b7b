import { describe, expect, it } from 'vitest';
import { roles } from '#lib/domain/access/roles.ts';
import { type SeedPeople, seedAccount, seedSpace } from '../persistence/testing/seed.ts';
import { type PlaceOperation, Places } from './testing/Places.ts';

type Somebody = keyof SeedPeople;

/** Whom each may act upon, written out by hand: those below them, and nobody else. */
const below: Record<Somebody, readonly Somebody[]> = {
  operator: ['admin', 'moderator', 'member', 'guestMember', 'stranger', 'guest', 'banned'],
  owner: ['admin', 'moderator', 'member', 'guestMember', 'stranger', 'guest', 'banned'],
  admin: ['moderator', 'member', 'guestMember', 'stranger', 'guest', 'banned'],
  moderator: ['member', 'guestMember', 'stranger', 'guest', 'banned'],
  member: [],
  guestMember: [],
  stranger: [],
  guest: [],
  banned: [],
};

const everybody = Object.keys(below) as Somebody[];
const moderators: readonly Somebody[] = ['operator', 'owner', 'admin', 'moderator'];
const admins: readonly Somebody[] = ['operator', 'owner', 'admin'];

/** The least that is needed for each act upon somebody, and the body that it takes. */
const acts: readonly [PlaceOperation, readonly Somebody[], object][] = [
  ['mute', moderators, {}],
  ['move', moderators, { x: 3, y: 4 }],
  ['remove', moderators, {}],
  ['ban', moderators, {}],
  ['setRole', admins, { role: 'guest' }],
  ['removeMember', admins, {}],
];

/** Everybody stands inside the space and is a stored member, so that nothing but the roles decides. */
async function seedInside(places: Places) {
  const seeded = await seedSpace(places.store);
  const { space, people } = seeded;
  const at = new Date().toISOString();
  for (const key of ['stranger', 'guest', 'banned'] as const) {
    await places.store.memberships.add(space.id, people[key].id, 'guest', at);
  }
  await places.store.memberships.add(space.id, people.operator.id, 'member', at);
  places.live.enter(space.id, ...Object.values(people));
  return seeded;
}

describe('who may do what to whom', () => {
  const pairs = acts.flatMap(([act, able, body]) =>
    everybody.flatMap((actor) =>
      everybody.filter((target) => target !== actor).map((target) => ({ act, able, body, actor, target })),
    ),
  );

  it.each(pairs)('$act: $actor upon $target', async ({ act, able, body, actor, target }) => {
    const places = new Places();
    const { space, people } = await seedInside(places);
    const user = people[target].id;
    const isAllowed = able.includes(actor) && below[actor].includes(target);
    const asked = {
      params: { space: space.id, user },
      body: act === 'ban' ? { userId: user } : body,
    };
    const refusal = await places.refusalOf(act, people[actor], asked);
    const expected = actor === 'banned' ? 'banned' : 'forbidden';
    expect(refusal).toBe(isAllowed ? null : expected);
    if (isAllowed) return;
    expect(places.live.commands).toEqual([]);
    const log = await places.store.audit.list(space.id, { limit: 10, after: null }, null);
    expect(log.items).toEqual([]);
  });

  it.each(acts.map(([act, , body]) => ({ act, body })).filter(({ act }) => act !== 'setRole'))(
    '$act: nobody does it to themselves',
    async ({ act, body }) => {
      const places = new Places();
      const { space, people } = await seedInside(places);
      const user = people.owner.id;
      const asked = {
        params: { space: space.id, user },
        body: act === 'ban' ? { userId: user } : body,
      };
      const expected = act === 'ban' ? 'conflict' : 'bad_request';
      expect(await places.refusalOf(act, people.owner, asked)).toBe(expected);
    },
  );
});

describe('which roles may be given', () => {
  const grantable: Record<string, readonly string[]> = {
    operator: roles,
    owner: roles,
    admin: ['guest', 'member', 'moderator'],
    moderator: [],
    member: [],
  };

  it.each(Object.keys(grantable).flatMap((actor) => roles.map((role) => ({ actor, role }))))(
    '$actor gives $role to an account',
    async ({ actor, role }) => {
      const places = new Places();
      const { space, people } = await seedInside(places);
      const asked = { params: { space: space.id, user: people.stranger.id }, body: { role } };
      const refusal = await places.refusalOf('setRole', people[actor as Somebody], asked);
      const isGranted = grantable[actor]?.includes(role) ?? false;
      expect(refusal).toBe(isGranted ? null : 'forbidden');
      const membership = await places.store.memberships.find(space.id, people.stranger.id);
      expect(membership?.role).toBe(isGranted ? role : 'guest');
    },
  );

  it.each(roles)('a guest without an account as %s', async (role) => {
    const places = new Places();
    const { space, people } = await seedInside(places);
    const asked = { params: { space: space.id, user: people.guestMember.id }, body: { role } };
    const isHeld = role === 'guest' || role === 'member';
    expect(await places.refusalOf('setRole', people.owner, asked)).toBe(isHeld ? null : 'conflict');
  });

  it('lets everybody step down, the last owner excepted', async () => {
    const places = new Places();
    const { space, people } = await seedInside(places);
    const as = (user: string, role: string) => ({ params: { space: space.id, user }, body: { role } });
    const { owner, admin } = people;
    expect(await places.refusalOf('setRole', admin, as(admin.id, 'owner'))).toBe('forbidden');
    expect(await places.refusalOf('setRole', admin, as(admin.id, 'member'))).toBe(null);
    expect(await places.refusalOf('setRole', owner, as(owner.id, 'admin'))).toBe('last_owner');
    const second = await seedAccount(places.store, 'Oscar');
    await places.store.memberships.add(space.id, second.id, 'owner', new Date().toISOString());
    expect(await places.refusalOf('setRole', owner, as(owner.id, 'admin'))).toBe(null);
    expect(await places.refusalOf('setRole', owner, as(owner.id, 'owner'))).toBe('forbidden');
  });
});
