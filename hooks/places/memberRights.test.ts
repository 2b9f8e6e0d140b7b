import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/roles.ts';
import type { MemberView } from '#lib/protocol/rest/members.ts';
import { mayRemove, roleChoices } from './memberRights.ts';

function member(role: Role, over: Partial<MemberView> = {}): MemberView {
  const person = { id: `the-${role}`, name: role, cast: 'mira' };
  return { person, role, isGuest: false, pronouns: null, joinedAt: '2026-03-01T09:00:00.000Z', ...over };
}

const as = (role: Role) => ({ account: 'account', role }) as const;
const choices = (mine: Role, target: MemberView) => roleChoices(as(mine), `the-${mine}`, target).join(' ');

describe('the roles that may be given', () => {
  it('are all of them for an owner, and those below for an admin', () => {
    expect(choices('owner', member('member'))).toBe('guest member moderator admin owner');
    expect(choices('admin', member('member'))).toBe('guest member moderator');
  });

  it('are none upon equals and above, and none for moderators', () => {
    expect(choices('admin', member('owner'))).toBe('');
    expect(choices('owner', member('owner', { person: { id: 'other', name: 'O', cast: 'ola' } }))).toBe('');
    expect(choices('moderator', member('member'))).toBe('');
  });

  it('let an owner and an admin step down', () => {
    expect(choices('owner', member('owner'))).toBe('guest member moderator admin owner');
    expect(choices('admin', member('admin'))).toBe('guest member moderator admin');
  });

  it('stay below moderator for somebody without an account', () => {
    expect(choices('owner', member('member', { isGuest: true }))).toBe('guest member');
  });
});

describe('ending a membership', () => {
  it('is for admins and owners, upon those below them, never upon oneself', () => {
    expect(mayRemove(as('admin'), 'the-admin', member('moderator'))).toBe(true);
    expect(mayRemove(as('admin'), 'the-admin', member('owner'))).toBe(false);
    expect(mayRemove(as('moderator'), 'the-moderator', member('guest'))).toBe(false);
    expect(mayRemove(as('owner'), 'the-owner', member('owner'))).toBe(false);
  });
});
