import type { AccountKind, Role } from './roles.ts';

/**
 * Who may know of a space and walk in. `public` is listed for everybody, `unlisted` opens to whoever has the address,
 * `password` to whoever said its password once, `invite` to members only.
 */
export const visibilities = ['public', 'unlisted', 'password', 'invite'] as const;

export type Visibility = (typeof visibilities)[number];

/** What is known of a person and a space together. */
export interface Relation {
  readonly account: AccountKind;
  /** The stored membership, or `null`. */
  readonly membership: Role | null;
  readonly isBanned: boolean;
  readonly visibility: Visibility;
}

/**
 * The role that counts. An operator is an owner everywhere, also where somebody banned them; a banned person has none;
 * a stranger is a guest where the door is open.
 */
export function roleIn({ account, membership, isBanned, visibility }: Relation): Role | null {
  if (account === 'operator') return 'owner';
  if (isBanned || account === 'anonymous') return null;
  if (membership !== null) return membership;
  return isOpen(visibility) ? 'guest' : null;
}

/** Whether strangers may walk in. */
export const isOpen = (visibility: Visibility): boolean =>
  visibility === 'public' || visibility === 'unlisted';

/** Whether strangers may see at the door that there is such a space: its name, its picture, who is inside. */
export const isVisibleToStrangers = (visibility: Visibility): boolean => visibility !== 'invite';
