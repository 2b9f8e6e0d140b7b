import * as z from 'zod';
import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { StandingAmongSpaces, StoredStanding } from '../ports.ts';
import { roleSchema } from './rows.ts';
import { isoOrNull } from './values.ts';

// Asked at every request within a space: one statement instead of one for each table.

const standingSchema = z.array(
  z.object({
    userId: z.string(),
    membership: roleSchema.nullable(),
    isBanned: z.boolean(),
    isOperator: z.boolean(),
    isGuest: z.boolean(),
  }),
);

/** What a person is to a space. `null` when the person does not exist. */
export async function standing(
  prisma: PrismaClient,
  spaceId: string,
  userId: string,
  now: string,
): Promise<StoredStanding | null> {
  return (await standingOfMany(prisma, spaceId, [userId], now)).get(userId) ?? null;
}

/** What people are to a space; those who do not exist are missing. */
export async function standingOfMany(
  prisma: PrismaClient,
  spaceId: string,
  userIds: string[],
  now: string,
): Promise<Map<string, StoredStanding>> {
  const rows = await prisma.$queryRaw`
    SELECT
      users.id AS "userId",
      memberships.role AS membership,
      bans.id IS NOT NULL AS "isBanned",
      users.is_operator AS "isOperator",
      users.is_guest AS "isGuest"
    FROM users
    LEFT JOIN memberships ON memberships.space_id = ${spaceId}::uuid AND memberships.user_id = users.id
    LEFT JOIN bans ON bans.space_id = ${spaceId}::uuid AND bans.user_id = users.id
      AND (bans.expires_at IS NULL OR bans.expires_at > ${now}::timestamptz)
    WHERE users.id = ANY(${userIds}::uuid[]) AND users.deleted_at IS NULL`;
  return new Map(standingSchema.parse(rows).map(({ userId, ...standing }) => [userId, standing]));
}

const standingsSchema = z.array(
  z.object({
    spaceId: z.string(),
    membership: roleSchema.nullable(),
    isBanned: z.boolean(),
    lastVisitAt: z.date().nullable(),
  }),
);

/** What a person is to each of these spaces. Empty when the person does not exist. */
export async function standings(
  prisma: PrismaClient,
  spaceIds: string[],
  userId: string,
  now: string,
): Promise<StandingAmongSpaces[]> {
  const rows = await prisma.$queryRaw`
    SELECT
      spaces.id AS "spaceId",
      memberships.role AS membership,
      bans.id IS NOT NULL AS "isBanned",
      space_positions.saved_at AS "lastVisitAt"
    FROM spaces
    JOIN users ON users.id = ${userId}::uuid AND users.deleted_at IS NULL
    LEFT JOIN memberships ON memberships.space_id = spaces.id AND memberships.user_id = users.id
    LEFT JOIN space_positions ON space_positions.space_id = spaces.id AND space_positions.user_id = users.id
    LEFT JOIN bans ON bans.space_id = spaces.id AND bans.user_id = users.id
      AND (bans.expires_at IS NULL OR bans.expires_at > ${now}::timestamptz)
    WHERE spaces.id = ANY(${spaceIds}::uuid[])`;
  return standingsSchema.parse(rows).map((row) => ({ ...row, lastVisitAt: isoOrNull(row.lastVisitAt) }));
}
