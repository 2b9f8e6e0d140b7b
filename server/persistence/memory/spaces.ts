import type { NewSpace, Space, SpacePatch, SpaceRepository, StoredStanding } from '../ports.ts';
import { dropRoom } from './chat/chatrooms.ts';
import { includesFolded, pageById } from './pages.ts';
import {
  copy,
  given,
  holds,
  insert,
  pair,
  removeWhere,
  requireUser,
  type Tables,
  type UserRow,
  where,
} from './tables.ts';

type SpaceState = 'active' | 'archived' | 'deleted';

function stateOf({ archivedAt, deletedAt }: Space): SpaceState {
  if (deletedAt !== null) return 'deleted';
  return archivedAt === null ? 'active' : 'archived';
}

const ownerOf = (tables: Tables, slug: string): Space | undefined =>
  where(tables.spaces, (space) => space.slug === slug)[0];

function add(tables: Tables, space: NewSpace): Space {
  if (space.createdBy !== null) requireUser(tables, space.createdBy);
  const row: Space = { ...space, isLocked: false, archivedAt: null, deletedAt: null, version: 1 };
  insert(tables.spaces, space.id, row);
  return copy(row);
}

function makeSpaces(tables: Tables): Pick<SpaceRepository, 'ensure' | 'create'> {
  return {
    async ensure(space) {
      const existing = ownerOf(tables, space.slug);
      return existing === undefined ? add(tables, space) : copy(existing);
    },
    async create(space, ownerId) {
      requireUser(tables, ownerId);
      if (ownerOf(tables, space.slug) !== undefined) return 'slug_taken';
      const made = add(tables, space);
      const membership = {
        spaceId: space.id,
        userId: ownerId,
        role: 'owner',
        joinedAt: space.createdAt,
      } as const;
      insert(tables.memberships, pair(space.id, ownerId), membership);
      return made;
    },
  };
}

/** Only what may be changed, whatever else an object carries. */
const pickPatch = (patch: SpacePatch): SpacePatch => ({
  name: patch.name,
  slug: patch.slug,
  description: patch.description,
  welcomeText: patch.welcomeText,
  visibility: patch.visibility,
  passwordHash: patch.passwordHash,
  capacity: patch.capacity,
  hasResident: patch.hasResident,
  isLocked: patch.isLocked,
  archivedAt: patch.archivedAt,
  deletedAt: patch.deletedAt,
});

function changeSpaces(tables: Tables): Pick<SpaceRepository, 'update' | 'purge'> {
  return {
    async update(id, patch, expectedVersion) {
      const row = tables.spaces.get(id);
      if (row === undefined) return null;
      if (expectedVersion !== null && row.version !== expectedVersion) return 'stale';
      const rival = patch.slug === undefined ? undefined : ownerOf(tables, patch.slug);
      if (rival !== undefined && rival.id !== id) return 'slug_taken';
      const changed = { ...row, ...copy(given(pickPatch(patch))), version: row.version + 1 };
      tables.spaces.set(id, changed);
      return copy(changed);
    },
    async purge(before) {
      const gone = removeWhere(
        tables.spaces,
        ({ deletedAt }) => deletedAt !== null && deletedAt < before,
      ).map(({ id }) => id);
      const isGone = ({ spaceId }: { spaceId: string }) => gone.includes(spaceId);
      removeWhere(tables.memberships, isGone);
      removeWhere(tables.invitations, isGone);
      removeWhere(tables.bans, isGone);
      removeWhere(tables.audit, isGone);
      removeWhere(tables.positions, isGone);
      for (const { id } of where(tables.chatrooms, isGone)) dropRoom(tables, id);
      removeWhere(tables.chatMutes, isGone);
      for (const id of gone) tables.chatFilters.delete(id);
      return gone.length;
    },
  };
}

function findSpaces(
  tables: Tables,
): Pick<SpaceRepository, 'findById' | 'findBySlug' | 'listPublic' | 'listOf'> {
  return {
    async findById(id) {
      return copy(tables.spaces.get(id) ?? null);
    },
    async findBySlug(slug) {
      const space = ownerOf(tables, slug);
      return space === undefined || space.deletedAt !== null ? null : copy(space);
    },
    async listPublic(page, query) {
      const rows = where(
        tables.spaces,
        (space) =>
          space.visibility === 'public' &&
          stateOf(space) === 'active' &&
          (query === null || includesFolded(space.name, query)),
      );
      return copy(pageById(rows, page, ({ id }) => id));
    },
    async listOf(userId, state, page) {
      const rows = where(tables.memberships, (row) => row.userId === userId).flatMap(({ spaceId, role }) => {
        const space = tables.spaces.get(spaceId);
        if (space === undefined || stateOf(space) !== state) return [];
        return [{ space, role, lastVisitAt: tables.positions.get(pair(spaceId, userId))?.savedAt ?? null }];
      });
      return copy(pageById(rows, page, ({ space }) => space.id));
    },
  };
}

/** What a person is to a space; the person exists. */
function standingIn(tables: Tables, spaceId: string, user: UserRow, now: string): StoredStanding {
  const bans = where(tables.bans, (ban) => ban.spaceId === spaceId && ban.userId === user.id);
  return {
    membership: tables.memberships.get(pair(spaceId, user.id))?.role ?? null,
    isBanned: bans.some(({ expiresAt }) => holds(expiresAt, now)),
    isOperator: user.isOperator,
    isGuest: user.isGuest,
  };
}

export function memorySpaces(tables: Tables): SpaceRepository {
  return {
    ...makeSpaces(tables),
    ...changeSpaces(tables),
    ...findSpaces(tables),
    async standing(spaceId, userId, now) {
      const user = tables.users.get(userId);
      if (user === undefined || user.deletedAt !== null) return null;
      return standingIn(tables, spaceId, user, now);
    },
    async standingOfMany(spaceId, userIds, now) {
      const users = userIds.flatMap((id) => tables.users.get(id) ?? []);
      const known = users.filter(({ deletedAt }) => deletedAt === null);
      return new Map(known.map((user) => [user.id, standingIn(tables, spaceId, user, now)]));
    },
    async standings(spaceIds, userId, now) {
      const user = tables.users.get(userId);
      if (user === undefined || user.deletedAt !== null) return [];
      const known = where(tables.spaces, ({ id }) => spaceIds.includes(id));
      return known.map(({ id }) => {
        const { membership, isBanned } = standingIn(tables, id, user, now);
        const lastVisitAt = tables.positions.get(pair(id, userId))?.savedAt ?? null;
        return { spaceId: id, membership, isBanned, lastVisitAt };
      });
    },
  };
}
