/** What somebody is in one space, from the least to the most. */
export const roles = ['guest', 'member', 'moderator', 'admin', 'owner'] as const;

export type Role = (typeof roles)[number];

/** What somebody is to the whole site, from the least to the most. A guest has a name and nothing else. */
export const accountKinds = ['anonymous', 'guest', 'account', 'operator'] as const;

export type AccountKind = (typeof accountKinds)[number];

/** Place of a role in the order of roles; nobody's role stands below all. */
const rankOf = (role: Role | null): number => (role === null ? -1 : roles.indexOf(role));

/** Whether `role` is `least` or stands above it. */
export const isAtLeast = (role: Role | null, least: Role): boolean => rankOf(role) >= rankOf(least);

/**
 * Whether somebody may act upon another: only upon those who stand below. Two owners are equals and leave each other
 * alone, except that an owner may step down.
 */
export const outranks = (actor: Role | null, target: Role | null): boolean => rankOf(actor) > rankOf(target);

/** Roles that somebody with this role may give to others: an owner gives any, everybody else only lower ones. */
export function grantableRoles(actor: Role | null): readonly Role[] {
  return actor === 'owner' ? roles : roles.filter((role) => outranks(actor, role));
}
