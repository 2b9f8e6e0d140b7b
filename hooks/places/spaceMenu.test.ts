import { describe, expect, it } from 'vitest';
import type { AccountKind, Role } from '#lib/domain/access/roles.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { choicesFor } from './spaceMenu.ts';
import { testSpace } from './testing/testSpace.ts';

const choices = (role: Role | null, over: Partial<SpaceView> = {}, account: AccountKind = 'account') =>
  choicesFor({ account, role }, testSpace({ role, ...over })).join(' ');
const at = '2026-03-01T09:00:00.000Z';

describe('the menu of a space', () => {
  it('offers each role what it may do', () => {
    expect(choices('owner')).toBe('open copyLink invite settings duplicate archive delete');
    expect(choices('admin')).toBe('open copyLink invite settings duplicate leave');
    expect(choices('moderator')).toBe('open copyLink invite settings leave');
    expect(choices('member')).toBe('open copyLink members leave');
    expect(choices('guest', {}, 'guest')).toBe('open copyLink leave');
    expect(choices('guest', { isMember: false })).toBe('open copyLink');
  });

  it('offers an archived space’s owner to open it again, and a deleted one’s to bring it back', () => {
    expect(choices('owner', { archivedAt: at })).toBe('settings duplicate unarchive delete');
    expect(choices('member', { archivedAt: at })).toBe('members leave');
    expect(choices('owner', { deletedAt: at })).toBe('restore');
    expect(choices('admin', { deletedAt: at })).toBe('');
  });
});
