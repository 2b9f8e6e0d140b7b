import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open() {
  const places = new Places();
  const seeded = await seedSpace(places.store, { visibility: 'public' });
  const actions = async () => {
    const log = await places.store.audit.list(seeded.space.id, { limit: 20, after: null }, null);
    return log.items.map(({ action, detail }) => [action, detail]).toReversed();
  };
  return { places, actions, params: { space: seeded.space.id }, ...seeded };
}

describe('acts upon people inside', () => {
  it('reach them, name who did it and are noted', async () => {
    const { places, actions, params, space, people } = await open();
    places.live.enter(space.id, people.member);
    const user = people.member.id;
    const asked = { params: { ...params, user }, body: { x: 5, y: 6 } };
    for (const id of ['mute', 'move', 'remove'] as const) await places.call(id, people.moderator, asked);
    const by = { id: people.moderator.id, name: 'Mona' };
    expect(places.live.commands).toMatchObject([
      { kind: 'mute', spaceId: space.id, userId: user, by },
      { kind: 'move', spaceId: space.id, userId: user, x: 5, y: 6, by },
      { kind: 'remove', spaceId: space.id, userId: user, by },
    ]);
    expect(await actions()).toEqual([
      ['participant.mute', {}],
      ['participant.move', { x: 5, y: 6 }],
      ['participant.remove', {}],
    ]);
  });

  it('do not find who is outside, or nobody at all, and note nothing', async () => {
    const { places, actions, params, people } = await open();
    for (const user of [people.member.id, uuidv7()]) {
      const asked = { params: { ...params, user } };
      expect(await places.refusalOf('mute', people.moderator, asked)).toBe('not_found');
    }
    expect(await actions()).toEqual([]);
  });

  it('are refused while the live part is away', async () => {
    const { places, actions, params, space, people } = await open();
    places.live.enter(space.id, people.member);
    places.live.isAway = true;
    const asked = { params: { ...params, user: people.member.id } };
    expect(await places.refusalOf('remove', people.moderator, asked)).toBe('unavailable');
    expect(await places.refusalOf('listParticipants', people.member, { params })).toBe('unavailable');
    const text = { params, body: { text: 'Hello' } };
    expect(await places.refusalOf('announce', people.moderator, text)).toBe('unavailable');
    expect(await actions()).toEqual([]);
  });

  it('announce a text to everybody', async () => {
    const { places, actions, params, space, people } = await open();
    places.live.enter(space.id, people.member, people.guest);
    const asked = { params, body: { text: '<b>Lunch</b>\nin the kitchen' } };
    const { reply } = await places.call('announce', people.moderator, asked);
    expect(reply.reached).toBe(2);
    expect(places.live.commands).toMatchObject([{ kind: 'announce', text: '<b>Lunch</b>\nin the kitchen' }]);
    expect((await actions()).map(([action]) => action)).toEqual(['space.announce']);
    expect(await places.refusalOf('announce', people.member, asked)).toBe('forbidden');
  });
});

describe('bans', () => {
  it('are in force for their time, and a later one takes the place of an earlier', async () => {
    const { places, params, space, people } = await open();
    const body = { userId: people.member.id, reason: 'Too loud', durationS: 60 };
    const { reply } = await places.call('ban', people.moderator, { params, body });
    expect(reply.ban).toMatchObject({
      person: { name: 'Max' },
      createdBy: { name: 'Mona' },
      reason: 'Too loud',
      expiresAt: new Date(places.now.getTime() + 60_000).toISOString(),
    });
    expect(places.live.takeKinds()).toEqual(['standing-changed']);
    const seen = await places.call('getSpace', people.member, { params });
    expect(seen.reply.space).toMatchObject({ role: null, entryRefusal: 'banned', isMember: true });
    expect(await places.refusalOf('listMembers', people.member, { params })).toBe('banned');
    await places.call('ban', people.moderator, { params, body: { ...body, durationS: 120 } });
    const listed = await places.call('listBans', people.moderator, { params });
    expect(listed.reply.items.map(({ person }) => person.name)).toEqual(['Max', 'Bruno']);
    places.now = new Date(places.now.getTime() + 120_001);
    expect(await places.refusalOf('listMembers', people.member, { params })).toBe(null);
    expect((await places.store.memberships.find(space.id, people.member.id))?.role).toBe('member');
  });

  it('are lifted once, and only here', async () => {
    const { places, params, ban, people } = await open();
    const other = await seedSpace(places.store, { people });
    const elsewhere = { params: { space: other.space.id, ban: ban.id } };
    expect(await places.refusalOf('liftBan', people.moderator, elsewhere)).toBe('not_found');
    const here = { params: { ...params, ban: ban.id } };
    expect(await places.refusalOf('liftBan', people.moderator, here)).toBe(null);
    expect(await places.refusalOf('liftBan', people.moderator, here)).toBe('not_found');
    const seen = await places.call('getSpace', people.banned, { params });
    expect(seen.reply.space.role).toBe('guest');
  });

  it('of somebody above are not lifted from below, nor do they hand them over', async () => {
    const { places, params, people } = await open();
    const user = people.admin.id;
    const { reply } = await places.call('ban', people.owner, { params, body: { userId: user } });
    const asked = { params: { ...params, ban: reply.ban.id, user } };
    expect(await places.refusalOf('liftBan', people.moderator, asked)).toBe('forbidden');
    const again = { params, body: { userId: user, durationS: 1 } };
    expect(await places.refusalOf('ban', people.moderator, again)).toBe('forbidden');
    expect(await places.refusalOf('liftBan', people.owner, asked)).toBe(null);
  });

  it('do not hold when their target rose above the caller at that moment', async () => {
    const { places, actions, params, space, people } = await open();
    const { bans, memberships } = places.store;
    const { put } = bans;
    bans.put = async (ban) => {
      await memberships.setRole(space.id, people.member.id, 'admin');
      await put(ban);
    };
    const asked = { params, body: { userId: people.member.id } };
    expect(await places.refusalOf('ban', people.moderator, asked)).toBe('forbidden');
    expect(await bans.find(space.id, people.member.id, new Date().toISOString())).toBeNull();
    expect(await actions()).toEqual([]);
  });

  it('of people whose account is gone can be lifted', async () => {
    const { places, params, ban, people } = await open();
    await places.store.users.anonymise(people.banned.id);
    const listed = await places.call('listBans', people.moderator, { params });
    expect(listed.reply.items).toMatchObject([{ id: ban.id, person: { id: people.banned.id } }]);
    const asked = { params: { ...params, ban: ban.id } };
    expect(await places.refusalOf('liftBan', people.moderator, asked)).toBe(null);
  });

  it('do not find nobody', async () => {
    const { places, params, people } = await open();
    const asked = { params, body: { userId: uuidv7() } };
    await expect(places.call('ban', people.owner, asked)).rejects.toMatchObject({
      code: 'not_found',
      path: 'userId',
    });
  });
});
