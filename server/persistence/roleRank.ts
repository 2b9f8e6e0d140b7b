import { isAtLeast, type Role } from '#lib/domain/access/roles.ts';

/** The higher of two roles. */
export const higherRole = (a: Role, b: Role): Role => (isAtLeast(a, b) ? a : b);
