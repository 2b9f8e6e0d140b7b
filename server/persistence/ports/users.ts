import type { Preferences } from '#lib/protocol/rest/me.ts';
import type { Page, PageQuery } from './page.ts';

export type Availability = 'online' | 'away' | 'busy';

/** A person. Guests have no email. */
export interface User {
  id: string;
  name: string;
  /** In lower case. Once it stands here it was confirmed. */
  email: string | null;
  /** Argon2id in PHC format; `null` for guests and for people who came by another service. */
  passwordHash: string | null;
  isOperator: boolean;
  /** Whether they have no account: no address, no password and no other service by which they could sign in. */
  isGuest: boolean;
  /** Chosen character, or `null`: the one that belongs to the id. */
  cast: string | null;
  status: string | null;
  availability: Availability;
  pronouns: string | null;
  language: 'en' | 'de' | null;
  timeZone: string | null;
  preferences: Preferences | null;
  /** Counts the changes; starts at 1. */
  version: number;
  /** ISO 8601. */
  createdAt: string;
}

/** What a person may change of themselves. */
export type UserPatch = Partial<
  Pick<
    User,
    'name' | 'cast' | 'status' | 'availability' | 'pronouns' | 'language' | 'timeZone' | 'preferences'
  >
>;

/** What makes a person an account. */
export interface Credentials {
  email: string;
  passwordHash: string | null;
}

/** People who deleted their account are found by none of these, `findNames` excepted. */
export interface UserRepository {
  createGuest(user: { id: string; name: string }): Promise<User>;
  /** `email_taken`: somebody else has the address; nothing was written. */
  createAccount(
    user: { id: string; name: string; isOperator: boolean } & Credentials,
  ): Promise<User | 'email_taken'>;
  /** A guest becomes an account under the same id. `null`: there is no such guest. */
  becomeAccount(id: string, credentials: Credentials): Promise<User | 'email_taken' | null>;
  findById(id: string): Promise<User | null>;
  findByEmail(email: string): Promise<User | null>;
  /** How others see these people, in no order; deleted ones under the name that was left to them. Unknown ids are missing. */
  findNames(ids: string[]): Promise<{ id: string; name: string; cast: string | null; isDeleted: boolean }[]>;
  /** `stale`: the version is not `expectedVersion` (where one is given); nothing was written. */
  update(id: string, patch: UserPatch, expectedVersion: number | null): Promise<User | 'stale' | null>;
  setEmail(id: string, email: string): Promise<User | 'email_taken' | null>;
  setPassword(id: string, passwordHash: string): Promise<User | null>;
  /** Newest first; `query` looks in names and addresses, whatever the case. The key is the id. */
  list(page: PageQuery, query: string | null): Promise<Page<User>>;
  hasOperator(): Promise<boolean>;
  /**
   * Deletes what is theirs (logins, tokens, identities, memberships, blocks in both directions, positions, links, and the
   * spaces that nobody but they belongs to, which can be brought back for a while like any deleted space) and empties the
   * row; it keeps its id, so that what others need still points somewhere. All or nothing.
   *
   * `last_owner`: a space with other members would be left without an owner; `not_found`: there is no such person.
   */
  anonymise(id: string): Promise<{ deletedSpaceIds: string[] } | 'last_owner' | 'not_found'>;
  /** Everything that is stored about somebody, by table; no hashes of secrets. */
  exportOf(id: string): Promise<Record<string, unknown>>;
}
