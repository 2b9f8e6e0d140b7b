import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/roles.ts';
import { settingsPath, tabsFor } from './settingsTabs.ts';

const tabs = (role: Role | null) => tabsFor({ account: 'account', role });

describe('the pages of the settings', () => {
  it('are shown by role', () => {
    const chat = ['reports', 'chat-filters', 'chat-mutes', 'activity'];
    const before = ['access', 'members', 'invitations', 'bans'];
    expect(tabs('owner')).toEqual(['general', ...before, ...chat, 'audit']);
    expect(tabs('admin')).toEqual(tabs('owner'));
    expect(tabs('moderator')).toEqual([...before, ...chat]);
    expect(tabs('member')).toEqual(['members']);
    expect(tabs('guest')).toEqual([]);
    expect(tabs(null)).toEqual([]);
  });

  it('have an address each', () => {
    expect(settingsPath('studio')).toBe('/space/studio/settings');
    expect(settingsPath('studio', 'bans')).toBe('/space/studio/settings/bans');
  });
});
