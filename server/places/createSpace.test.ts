import { describe, expect, it } from 'vitest';
import { seedAccount, seedGuest, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open() {
  const places = new Places();
  return { places, olga: await seedAccount(places.store, 'Olga') };
}

const office = { name: 'Harbour Studio', mapId: 'office' };

describe('createSpace', () => {
  it('makes a space whose owner is whoever made it', async () => {
    const { places, olga } = await open();
    const { reply, version } = await places.call('createSpace', olga, { body: office });
    expect(version).toBe(1);
    expect(reply.space).toMatchObject({
      slug: 'harbour-studio',
      name: 'Harbour Studio',
      role: 'owner',
      isMember: true,
      visibility: 'unlisted',
      capacity: 50,
      map: { id: 'office', url: '/maps/office.tmj' },
      entryRefusal: null,
    });
    const log = await places.call('readAudit', olga, { params: { space: reply.space.id } });
    expect(log.reply.items).toMatchObject([{ action: 'space.create', actor: { name: 'Olga' } }]);
  });

  it('finds an address of its own for each of many spaces of one name, also all at once', async () => {
    const { places, olga } = await open();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => places.call('createSpace', olga, { body: office })),
    );
    const slugs = made.map(({ reply }) => reply.space.slug);
    expect(new Set(slugs).size).toBe(8);
    expect(slugs).toContain('harbour-studio');
    expect(slugs).toContain('harbour-studio-2');
  });

  it.each(['settings', 'new', 'demo'])('refuses the reserved address %s', async (slug) => {
    const { places, olga } = await open();
    expect(await places.refusalOf('createSpace', olga, { body: { ...office, slug } })).toBe('conflict');
  });

  it('refuses an address that is taken, and keeps nothing of it', async () => {
    const { places, olga } = await open();
    await places.call('createSpace', olga, { body: { ...office, slug: 'ours' } });
    const again = places.call('createSpace', olga, { body: { ...office, slug: 'ours' } });
    await expect(again).rejects.toMatchObject({ code: 'conflict', path: 'slug' });
    const mine = await places.call('listMySpaces', olga);
    expect(mine.reply.items).toHaveLength(1);
  });

  it.each([
    [{ ...office, visibility: 'password' }, 'password'],
    [{ ...office, visibility: 'invite', password: 'open sesame' }, 'password'],
    [{ ...office, slug: '0190a0a0-0000-7000-8000-000000000000' }, 'slug'],
    [{ ...office, slug: 'A' }, 'slug'],
    [{ ...office, capacity: 1_001 }, 'capacity'],
    [{ ...office, name: 'two\nlines' }, 'name'],
    [{ ...office, name: '  ' }, 'name'],
  ])('refuses %j', async (body, path) => {
    const { places, olga } = await open();
    await expect(places.call('createSpace', olga, { body })).rejects.toMatchObject({
      code: 'bad_request',
      path,
    });
  });

  it('refuses a map that is not offered', async () => {
    const { places, olga } = await open();
    const body = { ...office, mapId: 'nowhere' };
    await expect(places.call('createSpace', olga, { body })).rejects.toMatchObject({
      code: 'not_found',
      path: 'mapId',
    });
  });

  it('takes nothing from the body that is not asked for', async () => {
    const { places, olga } = await open();
    const id = '0190a0a0-0000-7000-8000-000000000000';
    const sneaked = { id, createdBy: id, passwordHash: 'x', isLocked: true, region: 'moon', mapUrl: '/x' };
    const { reply } = await places.call('createSpace', olga, { body: { ...office, ...sneaked } });
    const stored = await places.store.spaces.findById(reply.space.id);
    expect(stored).toMatchObject({
      createdBy: olga.id,
      passwordHash: null,
      isLocked: false,
      region: 'local',
      mapUrl: '/maps/office.tmj',
    });
  });

  it('is not for guests', async () => {
    const { places } = await open();
    const guest = await seedGuest(places.store, 'Gus');
    expect(await places.refusalOf('createSpace', guest, { body: office })).toBe('forbidden');
    expect(await places.refusalOf('createSpace', null, { body: office })).toBe('unauthorized');
  });
});

describe('duplicateSpace', () => {
  it('copies the settings, and neither people nor password', async () => {
    const { places } = await open();
    const { space, people } = await seedSpace(places.store, { visibility: 'password', capacity: 7 });
    const asked = { params: { space: space.id }, body: { name: 'Second Studio' } };
    const { reply } = await places.call('duplicateSpace', people.admin, asked);
    expect(reply.space).toMatchObject({
      name: 'Second Studio',
      slug: 'second-studio',
      visibility: 'invite',
      capacity: 7,
      description: space.description,
      role: 'owner',
    });
    const stored = await places.store.spaces.findById(reply.space.id);
    expect(stored?.passwordHash).toBeNull();
    const params = { space: reply.space.id };
    const members = await places.call('listMembers', people.admin, { params });
    expect(members.reply.items.map(({ person }) => person.name)).toEqual(['Adam']);
    const log = await places.call('readAudit', people.owner, { params: { space: space.id } });
    expect(log.reply.items).toMatchObject([
      { action: 'space.duplicate', detail: { copyId: reply.space.id } },
    ]);
  });

  it('keeps the visibility of other spaces', async () => {
    const { places } = await open();
    const { space, people } = await seedSpace(places.store, { visibility: 'public' });
    const asked = { params: { space: space.id }, body: { name: 'Copy' } };
    const { reply } = await places.call('duplicateSpace', people.admin, asked);
    expect(reply.space.visibility).toBe('public');
  });
});
