import { isAtLeast } from '#lib/domain/access/roles.ts';
import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { InvitationRepository } from '../ports.ts';
import { addMembership, lockedRole } from './memberships.ts';
import { roleSchema, toInvitation } from './rows.ts';
import { dateOrNull, inForce } from './values.ts';

export function prismaInvitations(prisma: PrismaClient): InvitationRepository {
  const usable = (now: string) => ({
    AND: [inForce(now), { OR: [{ usesMost: null }, { uses: { lt: prisma.invitation.fields.usesMost } }] }],
  });
  return {
    async create(invitation, tokenHash) {
      const { id, spaceId, role, email, createdBy, createdAt, expiresAt, usesMost, uses } = invitation;
      await prisma.invitation.create({
        data: {
          id,
          spaceId,
          tokenHash,
          role,
          email,
          createdBy,
          createdAt: new Date(createdAt),
          expiresAt: dateOrNull(expiresAt),
          usesMost,
          uses,
        },
      });
    },
    async findByHash(tokenHash, now) {
      const row = await prisma.invitation.findFirst({ where: { tokenHash, ...usable(now) } });
      return row === null ? null : toInvitation(row);
    },
    accept: (tokenHash, userId, now) =>
      prisma.$transaction(async (transaction) => {
        // Whoever takes the same invitation waits here, so that one person is not counted twice.
        await transaction.$queryRaw`SELECT id FROM invitations WHERE token_hash = ${tokenHash} FOR UPDATE`;
        const row = await transaction.invitation.findFirst({ where: { tokenHash, ...usable(now) } });
        if (row === null) return null;
        const { id, spaceId } = row;
        const role = roleSchema.parse(row.role);
        const before = await lockedRole(transaction, spaceId, userId);
        if (before !== null && isAtLeast(before, role)) return { role: before, isNew: false };
        const raised = await addMembership(transaction, spaceId, userId, role, now);
        await transaction.invitation.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
        return { role: raised, isNew: true };
      }),
    async list(spaceId, now, { limit, after }) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.invitation.findMany({
        where: { spaceId, ...usable(now), id: { lt: after ?? undefined } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toInvitation, ({ id }) => id);
    },
    async revoke(spaceId, id) {
      return (await prisma.invitation.deleteMany({ where: { spaceId, id } })).count > 0;
    },
  };
}
