import * as z from 'zod';
import { Prisma, type PrismaClient } from '../../../.generated/prisma/client.ts';
import { exportedRows } from '../exported.ts';
import { formerName } from '../formerName.ts';
import { soleOwnerships, toMembership } from './memberships.ts';
import {
  toApiToken,
  toAuditEntry,
  toBan,
  toBlock,
  toIdentity,
  toInvitation,
  toLink,
  toLogin,
  toPosition,
  toSpace,
  toUser,
} from './rows.ts';

const lockedSchema = z.array(z.object({ email: z.string().nullable() }));

/** Removes what is theirs and empties the row, in one transaction. */
export function anonymise(
  prisma: PrismaClient,
  id: string,
): Promise<{ deletedSpaceIds: string[] } | 'last_owner' | 'not_found'> {
  return prisma.$transaction(async (transaction) => {
    const locked = lockedSchema.parse(
      await transaction.$queryRaw`
        SELECT email FROM users WHERE id = ${id}::uuid AND deleted_at IS NULL FOR UPDATE`,
    );
    if (locked[0] === undefined) return 'not_found';
    await lockOwned(transaction, id);
    const owned = await soleOwnerships(transaction, id);
    if (owned.some(({ otherMembers }) => otherMembers > 0)) return 'last_owner';
    const deletedSpaceIds = owned.map(({ spaceId }) => spaceId);
    await deleteSpaces(transaction, deletedSpaceIds);
    await handOverRooms(transaction, id);
    await removeOwn(transaction, id);
    await forgetAddress(transaction, locked[0].email);
    await empty(transaction, id);
    return { deletedSpaceIds };
  });
}

/** Keeps owners from changing and anybody from joining until it is done. In one order, so that nobody waits in a circle. */
async function lockOwned(transaction: Prisma.TransactionClient, userId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM spaces WHERE id IN (
      SELECT space_id FROM memberships WHERE user_id = ${userId}::uuid AND role = 'owner'
    ) ORDER BY id FOR UPDATE`;
}

async function deleteSpaces(transaction: Prisma.TransactionClient, ids: string[]): Promise<void> {
  await transaction.space.updateMany({
    where: { id: { in: ids } },
    data: { deletedAt: new Date(), version: { increment: 1 } },
  });
}

/** Chatrooms that would be left without an owner go to the admin, else the member, who has been there the longest. */
async function handOverRooms(transaction: Prisma.TransactionClient, userId: string): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM chatrooms WHERE id IN (
      SELECT chatroom_id FROM chatroom_members WHERE user_id = ${userId}::uuid AND role = 'owner'
    ) ORDER BY id FOR NO KEY UPDATE`;
  await transaction.$executeRaw`
    UPDATE chatroom_members AS member SET role = 'owner'
    FROM (
      SELECT DISTINCT ON (other.chatroom_id) other.chatroom_id, other.user_id
      FROM chatroom_members AS own
      JOIN chatroom_members AS other
        ON other.chatroom_id = own.chatroom_id AND other.user_id <> own.user_id
      WHERE own.user_id = ${userId}::uuid AND own.role = 'owner' AND NOT EXISTS (
        SELECT FROM chatroom_members AS owner
        WHERE owner.chatroom_id = own.chatroom_id AND owner.role = 'owner' AND owner.user_id <> own.user_id
      )
      ORDER BY other.chatroom_id, other.role = 'admin' DESC, other.joined_at, other.user_id
    ) AS heir
    WHERE member.chatroom_id = heir.chatroom_id AND member.user_id = heir.user_id`;
}

async function removeOwn(transaction: Prisma.TransactionClient, userId: string): Promise<void> {
  await transaction.login.deleteMany({ where: { userId } });
  await transaction.link.deleteMany({ where: { userId } });
  await transaction.apiToken.deleteMany({ where: { userId } });
  await transaction.identity.deleteMany({ where: { userId } });
  await transaction.membership.deleteMany({ where: { userId } });
  await transaction.spacePosition.deleteMany({ where: { userId } });
  await transaction.block.deleteMany({ where: { OR: [{ userId }, { blockedId: userId }] } });
  await transaction.chatroomMember.deleteMany({ where: { userId } });
  await transaction.chatMention.deleteMany({ where: { userId } });
  await transaction.chatMute.deleteMany({ where: { userId } });
  await transaction.idempotencyKey.deleteMany({ where: { actorId: userId } });
}

/** Others' rows may name the address, too. */
async function forgetAddress(transaction: Prisma.TransactionClient, email: string | null): Promise<void> {
  if (email === null) return;
  await transaction.invitation.updateMany({ where: { email }, data: { email: null } });
  await transaction.$executeRaw`
    UPDATE audit_entries SET detail = detail - 'email' WHERE detail->>'email' = ${email}`;
}

async function empty(transaction: Prisma.TransactionClient, id: string): Promise<void> {
  await transaction.user.update({
    where: { id },
    data: {
      name: formerName,
      email: null,
      passwordHash: null,
      avatarUrl: null,
      isOperator: false,
      isGuest: true,
      cast: null,
      status: null,
      availability: 'online',
      pronouns: null,
      language: null,
      timeZone: null,
      preferences: Prisma.DbNull,
      deletedAt: new Date(),
      version: { increment: 1 },
    },
  });
}

const ownTables = {
  logins: true,
  links: true,
  apiTokens: true,
  identities: true,
  spacesMade: true,
  memberships: true,
  bans: true,
  blocks: true,
  positions: true,
} as const;

/** Everything about a person; empty for one who is not there. */
export async function exportOf(prisma: PrismaClient, id: string): Promise<Record<string, unknown>> {
  const row = await prisma.user.findFirst({ where: { id, deletedAt: null }, include: ownTables });
  if (row === null) return {};
  const mailed = row.email === null ? [] : [{ email: row.email }];
  const invitations = await prisma.invitation.findMany({ where: { OR: [{ createdBy: id }, ...mailed] } });
  const audit = await prisma.auditEntry.findMany({ where: { OR: [{ actorId: id }, { targetId: id }] } });
  return exportedRows({
    user: toUser(row),
    logins: row.logins.map(toLogin),
    links: row.links.map(toLink),
    apiTokens: row.apiTokens.map(toApiToken),
    identities: row.identities.map(toIdentity),
    spaces: row.spacesMade.map(toSpace),
    memberships: row.memberships.map((membership) => toMembership({ ...membership, user: row })),
    invitations: invitations.map(toInvitation),
    bans: row.bans.map(toBan),
    blocks: row.blocks.map(toBlock),
    positions: row.positions.map((position) => ({ spaceId: position.spaceId, ...toPosition(position) })),
    audit: audit.map(toAuditEntry),
  });
}
