import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { IdentityRepository } from '../ports.ts';
import { toIdentity } from './rows.ts';

export function prismaIdentities(prisma: PrismaClient): IdentityRepository {
  return {
    async find(provider, subject) {
      const row = await prisma.identity.findFirst({
        where: { provider, subject, user: { deletedAt: null } },
      });
      return row === null ? null : toIdentity(row);
    },
    link({ provider, subject, userId, linkedAt }) {
      const row = { provider, subject, userId, linkedAt: new Date(linkedAt) };
      return prisma.$transaction(async (transaction) => {
        const { count } = await transaction.identity.createMany({ data: [row], skipDuplicates: true });
        if (count === 0) {
          const existing = await transaction.identity.findUnique({
            where: { provider_subject: { provider, subject } },
          });
          return existing?.userId === userId ? 'ok' : 'conflict';
        }
        await transaction.user.updateMany({
          where: { id: userId, isGuest: true, deletedAt: null },
          data: { isGuest: false, version: { increment: 1 } },
        });
        return 'ok';
      });
    },
    async list(userId) {
      const rows = await prisma.identity.findMany({
        where: { userId },
        orderBy: [{ provider: 'asc' }, { subject: 'asc' }],
      });
      return rows.map(toIdentity);
    },
    async unlink(userId, provider) {
      const [{ count }] = await prisma.$transaction([
        prisma.identity.deleteMany({ where: { userId, provider } }),
        // Whoever has no way left to sign in is a guest again.
        prisma.user.updateMany({
          where: {
            id: userId,
            isGuest: false,
            email: null,
            passwordHash: null,
            deletedAt: null,
            identities: { none: {} },
          },
          data: { isGuest: true, version: { increment: 1 } },
        }),
      ]);
      return count > 0;
    },
  };
}
