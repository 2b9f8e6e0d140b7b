import { describe, expect, it } from 'vitest';
import type { NewSpace } from '../persistence/ports.ts';
import { seedPassword, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open(overrides: Partial<NewSpace> = { visibility: 'password' }) {
  const places = new Places();
  const seeded = await seedSpace(places.store, overrides);
  const params = { space: seeded.space.slug };
  return {
    places,
    params,
    right: { params, body: { password: seedPassword } },
    wrong: { params, body: { password: 'guessed' } },
    ...seeded,
  };
}

describe('enterByPassword', () => {
  it('makes a guest of whoever knows it, once and for all', async () => {
    const { places, params, right, space, people } = await open();
    const before = await places.call('getSpace', people.stranger, { params });
    expect(before.reply.space).toMatchObject({
      role: null,
      entryRefusal: 'password_required',
      welcomeText: '',
    });
    const { reply } = await places.call('enterByPassword', people.stranger, right);
    expect(reply.space).toMatchObject({ role: 'guest', isMember: true, entryRefusal: null });
    expect(places.live.takeKinds()).toEqual(['standing-changed']);
    await places.call('enterByPassword', people.stranger, right);
    expect(places.live.takeKinds()).toEqual([]);
    const log = await places.call('readAudit', people.owner, { params: { space: space.id } });
    expect(log.reply.items).toMatchObject([{ action: 'member.add', detail: { by: 'password' } }]);
  });

  it('lowers nobody', async () => {
    const { places, right, people } = await open();
    const { reply } = await places.call('enterByPassword', people.moderator, right);
    expect(reply.space.role).toBe('moderator');
  });

  it('is refused to the banned, whatever they know', async () => {
    const { places, right, wrong, people, space } = await open();
    expect(await places.refusalOf('enterByPassword', people.banned, right)).toBe('banned');
    expect(await places.refusalOf('enterByPassword', people.banned, wrong)).toBe('banned');
    expect(await places.store.memberships.find(space.id, people.banned.id)).toBeNull();
  });

  it('is refused in a space that has no password', async () => {
    const { places, right, people } = await open({ visibility: 'public' });
    expect(await places.refusalOf('enterByPassword', people.stranger, right)).toBe('wrong_credentials');
  });

  it('does not count where the space is none of that kind any more', async () => {
    const { places, right, people, space } = await open();
    await places.store.spaces.update(space.id, { visibility: 'public' }, null);
    expect(await places.refusalOf('enterByPassword', people.stranger, right)).toBe('wrong_credentials');
  });

  it('is not found in a space for the invited', async () => {
    const { places, right, people } = await open({ visibility: 'invite' });
    expect(await places.refusalOf('enterByPassword', people.stranger, right)).toBe('not_found');
  });

  it('cannot be tried without end from one address, also all at once', async () => {
    const { places, right, wrong, people } = await open();
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => places.refusalOf('enterByPassword', people.stranger, wrong)),
    );
    expect(tries.filter((refusal) => refusal === 'wrong_credentials')).toHaveLength(10);
    expect(await places.refusalOf('enterByPassword', people.guest, right)).toBe('rate_limited');
    places.address = '192.0.2.2';
    expect(await places.refusalOf('enterByPassword', people.guest, right)).toBe(null);
  });
});
