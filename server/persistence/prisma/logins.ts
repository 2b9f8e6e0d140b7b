import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { LoginRepository } from '../ports.ts';
import { toLogin } from './rows.ts';

export function prismaLogins(prisma: PrismaClient): LoginRepository {
  const open = (now: string) => ({ expiresAt: { gt: new Date(now) }, user: { deletedAt: null } });
  return {
    async create({ id, userId, userAgent, createdAt, lastSeenAt, expiresAt }) {
      await prisma.login.create({
        data: {
          id,
          userId,
          userAgent,
          createdAt: new Date(createdAt),
          lastSeenAt: new Date(lastSeenAt),
          expiresAt: new Date(expiresAt),
        },
      });
    },
    async find(id, now) {
      const row = await prisma.login.findFirst({ where: { id, ...open(now) } });
      return row === null ? null : toLogin(row);
    },
    async touch(id, lastSeenAt) {
      const at = new Date(lastSeenAt);
      await prisma.login.updateMany({ where: { id, lastSeenAt: { lt: at } }, data: { lastSeenAt: at } });
    },
    async list(userId, now) {
      const rows = await prisma.login.findMany({
        where: { userId, ...open(now) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(toLogin);
    },
    async end(userId, id) {
      return (await prisma.login.deleteMany({ where: { id, userId } })).count > 0;
    },
    async endAll(userId, exceptId) {
      await prisma.login.deleteMany({ where: { userId, id: { not: exceptId ?? undefined } } });
    },
    async prune(before) {
      await prisma.login.deleteMany({ where: { expiresAt: { lt: new Date(before) } } });
    },
  };
}
