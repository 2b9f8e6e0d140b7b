import type { Role } from '#lib/domain/access/roles.ts';
import type {
  ApiToken,
  AuditEntry,
  Ban,
  Block,
  Identity,
  Invitation,
  KeptAnswer,
  Link,
  Login,
  SavedPosition,
  Space,
  User,
} from '../ports.ts';
import { type ChatTables, createChatTables } from './chat/chatTables.ts';

export interface UserRow extends User {
  deletedAt: string | null;
}

export interface MembershipRow {
  spaceId: string;
  userId: string;
  role: Role;
  joinedAt: string;
}

export interface IdempotencyRow {
  actorId: string;
  operation: string;
  requestHash: string;
  claimedAt: string;
  answer: KeptAnswer | null;
}

/** The rows of each table by their primary key; keys of two parts are made by `pair`. */
export interface Tables extends ChatTables {
  users: Map<string, UserRow>;
  logins: Map<string, Login>;
  links: Map<string, Link>;
  apiTokens: Map<string, ApiToken & { secretHash: string }>;
  identities: Map<string, Identity>;
  spaces: Map<string, Space>;
  memberships: Map<string, MembershipRow>;
  invitations: Map<string, Invitation & { tokenHash: string }>;
  bans: Map<string, Ban>;
  audit: Map<string, AuditEntry>;
  blocks: Map<string, Block>;
  idempotency: Map<string, IdempotencyRow>;
  positions: Map<string, SavedPosition & { spaceId: string }>;
}

export const createTables = (): Tables => ({
  users: new Map(),
  logins: new Map(),
  links: new Map(),
  apiTokens: new Map(),
  identities: new Map(),
  spaces: new Map(),
  memberships: new Map(),
  invitations: new Map(),
  bans: new Map(),
  audit: new Map(),
  blocks: new Map(),
  idempotency: new Map(),
  positions: new Map(),
  ...createChatTables(),
});

export const pair = (first: string, second: string): string => JSON.stringify([first, second]);

/** Rows leave and enter as copies, as they would over a connection. */
export const copy = <T>(value: T): T => structuredClone(value);

export function toUser({ deletedAt: _, ...user }: UserRow): User {
  return copy(user);
}

/** The changes that are really there: a key with `undefined` changes nothing. */
export const given = <T extends object>(patch: T): T =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;

/** Removes the rows that match and returns them. */
export function removeWhere<Row>(table: Map<string, Row>, matches: (row: Row) => boolean): Row[] {
  const removed = [...table].filter(([, row]) => matches(row));
  for (const [key] of removed) table.delete(key);
  return removed.map(([, row]) => row);
}

export function where<Row>(table: Map<string, Row>, matches: (row: Row) => boolean): Row[] {
  return [...table.values()].filter(matches);
}

/** Adds a row under a key that must be free. */
export function insert<Row>(table: Map<string, Row>, key: string, row: Row): void {
  if (table.has(key)) throw new Error(`A row with the key ${key} exists.`);
  table.set(key, copy(row));
}

/** Whether there is such a person, not deleted. */
export function isAlive(tables: Tables, userId: string): boolean {
  return tables.users.get(userId)?.deletedAt === null;
}

/** Throws where a database would miss the row that a foreign key points to. */
export function requireUser(tables: Tables, userId: string): void {
  if (!tables.users.has(userId)) throw new Error(`There is no user ${userId}.`);
}

export function requireSpace(tables: Tables, spaceId: string): void {
  if (!tables.spaces.has(spaceId)) throw new Error(`There is no space ${spaceId}.`);
}

/** Whether something that ends at `expiresAt` (`null`: never) still holds at `now`. */
export const holds = (expiresAt: string | null, now: string): boolean =>
  expiresAt === null || expiresAt > now;

/** What a person who has said nothing about themselves has, at first or after the account was deleted. */
export const emptyProfile = {
  cast: null,
  status: null,
  availability: 'online',
  pronouns: null,
  language: null,
  timeZone: null,
  preferences: null,
  version: 1,
  deletedAt: null,
} as const;
