import { describe, expect, it } from 'vitest';
import type { NewSpace } from '../persistence/ports.ts';
import { seedPassword, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open(overrides: Partial<NewSpace> = {}) {
  const places = new Places();
  const seeded = await seedSpace(places.store, overrides);
  const params = { space: seeded.space.id };
  const edit = (body: object, version?: number) =>
    places.call('updateSpace', seeded.people.admin, { params, body, ...(version ? { version } : {}) });
  return { places, params, edit, ...seeded };
}

describe('updateSpace', () => {
  it('changes what is said and nothing else, notes it and tells the people inside', async () => {
    const { places, params, edit, space, people } = await open();
    const { reply, version } = await edit({ name: 'New Name', capacity: 9 }, space.version);
    expect(version).toBe(space.version + 1);
    expect(reply.space).toMatchObject({ name: 'New Name', capacity: 9, slug: space.slug });
    expect(places.live.commands).toEqual([{ kind: 'space-changed', spaceId: space.id }]);
    const log = await places.call('readAudit', people.owner, { params });
    expect(log.reply.items).toMatchObject([
      {
        action: 'space.edit',
        detail: { fields: ['name', 'capacity'], changes: { name: { from: space.name, to: 'New Name' } } },
      },
    ]);
  });

  it('of two edits of one version takes exactly one', async () => {
    const { edit, places, space } = await open();
    const edits = await Promise.allSettled([
      edit({ name: 'One' }, space.version),
      edit({ description: 'Two' }, space.version),
    ]);
    const refused = edits.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'precondition_failed' } }]);
    const stored = await places.store.spaces.findById(space.id);
    expect(stored?.version).toBe(space.version + 1);
  });

  it('refuses a former version also when nothing would change', async () => {
    const { edit, space } = await open();
    await expect(edit({}, space.version + 1)).rejects.toMatchObject({ code: 'precondition_failed' });
  });

  it('does nothing for an edit that changes nothing', async () => {
    const { edit, places, space } = await open();
    const { version } = await edit({ name: space.name }, space.version);
    expect(version).toBe(space.version);
    expect(places.live.commands).toEqual([]);
  });

  it('takes nothing from the body that is not asked for', async () => {
    const { edit, places, space } = await open();
    const sneaked = {
      id: 'x',
      isLocked: true,
      archivedAt: 'x',
      passwordHash: 'x',
      createdBy: null,
      mapId: 'x',
    };
    await edit({ name: 'New Name', ...sneaked });
    const stored = await places.store.spaces.findById(space.id);
    expect(stored).toEqual({ ...space, name: 'New Name', version: space.version + 1 });
  });

  it('refuses the address of another space or page, and keeps its own', async () => {
    const { edit, places, space } = await open();
    const other = await seedSpace(places.store);
    await expect(edit({ slug: other.space.slug })).rejects.toMatchObject({ code: 'conflict', path: 'slug' });
    await expect(edit({ slug: 'settings' })).rejects.toMatchObject({ code: 'conflict', path: 'slug' });
    await expect(edit({ slug: space.slug })).resolves.toMatchObject({ version: space.version });
  });
});

describe('the password of a space', () => {
  it('is demanded by the visibility and goes with it', async () => {
    const { edit, places, space } = await open();
    const refused = { code: 'bad_request', path: 'password' };
    await expect(edit({ visibility: 'password' })).rejects.toMatchObject(refused);
    await expect(edit({ password: 'open sesame' })).rejects.toMatchObject(refused);
    await edit({ visibility: 'password', password: 'open sesame' });
    await edit({ visibility: 'invite' });
    expect((await places.store.spaces.findById(space.id))?.passwordHash).toBeNull();
    await expect(edit({ visibility: 'password' })).rejects.toMatchObject(refused);
  });

  it('never leaves in an answer or in the audit log', async () => {
    const { edit, places, params, people, space } = await open();
    const { reply } = await edit({ visibility: 'password', password: 'open sesame' });
    const log = await places.call('readAudit', people.owner, { params });
    const seen = JSON.stringify([reply, log.reply, await places.call('getSpace', people.owner, { params })]);
    const stored = await places.store.spaces.findById(space.id);
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(seen).not.toContain('argon2');
    expect(seen).not.toContain('sesame');
    expect(log.reply.items[0]?.detail).toMatchObject({ fields: ['visibility', 'password'] });
  });

  it.each([
    ['changes', { password: 'another one' }],
    ['is given up', { visibility: 'invite' }],
  ])('that %s shows the guests out who knew it, and nobody else', async (_case, body) => {
    const { edit, places, space, people } = await open({ visibility: 'password' });
    await edit(body);
    expect(await places.store.memberships.find(space.id, people.guestMember.id)).toBeNull();
    expect(await places.store.memberships.find(space.id, people.member.id)).not.toBeNull();
    const told = { kind: 'standing-changed', spaceId: space.id, userId: people.guestMember.id };
    expect(places.live.commands).toContainEqual(told);
    expect(places.live.commands).toContainEqual({ kind: 'space-changed', spaceId: space.id });
  });

  it('that is set for the first time leaves invited guests where they are', async () => {
    const { edit, places, space, people } = await open();
    await edit({ visibility: 'password', password: 'open sesame' });
    expect(await places.store.memberships.find(space.id, people.guestMember.id)).not.toBeNull();
  });

  it('that changes while somebody says the former one does not let them in', async () => {
    const { edit, places, params, people, space } = await open({ visibility: 'password' });
    const says = { params, body: { password: seedPassword } };
    const find = places.store.memberships.find;
    places.store.memberships.find = async (...asked) => {
      places.store.memberships.find = find;
      await edit({ password: 'another one' });
      return await find(...asked);
    };
    expect(await places.refusalOf('enterByPassword', people.stranger, says)).toBe('wrong_credentials');
    expect(await places.store.memberships.find(space.id, people.stranger.id)).toBeNull();
  });
});
