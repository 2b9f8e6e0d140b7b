import * as z from 'zod';
import { type Role, roles } from '#lib/domain/access/roles.ts';
import type {
  Prisma,
  PrismaClient,
  Membership as Row,
  User as UserRow,
} from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, readInstantKey, writeInstantKey } from '../pageKeys.ts';
import type { Membership, MembershipRepository, RoleChange } from '../ports.ts';
import { roleSchema } from './rows.ts';
import { containing } from './values.ts';

/** Joins what others see of the person. */
export const toMembership = ({
  spaceId,
  userId,
  role,
  joinedAt,
  user,
}: Row & { user: UserRow }): Membership => ({
  spaceId,
  userId,
  role: roleSchema.parse(role),
  joinedAt: joinedAt.toISOString(),
  isGuest: user.isGuest,
  name: user.name,
  cast: user.cast,
  pronouns: user.pronouns,
});

const rolesSchema = z.array(z.object({ role: roleSchema }));

/**
 * Makes somebody a member or raises the role of one, in one statement: of two roles given at once the higher one stays.
 * The person's row is locked against deletion, else a membership could be left that is nobody's.
 */
export async function addMembership(
  prisma: Prisma.TransactionClient,
  spaceId: string,
  userId: string,
  role: Role,
  joinedAt: string,
): Promise<Role> {
  const rows = await prisma.$queryRaw`
    INSERT INTO memberships (space_id, user_id, role, joined_at)
    SELECT ${spaceId}::uuid, users.id, ${role}, ${joinedAt}::timestamptz
    FROM users WHERE users.id = ${userId}::uuid AND users.deleted_at IS NULL FOR KEY SHARE
    ON CONFLICT (space_id, user_id) DO UPDATE SET role =
      CASE WHEN array_position(${[...roles]}::text[], excluded.role)
              > array_position(${[...roles]}::text[], memberships.role)
        THEN excluded.role ELSE memberships.role END
    RETURNING role`;
  const [added] = rolesSchema.parse(rows);
  if (added === undefined) throw new Error(`There is no user ${userId}.`);
  return added.role;
}

/** The role of one member, whose row stays locked until the transaction ends; `null` for who is none. */
export async function lockedRole(
  transaction: Prisma.TransactionClient,
  spaceId: string,
  userId: string,
): Promise<Role | null> {
  const rows = await transaction.$queryRaw`
    SELECT role FROM memberships WHERE space_id = ${spaceId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  return rolesSchema.parse(rows)[0]?.role ?? null;
}

interface Change {
  spaceId: string;
  userId: string;
  /** The role that is changed; `undefined`: any. */
  from: Role | undefined;
  /** Whether the person is an owner afterwards. */
  isOwnerAfter: boolean;
}

/** Changes one membership while the space's row is locked, so that changes of owners wait for each other. */
function changeOne(
  prisma: PrismaClient,
  { spaceId, userId, from, isOwnerAfter }: Change,
  write: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<RoleChange> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`;
    const role = await lockedRole(transaction, spaceId, userId);
    if (role === null) return 'not_found';
    if (from !== undefined && role !== from) return 'stale';
    if (role === 'owner' && !isOwnerAfter) {
      const owners = await transaction.membership.count({ where: { spaceId, role: 'owner' } });
      if (owners === 1) return 'last_owner';
    }
    await write(transaction);
    return 'ok';
  });
}

function changeMemberships(
  prisma: PrismaClient,
): Pick<MembershipRepository, 'add' | 'setRole' | 'remove' | 'removeRole'> {
  return {
    add: (spaceId, userId, role, joinedAt) => addMembership(prisma, spaceId, userId, role, joinedAt),
    setRole: (spaceId, userId, role, from) =>
      changeOne(prisma, { spaceId, userId, from, isOwnerAfter: role === 'owner' }, (transaction) =>
        transaction.membership.updateMany({ where: { spaceId, userId }, data: { role } }),
      ),
    remove: (spaceId, userId, from) =>
      changeOne(prisma, { spaceId, userId, from, isOwnerAfter: false }, (transaction) =>
        transaction.membership.deleteMany({ where: { spaceId, userId } }),
      ),
    async removeRole(spaceId, role) {
      if (role === 'owner') throw new Error('The owners of a space are not removed all at once.');
      const rows = await prisma.$queryRaw`
        DELETE FROM memberships WHERE space_id = ${spaceId}::uuid AND role = ${role}
        RETURNING user_id AS "userId"`;
      return z
        .array(z.object({ userId: z.string() }))
        .parse(rows)
        .map(({ userId }) => userId);
    },
  };
}

const ownershipsSchema = z.array(z.object({ spaceId: z.string(), name: z.string(), otherMembers: z.int() }));

type SoleOwnership = z.infer<typeof ownershipsSchema>[number];

/** Spaces of which somebody is the only owner, with how many other members each has. */
export async function soleOwnerships(
  prisma: Prisma.TransactionClient,
  userId: string,
): Promise<SoleOwnership[]> {
  const rows = await prisma.$queryRaw`
    SELECT spaces.id AS "spaceId", spaces.name,
      (SELECT count(*)::int - 1 FROM memberships WHERE space_id = spaces.id) AS "otherMembers"
    FROM spaces
    JOIN memberships AS own
      ON own.space_id = spaces.id AND own.user_id = ${userId}::uuid AND own.role = 'owner'
    WHERE spaces.deleted_at IS NULL AND NOT EXISTS (
      SELECT FROM memberships AS other
      WHERE other.space_id = spaces.id AND other.role = 'owner' AND other.user_id <> own.user_id
    )`;
  return ownershipsSchema.parse(rows);
}

export function prismaMemberships(prisma: PrismaClient): MembershipRepository {
  return {
    ...changeMemberships(prisma),
    async find(spaceId, userId) {
      const row = await prisma.membership.findUnique({
        where: { spaceId_userId: { spaceId, userId } },
        include: { user: true },
      });
      return row === null ? null : toMembership(row);
    },
    async list(spaceId, { limit, after }, { role, query }) {
      const last = after === null ? null : readInstantKey(after);
      if (after !== null && last === null) return emptyPage;
      const rows = await prisma.membership.findMany({
        where: {
          spaceId,
          role: role ?? undefined,
          user: query === null ? undefined : { name: containing(query) },
          OR: last === null ? undefined : laterThan(last),
        },
        include: { user: true },
        orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
        take: limit + 1,
      });
      return cutPage(rows, limit, toMembership, ({ joinedAt, userId }) =>
        writeInstantKey({ at: joinedAt.toISOString(), id: userId }),
      );
    },
    soleOwnerships: (userId) => soleOwnerships(prisma, userId),
  };
}

function laterThan({ at, id }: { at: string; id: string }): Prisma.MembershipWhereInput[] {
  const joinedAt = new Date(at);
  return [{ joinedAt: { gt: joinedAt } }, { joinedAt, userId: { gt: id } }];
}
