import type {
  ApiToken,
  AuditEntry,
  Ban,
  Block,
  Identity,
  Invitation,
  Link,
  Login,
  Membership,
  SavedPosition,
  Space,
  User,
} from './ports.ts';

/** All rows about somebody. */
export interface OwnRows {
  user: User;
  logins: Login[];
  links: Link[];
  apiTokens: ApiToken[];
  identities: Identity[];
  /** Those that they made. */
  spaces: Space[];
  memberships: Membership[];
  /** Those that they made, or that were mailed to them. */
  invitations: Invitation[];
  bans: Ban[];
  /** Whom they block; who blocks them is not theirs to know. */
  blocks: Block[];
  positions: (SavedPosition & { spaceId: string })[];
  /** What they did and what was done to them. */
  audit: AuditEntry[];
}

function withoutHash<Row extends { passwordHash: string | null }>(row: Row): Omit<Row, 'passwordHash'> {
  const { passwordHash: _, ...rest } = row;
  return rest;
}

/** What somebody is given of what is stored about them: no hashes of secrets, and of others no more than they see anyway. */
export function exportedRows(rows: OwnRows): Record<string, unknown> {
  const { user, links, spaces, bans, memberships, ...rest } = rows;
  return {
    ...rest,
    profile: { ...withoutHash(user), hasPassword: user.passwordHash !== null },
    // What a link does may hold a hash; that there is one, and until when, may not be kept back.
    links: links.map(({ purpose, expiresAt }) => ({ purpose, expiresAt })),
    spaces: spaces.map(withoutHash),
    memberships: memberships.map(({ spaceId, role, joinedAt }) => ({ spaceId, role, joinedAt })),
    bans: bans.map(({ spaceId, reason, createdAt, expiresAt }) => ({
      spaceId,
      reason,
      createdAt,
      expiresAt,
    })),
  };
}
