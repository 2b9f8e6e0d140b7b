import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/roles.ts';
import type { RoomRole } from '#lib/domain/chat/rooms.ts';
import { inMemberOrder, memberRights } from './memberRights.ts';

const member = (role: RoomRole, name = 'Hugo') => ({
  person: { id: name, name, cast: 'hugo' },
  role,
  joinedAt: '2026-03-01T09:00:00.000Z',
  readSeq: 0,
});

function rights(mine: RoomRole | null, theirs: RoomRole, over: { spaceRole?: Role; ownId?: string } = {}) {
  const { spaceRole = 'member', ownId = 'Mira' } = over;
  const subject = { kind: 'room', isPrivate: false, isMuted: false, spaceRole, roomRole: mine } as const;
  return memberRights({ subject, ownId, member: member(theirs), isDefault: false });
}

describe('what may be done with a member of a room', () => {
  it.each([
    ['owner', 'member', true, 3],
    ['owner', 'owner', true, 3],
    ['admin', 'member', true, 0],
    ['admin', 'admin', false, 0],
    ['admin', 'owner', false, 0],
    ['member', 'member', false, 0],
    [null, 'member', false, 0],
  ] as const)('by an %s to an %s: take out %s, roles %i', (mine, theirs, mayRemove, roles) => {
    expect(rights(mine, theirs).mayRemove).toBe(mayRemove);
    expect(rights(mine, theirs).roles).toHaveLength(roles);
  });

  it('by a moderator of the space: take out plain members', () => {
    expect(rights(null, 'member', { spaceRole: 'moderator' }).mayRemove).toBe(true);
    expect(rights(null, 'owner', { spaceRole: 'moderator' }).mayRemove).toBe(false);
  });

  it('to myself, and out of the room of everybody: nothing', () => {
    expect(rights('owner', 'owner', { ownId: 'Hugo' })).toEqual({ roles: [], mayRemove: false });
    const subject = {
      kind: 'room',
      isPrivate: false,
      isMuted: false,
      spaceRole: 'owner',
      roomRole: 'owner',
    } as const;
    const question = { subject, ownId: 'Mira', member: member('member'), isDefault: true };
    expect(memberRights(question).mayRemove).toBe(false);
  });
});

it('lists owners first, then admins, each by name', () => {
  const members = [
    member('member', 'Ada'),
    member('admin', 'Zoë'),
    member('admin', 'Ben'),
    member('owner', 'Mira'),
  ];
  expect(inMemberOrder(members).map(({ person }) => person.name)).toEqual(['Mira', 'Ben', 'Zoë', 'Ada']);
});
