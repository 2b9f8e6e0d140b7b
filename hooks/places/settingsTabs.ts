import { isAllowed, type SpacePermission, type Subject } from '#lib/domain/access/permissions.ts';

/** Pages of a space's settings, and the right that each needs. */
const permissionOfTab = {
  general: 'edit:space',
  access: 'lock:space',
  members: 'read:member:any',
  invitations: 'read:invitation:any',
  bans: 'read:ban:any',
  reports: 'moderate:chat',
  'chat-filters': 'moderate:chat',
  'chat-mutes': 'moderate:chat',
  activity: 'read:chat-figures',
  audit: 'read:audit',
} as const satisfies Record<string, SpacePermission>;

export type SettingsTab = keyof typeof permissionOfTab;

export const settingsTabs = [
  'general',
  'access',
  'members',
  'invitations',
  'bans',
  'reports',
  'chat-filters',
  'chat-mutes',
  'activity',
  'audit',
] as const satisfies readonly SettingsTab[];

/** Whether somebody may see a page of the settings. */
export const maySeeTab = (subject: Subject, tab: SettingsTab): boolean =>
  isAllowed(subject, permissionOfTab[tab]);

/** The pages that somebody may see, in their order. */
export const tabsFor = (subject: Subject): readonly SettingsTab[] =>
  settingsTabs.filter((tab) => maySeeTab(subject, tab));

/** Path of a page of the settings; without a page, of the first one. */
export const settingsPath = (slug: string, tab?: SettingsTab): string =>
  tab === undefined ? `/space/${slug}/settings` : `/space/${slug}/settings/${tab}`;
