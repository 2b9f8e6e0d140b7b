import type { Role } from '#lib/domain/access/roles.ts';
import type { Membership, MembershipRepository } from '../ports.ts';
import { higherRole } from '../roleRank.ts';
import { includesFolded, pageByInstant } from './pages.ts';
import {
  isAlive,
  type MembershipRow,
  pair,
  removeWhere,
  requireSpace,
  type Tables,
  where,
} from './tables.ts';

/** Joins what others see of the person. */
export function toMembership(tables: Tables, row: MembershipRow): Membership {
  const user = tables.users.get(row.userId);
  if (user === undefined) throw new Error(`There is no user ${row.userId}.`);
  const { isGuest, name, cast, pronouns } = user;
  return { ...row, isGuest, name, cast, pronouns };
}

const ownersOf = (tables: Tables, spaceId: string): MembershipRow[] =>
  where(tables.memberships, (row) => row.spaceId === spaceId && row.role === 'owner');

const isLastOwner = (tables: Tables, row: MembershipRow): boolean =>
  row.role === 'owner' && ownersOf(tables, row.spaceId).length === 1;

/** Makes somebody a member, or raises the role of one. Returns the role they have now. */
export function raise(tables: Tables, given: MembershipRow): Role {
  const { spaceId, userId } = given;
  requireSpace(tables, spaceId);
  if (!isAlive(tables, userId)) throw new Error(`There is no user ${userId}.`);
  const key = pair(spaceId, userId);
  const row = tables.memberships.get(key) ?? given;
  const raised = { ...row, role: higherRole(row.role, given.role) };
  tables.memberships.set(key, raised);
  return raised.role;
}

function changeMemberships(
  tables: Tables,
): Pick<MembershipRepository, 'add' | 'setRole' | 'remove' | 'removeRole'> {
  const { memberships } = tables;
  return {
    async add(spaceId, userId, role, joinedAt) {
      return raise(tables, { spaceId, userId, role, joinedAt });
    },
    async setRole(spaceId, userId, role, from) {
      const row = memberships.get(pair(spaceId, userId));
      if (row === undefined) return 'not_found';
      if (from !== undefined && row.role !== from) return 'stale';
      if (role !== 'owner' && isLastOwner(tables, row)) return 'last_owner';
      memberships.set(pair(spaceId, userId), { ...row, role });
      return 'ok';
    },
    async remove(spaceId, userId, from) {
      const row = memberships.get(pair(spaceId, userId));
      if (row === undefined) return 'not_found';
      if (from !== undefined && row.role !== from) return 'stale';
      if (isLastOwner(tables, row)) return 'last_owner';
      memberships.delete(pair(spaceId, userId));
      return 'ok';
    },
    async removeRole(spaceId, role) {
      if (role === 'owner') throw new Error('The owners of a space are not removed all at once.');
      const removed = removeWhere(memberships, (row) => row.spaceId === spaceId && row.role === role);
      return removed.map(({ userId }) => userId);
    },
  };
}

/** Spaces of which somebody is the only owner, with how many other members each has. */
export function soleOwnerships(
  tables: Tables,
  userId: string,
): { spaceId: string; name: string; otherMembers: number }[] {
  const owned = where(tables.memberships, (row) => row.userId === userId && isLastOwner(tables, row));
  return owned.flatMap(({ spaceId }) => {
    const space = tables.spaces.get(spaceId);
    if (space === undefined || space.deletedAt !== null) return [];
    const members = where(tables.memberships, (row) => row.spaceId === spaceId);
    return [{ spaceId, name: space.name, otherMembers: members.length - 1 }];
  });
}

export function memoryMemberships(tables: Tables): MembershipRepository {
  const { memberships } = tables;
  return {
    ...changeMemberships(tables),
    async find(spaceId, userId) {
      const row = memberships.get(pair(spaceId, userId));
      return row === undefined ? null : toMembership(tables, row);
    },
    async list(spaceId, page, { role, query }) {
      const rows = where(memberships, (row) => row.spaceId === spaceId)
        .map((row) => toMembership(tables, row))
        .filter((row) => role === null || row.role === role)
        .filter((row) => query === null || includesFolded(row.name, query));
      return pageByInstant(rows, page, {
        at: ({ joinedAt }) => joinedAt,
        id: ({ userId }) => userId,
        direction: 1,
      });
    },
    soleOwnerships: async (userId) => soleOwnerships(tables, userId),
  };
}
