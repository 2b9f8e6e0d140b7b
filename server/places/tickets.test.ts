import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { type SeedPeople, type SeedSpaceOptions, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open(options: SeedSpaceOptions = {}) {
  const places = new Places();
  const seeded = await seedSpace(places.store, options);
  const { space, people } = seeded;
  const body = { spaceId: space.id, sessionId: uuidv7() };
  const ask = (who: keyof SeedPeople) => places.refusalOf('createTicket', people[who], { body });
  return { places, body, ask, ...seeded };
}

const at = '2026-01-01T00:00:00.000Z';

describe('createTicket', () => {
  it('gives a pass that says who it is for and in which login', async () => {
    const { places, body, space, people } = await open();
    const { reply } = await places.call('createTicket', people.stranger, { body });
    expect(reply).toMatchObject({ ticket: 'ticket 1', url: '', protocol: PROTOCOL_VERSION });
    expect(places.tickets).toEqual([
      {
        userId: people.stranger.id,
        username: 'Stella',
        sessionId: body.sessionId,
        spaceId: space.id,
        loginId: `login of ${people.stranger.id}`,
        purpose: 'space',
      },
    ]);
  });

  it('is for pages of this protocol version, and for programs that name none', async () => {
    const { places, body, people } = await open();
    const ask = (protocol: number) =>
      places.refusalOf('createTicket', people.member, { body: { ...body, protocol } });
    expect(await ask(PROTOCOL_VERSION)).toBe(null);
    expect(await ask(PROTOCOL_VERSION - 1)).toBe('protocol_mismatch');
  });

  const doors: readonly [string, SeedSpaceOptions, Partial<Record<keyof SeedPeople, string | null>>][] = [
    ['a public space', { visibility: 'public' }, { guest: null, member: null, banned: 'banned' }],
    [
      'a password space',
      { visibility: 'password' },
      { stranger: 'password_required', guestMember: null, banned: 'banned' },
    ],
    [
      'an invite-only space',
      { visibility: 'invite' },
      { stranger: 'not_found', member: null, banned: 'banned' },
    ],
    ['a locked space', { isLocked: true }, { stranger: 'space_locked', moderator: null, operator: null }],
    ['an archived space', { archivedAt: at }, { owner: 'space_archived', stranger: 'space_archived' }],
    [
      'a deleted space',
      { deletedAt: at },
      { owner: 'not_found', stranger: 'not_found', banned: 'not_found' },
    ],
  ];

  it.each(doors)('at the door of %s', async (_name, options, expected) => {
    const { ask } = await open(options);
    for (const [who, refusal] of Object.entries(expected)) {
      expect([who, await ask(who as keyof SeedPeople)]).toEqual([who, refusal]);
    }
  });

  it('for the chat alone lets everybody by who may know the space, however full or locked the floor is', async () => {
    const { places, space, people } = await open({ isLocked: true, capacity: 1 });
    places.live.enter(space.id, people.member);
    const body = { spaceId: space.id, sessionId: uuidv7(), purpose: 'chat' };
    const ask = (who: keyof SeedPeople) => places.refusalOf('createTicket', people[who], { body });
    expect(await ask('stranger')).toBe(null);
    expect(await ask('banned')).toBe('banned');
    expect(places.tickets).toMatchObject([{ purpose: 'chat' }]);
  });

  it('lets only those into a full space who are inside or look after it', async () => {
    const { places, ask, space, people } = await open({ capacity: 2 });
    places.live.enter(space.id, people.member, people.guest);
    expect(await ask('stranger')).toBe('space_full');
    expect(await ask('member')).toBe(null);
    expect(await ask('moderator')).toBe(null);
  });

  it('leaves counting to the realtime server while that cannot be asked', async () => {
    const { places, ask } = await open({ capacity: 1 });
    places.live.isAway = true;
    expect(await ask('stranger')).toBe(null);
  });

  it('finds no space by an unknown id', async () => {
    const { places, people } = await open();
    const body = { spaceId: uuidv7(), sessionId: uuidv7() };
    expect(await places.refusalOf('createTicket', people.member, { body })).toBe('not_found');
    expect(await places.refusalOf('createTicket', null, { body })).toBe('unauthorized');
  });
});
