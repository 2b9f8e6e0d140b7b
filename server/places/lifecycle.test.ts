import { describe, expect, it } from 'vitest';
import { seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open() {
  const places = new Places();
  const seeded = await seedSpace(places.store, { visibility: 'public' });
  const params = { space: seeded.space.id };
  const actions = async () => {
    const log = await places.store.audit.list(seeded.space.id, { limit: 20, after: null }, null);
    return log.items.map(({ action }) => action).toReversed();
  };
  return { places, params, actions, ...seeded };
}

describe('the life of a space', () => {
  it('is closed and opened again by its owner', async () => {
    const { places, params, actions, people } = await open();
    const closed = await places.call('archiveSpace', people.owner, { params });
    expect(closed.reply.space.archivedAt).toBe(places.now.toISOString());
    expect(closed.reply.space.entryRefusal).toBe('space_archived');
    await places.call('archiveSpace', people.owner, { params });
    expect(places.live.takeKinds()).toEqual(['space-changed']);
    const listed = await places.call('listPublicSpaces', null);
    expect(listed.reply.items).toEqual([]);
    const opened = await places.call('unarchiveSpace', people.owner, { params });
    expect(opened.reply.space).toMatchObject({ archivedAt: null, entryRefusal: null });
    await places.call('unarchiveSpace', people.owner, { params });
    expect(await actions()).toEqual(['space.archive', 'space.unarchive']);
    expect(await places.refusalOf('archiveSpace', people.admin, { params })).toBe('forbidden');
  });

  it('ends, and is brought back with its people', async () => {
    const { places, params, actions, people, space } = await open();
    expect(await places.refusalOf('restoreSpace', people.owner, { params })).toBe('conflict');
    expect(await places.refusalOf('deleteSpace', people.admin, { params })).toBe('forbidden');
    expect(await places.refusalOf('deleteSpace', people.owner, { params })).toBe(null);
    expect(places.live.takeKinds()).toEqual(['space-changed']);
    for (const id of ['getSpace', 'updateSpace', 'archiveSpace', 'deleteSpace', 'lock'] as const) {
      expect(await places.refusalOf(id, people.owner, { params })).not.toBe(null);
    }
    expect(await places.refusalOf('restoreSpace', people.admin, { params })).toBe('not_found');
    const gone = await places.call('listMySpaces', people.owner, { query: { state: 'deleted' } });
    expect(gone.reply.items).toMatchObject([{ id: space.id, deletedAt: places.now.toISOString() }]);
    const unknown = await places.call('listMySpaces', people.admin, { query: { state: 'deleted' } });
    expect(unknown.reply.items).toEqual([]);
    const back = await places.call('restoreSpace', people.owner, { params });
    expect(back.reply.space).toMatchObject({ deletedAt: null, slug: space.slug, role: 'owner' });
    expect(await places.refusalOf('listMembers', people.member, { params })).toBe(null);
    expect(await actions()).toEqual(['space.delete', 'space.restore']);
  });

  it('is locked and unlocked by moderators, and says so once', async () => {
    const { places, params, actions, people } = await open();
    expect(await places.refusalOf('lock', people.member, { params })).toBe('forbidden');
    await places.call('lock', people.moderator, { params });
    await places.call('lock', people.moderator, { params });
    const seen = await places.call('getSpace', people.stranger, { params });
    expect(seen.reply.space).toMatchObject({ isLocked: true, entryRefusal: 'space_locked' });
    await places.call('unlock', people.moderator, { params });
    expect(places.live.takeKinds()).toEqual(['space-changed', 'space-changed']);
    expect(await actions()).toEqual(['space.lock', 'space.unlock']);
  });

  it('goes on when the live part does not answer', async () => {
    const { places, params, people } = await open();
    places.live.isAway = true;
    const { reply } = await places.call('archiveSpace', people.owner, { params });
    expect(reply.space.presence).toBeNull();
    expect(places.logger.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});
