import { describe, expect, it } from 'vitest';
import { roles } from '#lib/domain/access/roles.ts';
import type { User } from '../persistence/ports.ts';
import { seedAccount, seedGuest, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

async function open(visibility: 'invite' | 'unlisted' = 'invite') {
  const places = new Places();
  const seeded = await seedSpace(places.store, { visibility });
  const { space, people } = seeded;
  const params = { space: space.id };
  const invite = async (by: User, body: object = {}) => {
    const { reply } = await places.call('createInvitation', by, { params, body });
    const token = reply.path.split('/').at(-1) ?? '';
    return { id: reply.invitation.id, path: reply.path, params: { token }, invitation: reply.invitation };
  };
  const membership = async (user: User) =>
    (await places.store.memberships.find(space.id, user.id))?.role ?? null;
  const uses = async () => {
    const { reply } = await places.call('listInvitations', people.owner, { params });
    return reply.items.map((invitation) => invitation.uses);
  };
  return { places, invite, membership, uses, ...seeded };
}

describe('createInvitation', () => {
  const grantable = {
    owner: roles,
    operator: roles,
    admin: ['guest', 'member', 'moderator'],
    moderator: ['guest', 'member'],
    member: [],
    guestMember: [],
  } as const;
  const pairs = Object.entries(grantable).flatMap(([actor, given]) =>
    roles.map((role) => ({ actor, role, isGranted: given.some((one) => one === role) })),
  );

  it.each(pairs)('$actor for $role: $isGranted', async ({ actor, role, isGranted }) => {
    const { places, space, people } = await open();
    const asked = { params: { space: space.id }, body: { role } };
    const user = people[actor as keyof typeof grantable];
    expect(await places.refusalOf('createInvitation', user, asked)).toBe(isGranted ? null : 'forbidden');
  });

  it('shows the secret once and stores only its hash', async () => {
    const { places, invite, people, space } = await open();
    const { path, params } = await invite(people.admin);
    expect(path).toMatch(/^\/invite\/[\w-]{43}$/);
    const listed = await places.call('listInvitations', people.admin, { params: { space: space.id } });
    expect(listed.reply.items).toMatchObject([
      { role: 'member', uses: 0, usesMost: null, createdBy: { name: 'Adam' } },
    ]);
    const log = await places.call('readAudit', people.owner, { params: { space: space.id } });
    expect(JSON.stringify([listed.reply, log.reply])).not.toContain(params.token);
  });

  it('is mailed in the language of the reader, unless they want no such mail', async () => {
    const { places, invite, people } = await open();
    const { users } = places.store;
    const [lea, tom] = [await seedAccount(places.store, 'Lea'), await seedAccount(places.store, 'Tom')];
    await users.update(lea.id, { language: 'de' }, null);
    const notifications = { sounds: true, desktop: false, invitationMails: false };
    const devices = { startMuted: false, startWithoutCamera: false };
    await users.update(tom.id, { preferences: { notifications, devices } }, null);
    const { path } = await invite(people.admin, { email: 'nora@example.org' });
    await invite(people.admin, { email: lea.email });
    const unsent = await invite(people.admin, { email: tom.email });
    expect(unsent.invitation.email).toBe(tom.email);
    expect(places.mails.map(({ to }) => to)).toEqual(['nora@example.org', lea.email]);
    expect(places.mails[0]?.text).toContain(`http://localhost:3000${path}`);
    expect(places.mails[0]?.text).toContain('Adam');
    expect(places.mails[1]?.text).not.toContain('invites');
  });

  it('mails no more than the budget of mails allows', async () => {
    const { places, space, people } = await open();
    const asked = { params: { space: space.id }, body: { email: 'nora@example.org' } };
    for (let i = 0; i < 10; i += 1) await places.call('createInvitation', people.admin, asked);
    expect(await places.refusalOf('createInvitation', people.admin, asked)).toBe('rate_limited');
    expect(places.mails).toHaveLength(10);
  });
});

describe('an invitation', () => {
  it('is told about and taken', async () => {
    const { places, invite, membership, uses, people, space } = await open();
    const { params } = await invite(people.moderator);
    const preview = await places.call('previewInvitation', null, { params });
    expect(preview.reply).toMatchObject({
      space: { id: space.id, name: space.name, mapId: 'office' },
      role: 'member',
      invitedBy: { name: 'Mona' },
      needsAccount: false,
    });
    const { reply } = await places.call('acceptInvitation', people.guest, { params });
    expect(reply).toEqual({ spaceId: space.id, slug: space.slug, role: 'member' });
    expect(await membership(people.guest)).toBe('member');
    expect(places.live.takeKinds()).toEqual(['standing-changed']);
    expect(await uses()).toEqual([1]);
  });

  it('never lowers a role, and is not used up by who has as much already', async () => {
    const { places, invite, membership, uses, people } = await open();
    const { params } = await invite(people.owner, { usesMost: 1 });
    for (const user of [people.admin, people.member]) {
      const { reply } = await places.call('acceptInvitation', user, { params });
      expect(reply.role).toBe(await membership(user));
    }
    expect(await uses()).toEqual([0]);
    expect(places.live.takeKinds()).toEqual([]);
    await places.call('acceptInvitation', people.guestMember, { params });
    expect(await membership(people.guestMember)).toBe('member');
    expect(await places.refusalOf('acceptInvitation', people.stranger, { params })).toBe(
      'invitation_invalid',
    );
  });

  it('taken twice at once by one person counts once, in the audit log too', async () => {
    const { places, invite, uses, space, people } = await open();
    const { params } = await invite(people.owner, { usesMost: 2 });
    const taken = await Promise.all(
      [1, 2, 3].map(() => places.refusalOf('acceptInvitation', people.stranger, { params })),
    );
    expect(taken).toEqual([null, null, null]);
    expect(await uses()).toEqual([1]);
    const page = { limit: 9, after: null };
    expect((await places.store.audit.list(space.id, page, 'member.add')).items).toHaveLength(1);
  });

  it('is used no more often than it says, also by many at once', async () => {
    const { places, invite, people } = await open();
    const { params } = await invite(people.owner, { usesMost: 3 });
    const guests = await Promise.all(
      Array.from({ length: 8 }, (_, i) => seedGuest(places.store, `Guest ${i}`)),
    );
    const outcomes = await Promise.all(
      guests.map((guest) => places.refusalOf('acceptInvitation', guest, { params })),
    );
    expect(outcomes.filter((refusal) => refusal === null)).toHaveLength(3);
    expect(outcomes.filter((refusal) => refusal === 'invitation_invalid')).toHaveLength(5);
  });

  it('is refused to the banned, and to guests for roles of accounts', async () => {
    const { places, invite, membership, people } = await open();
    const { params } = await invite(people.owner, { role: 'moderator' });
    const preview = await places.call('previewInvitation', null, { params });
    expect(preview.reply.needsAccount).toBe(true);
    expect(await places.refusalOf('acceptInvitation', people.banned, { params })).toBe('banned');
    expect(await places.refusalOf('acceptInvitation', people.guest, { params })).toBe('forbidden');
    expect(await places.refusalOf('acceptInvitation', null, { params })).toBe('unauthorized');
    expect(await membership(people.guest)).toBeNull();
    expect(await places.refusalOf('acceptInvitation', people.stranger, { params })).toBe(null);
  });

  it('ends by its time, by revocation and with its space', async () => {
    const { places, invite, people, space } = await open();
    const late = await invite(people.owner, { expiresInS: 60 });
    const revoked = await invite(people.owner, { expiresInS: null });
    const orphan = await invite(people.owner, { expiresInS: null });
    places.now = new Date(places.now.getTime() + 60_001);
    const params = { space: space.id, invitation: revoked.id };
    await places.call('revokeInvitation', people.moderator, { params });
    expect(await places.refusalOf('revokeInvitation', people.moderator, { params })).toBe('not_found');
    await places.call('deleteSpace', people.owner, { params: { space: space.id } });
    for (const { params: token } of [late, revoked, orphan]) {
      expect(await places.refusalOf('previewInvitation', null, { params: token })).toBe('invitation_invalid');
      const taken = places.refusalOf('acceptInvitation', people.stranger, { params: token });
      expect(await taken).toBe('invitation_invalid');
    }
  });

  it('is worth no more than what whoever made it may still give', async () => {
    const { places, invite, people, space } = await open();
    const { params } = await invite(people.admin, { role: 'moderator', expiresInS: null });
    const user = people.admin.id;
    const where = { space: space.id, user };
    await places.call('setRole', people.owner, { params: where, body: { role: 'moderator' } });
    expect(await places.refusalOf('acceptInvitation', people.stranger, { params })).toBe(
      'invitation_invalid',
    );
    await places.call('removeMember', people.owner, { params: where });
    expect(await places.refusalOf('acceptInvitation', people.admin, { params })).toBe('invitation_invalid');
  });

  it('of another space is not there to be revoked', async () => {
    const { places, invite, people } = await open();
    const other = await seedSpace(places.store);
    const { id } = await invite(people.owner);
    const params = { space: other.space.id, invitation: id };
    expect(await places.refusalOf('revokeInvitation', other.people.owner, { params })).toBe('not_found');
  });

  it.each(['x', 'a'.repeat(43)])('of the secret %j is not valid', async (token) => {
    const { places, people } = await open();
    const refusal = await places.refusalOf('acceptInvitation', people.stranger, { params: { token } });
    expect(refusal).toBe(token === 'x' ? 'bad_request' : 'invitation_invalid');
  });
});
