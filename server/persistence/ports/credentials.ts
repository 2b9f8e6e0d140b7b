import type { Scope } from '#lib/domain/access/scopes.ts';

/** A browser in which somebody is signed in: its session cookie names it. */
export interface Login {
  id: string;
  userId: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

export interface LoginRepository {
  create(login: Login): Promise<void>;
  /** Null for one that was ended or has expired at `now` (ISO 8601). */
  find(id: string, now: string): Promise<Login | null>;
  touch(id: string, lastSeenAt: string): Promise<void>;
  /** Those that have not expired, newest first. */
  list(userId: string, now: string): Promise<Login[]>;
  /** Ends one of this person's logins. False when there is none. */
  end(userId: string, id: string): Promise<boolean>;
  /** Ends all of them but one, or all. */
  endAll(userId: string, exceptId: string | null): Promise<void>;
  /** Forgets what expired before this instant. */
  prune(before: string): Promise<void>;
}

export type LinkPurpose = 'sign-up' | 'email-change' | 'password-reset' | 'operator';

/** A one-time link. Only the hash of its secret is stored. */
export interface Link {
  tokenHash: string;
  purpose: LinkPurpose;
  /** Whose it is; `null` while there is no such person yet. */
  userId: string | null;
  /** What the link does when it is used. */
  data: Record<string, unknown>;
  expiresAt: string;
}

export interface LinkRepository {
  create(link: Link): Promise<void>;
  /** Reads a link that can still be used and leaves it. */
  peek(tokenHash: string, purposes: LinkPurpose[], now: string): Promise<Link | null>;
  /** Uses a link up: of many callers at once exactly one gets it. */
  take(tokenHash: string, purposes: LinkPurpose[], now: string): Promise<Link | null>;
  /** Ends this person's links, or (`userId` null) all links of the purpose. */
  revoke(purpose: LinkPurpose, userId: string | null): Promise<void>;
  prune(before: string): Promise<void>;
}

/** A personal API token. Only the hash of its secret is stored. */
export interface ApiToken {
  id: string;
  userId: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface ApiTokenRepository {
  create(token: ApiToken, secretHash: string): Promise<void>;
  /** Null for one that was revoked or has expired at `now`. */
  findByHash(secretHash: string, now: string): Promise<ApiToken | null>;
  touch(id: string, lastUsedAt: string): Promise<void>;
  list(userId: string): Promise<ApiToken[]>;
  revoke(userId: string, id: string): Promise<boolean>;
}

/** Somebody's account at another service. */
export interface Identity {
  provider: string;
  /** The service's own id of them. */
  subject: string;
  userId: string;
  linkedAt: string;
}

export interface IdentityRepository {
  find(provider: string, subject: string): Promise<Identity | null>;
  /** `conflict`: this account there belongs to another person here. Linking twice changes nothing. */
  link(identity: Identity): Promise<'ok' | 'conflict'>;
  list(userId: string): Promise<Identity[]>;
  unlink(userId: string, provider: string): Promise<boolean>;
}
