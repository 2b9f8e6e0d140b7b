import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { InvitationRepository } from '../ports.ts';
import { toInvitation } from './rows.ts';
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
    async use(tokenHash, now) {
      // One statement: PostgreSQL looks at the condition again after waiting for another use.
      const [row] = await prisma.invitation.updateManyAndReturn({
        where: { tokenHash, ...usable(now) },
        data: { uses: { increment: 1 } },
      });
      return row === undefined ? null : toInvitation(row);
    },
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
