import type { Role } from '#lib/domain/access/roles.ts';
import type { Visibility } from '#lib/domain/access/standing.ts';
import type { Page, PageQuery } from './page.ts';

export interface Space {
  id: string;
  slug: string;
  name: string;
  description: string;
  welcomeText: string;
  /** Key of the map it was made of, such as `studio`. */
  mapId: string;
  /** Path of the Tiled map on the web origin, such as `/maps/studio.tmj`. */
  mapUrl: string;
  region: string;
  /** Whether the resident stands in this space. */
  hasResident: boolean;
  visibility: Visibility;
  /** Argon2id, for the visibility `password`. */
  passwordHash: string | null;
  capacity: number;
  isLocked: boolean;
  createdBy: string | null;
  createdAt: string;
  archivedAt: string | null;
  deletedAt: string | null;
  /** Counts the changes; starts at 1. */
  version: number;
}

export type NewSpace = Omit<Space, 'version' | 'archivedAt' | 'deletedAt' | 'isLocked'>;

export type SpacePatch = Partial<
  Pick<
    Space,
    | 'name'
    | 'slug'
    | 'description'
    | 'welcomeText'
    | 'visibility'
    | 'passwordHash'
    | 'capacity'
    | 'hasResident'
    | 'isLocked'
    | 'archivedAt'
    | 'deletedAt'
  >
>;

/** What a person is to a space, read in one question. */
export interface StoredStanding {
  membership: Role | null;
  isBanned: boolean;
  isOperator: boolean;
  isGuest: boolean;
}

/** What a person is to one of several spaces, and when they were last inside. */
export interface StandingAmongSpaces {
  spaceId: string;
  membership: Role | null;
  isBanned: boolean;
  lastVisitAt: string | null;
}

/** Deleted spaces are found by `findById` and `listOf` only; their slug stays theirs until they are purged. */
export interface SpaceRepository {
  /** Creates the space, or returns the one that already has its slug. */
  ensure(space: NewSpace): Promise<Space>;
  /** Creates the space and its first owner's membership, both or neither. */
  create(space: NewSpace, ownerId: string): Promise<Space | 'slug_taken'>;
  findById(id: string): Promise<Space | null>;
  findBySlug(slug: string): Promise<Space | null>;
  /** `stale`: the version is not `expectedVersion` (where one is given); nothing was written. */
  update(
    id: string,
    patch: SpacePatch,
    expectedVersion: number | null,
  ): Promise<Space | 'stale' | 'slug_taken' | null>;
  /** Public ones that are neither archived nor deleted, newest first. `query` looks in the name. The key is the id. */
  listPublic(page: PageQuery, query: string | null): Promise<Page<Space>>;
  /** Those that somebody is a member of, newest first. The key is the id. */
  listOf(
    userId: string,
    state: 'active' | 'archived' | 'deleted',
    page: PageQuery,
  ): Promise<Page<{ space: Space; role: Role; lastVisitAt: string | null }>>;
  /** `null` when the person does not exist. `now` decides which bans are in force. */
  standing(spaceId: string, userId: string, now: string): Promise<StoredStanding | null>;
  /** The same for many people in one question; unknown people are missing. */
  standingOfMany(spaceId: string, userIds: string[], now: string): Promise<Map<string, StoredStanding>>;
  /** What a person is to each of these spaces, read in one question; unknown spaces are missing. */
  standings(spaceIds: string[], userId: string, now: string): Promise<StandingAmongSpaces[]>;
  /** Removes for good what was deleted before this instant; returns how many. */
  purge(before: string): Promise<number>;
}

export interface Membership {
  spaceId: string;
  userId: string;
  role: Role;
  joinedAt: string;
  /** Whether the person is a guest, without an account. */
  isGuest: boolean;
  name: string;
  cast: string | null;
  pronouns: string | null;
}

/** `stale`: the role is not the one that was expected; nothing was written. */
export type RoleChange = 'ok' | 'last_owner' | 'not_found' | 'stale';

export interface MembershipRepository {
  find(spaceId: string, userId: string): Promise<Membership | null>;
  /** Makes somebody a member, or raises the role of one; never lowers it. Returns the role they have now. */
  add(spaceId: string, userId: string, role: Role, joinedAt: string): Promise<Role>;
  /**
   * Of many changes at once, none leaves a space without an owner (`last_owner`). With `from` only that role is changed:
   * whoever judged it is not overtaken by somebody who gave another one meanwhile (`stale`).
   */
  setRole(spaceId: string, userId: string, role: Role, from?: Role): Promise<RoleChange>;
  remove(spaceId: string, userId: string, from?: Role): Promise<RoleChange>;
  /** Ends the memberships of one role, such as the guests who knew a former password. Returns whose. */
  removeRole(spaceId: string, role: Role): Promise<string[]>;
  /** By joining, oldest first; the key is opaque. */
  list(
    spaceId: string,
    page: PageQuery,
    filter: { role: Role | null; query: string | null },
  ): Promise<Page<Membership>>;
  /** Spaces (not deleted) of which this person is the only owner, with how many other members each has. */
  soleOwnerships(userId: string): Promise<{ spaceId: string; name: string; otherMembers: number }[]>;
}

export interface Invitation {
  id: string;
  spaceId: string;
  role: Role;
  email: string | null;
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  usesMost: number | null;
  uses: number;
}

/** What accepting an invitation made of somebody. */
export interface Accepted {
  /** The role they have now. */
  role: Role;
  /** Whether it was this that gave them the role; only then a use was counted. */
  isNew: boolean;
}

export interface InvitationRepository {
  create(invitation: Invitation, tokenHash: string): Promise<void>;
  /** Null for one that was revoked, has expired at `now` or is used up. */
  findByHash(tokenHash: string, now: string): Promise<Invitation | null>;
  /**
   * Makes somebody a member by it, or raises the role of one, and counts the use, both or neither. Nothing is counted for
   * whoever has such a role already. Of many callers at once no more than `usesMost` get in. Null when it cannot be used.
   */
  accept(tokenHash: string, userId: string, now: string): Promise<Accepted | null>;
  /** Those that can still be used, newest first. The key is the id. */
  list(spaceId: string, now: string, page: PageQuery): Promise<Page<Invitation>>;
  revoke(spaceId: string, id: string): Promise<boolean>;
}
