import { type AccountKind, accountKinds, isAtLeast, type Role } from './roles.ts';

/**
 * Rights towards the whole site, and the least kind of account that has each. `none` needs nobody to be signed in.
 */
export const sitePermissions = {
  none: 'anonymous',
  'use:own': 'guest',
  'manage:own-account': 'account',
  'create:space': 'account',
  'administer:site': 'operator',
} as const satisfies Record<string, AccountKind>;

/** Rights within one space, and the least role that has each. */
export const spacePermissions = {
  'see:space': 'guest',
  'join:space': 'guest',
  'move:self': 'guest',
  'take-part:call': 'guest',
  'send:media': 'guest',
  'leave:membership': 'guest',
  'use:chat': 'guest',
  'read:member:any': 'member',
  'create:chatroom': 'member',
  'create:invitation': 'moderator',
  'read:invitation:any': 'moderator',
  'revoke:invitation:any': 'moderator',
  'mute:participant:any': 'moderator',
  'move:participant:any': 'moderator',
  'remove:participant:any': 'moderator',
  'ban:participant:any': 'moderator',
  'read:ban:any': 'moderator',
  'lock:space': 'moderator',
  'announce:space': 'moderator',
  'enter:locked-space': 'moderator',
  'enter:full-space': 'moderator',
  'moderate:chat': 'moderator',
  'read:chat-figures': 'moderator',
  'read:audit': 'admin',
  'edit:space': 'admin',
  'edit:chat-filters': 'admin',
  'duplicate:space': 'admin',
  'set:role:any': 'admin',
  'remove:member:any': 'admin',
  'archive:space': 'owner',
  'delete:space': 'owner',
} as const satisfies Record<string, Role>;

export type SitePermission = keyof typeof sitePermissions;
export type SpacePermission = keyof typeof spacePermissions;
export type Permission = SitePermission | SpacePermission;

/** Who asks. `role` is what they are in the space in question: `null` outside of it, or where they are banned. */
export interface Subject {
  readonly account: AccountKind;
  readonly role: Role | null;
}

export const isSpacePermission = (permission: Permission): permission is SpacePermission =>
  permission in spacePermissions;

/** The one question about rights, asked on both sides of the wire. */
export function isAllowed(subject: Subject, permission: Permission): boolean {
  if (isSpacePermission(permission)) return isAtLeast(subject.role, spacePermissions[permission]);
  return accountKinds.indexOf(subject.account) >= accountKinds.indexOf(sitePermissions[permission]);
}
