import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { ApiTokenRepository } from '../ports.ts';
import { toApiToken } from './rows.ts';
import { dateOrNull, inForce } from './values.ts';

export function prismaApiTokens(prisma: PrismaClient): ApiTokenRepository {
  return {
    async create({ id, userId, name, scopes, createdAt, expiresAt, lastUsedAt }, secretHash) {
      await prisma.apiToken.create({
        data: {
          id,
          userId,
          secretHash,
          name,
          scopes,
          createdAt: new Date(createdAt),
          expiresAt: dateOrNull(expiresAt),
          lastUsedAt: dateOrNull(lastUsedAt),
        },
      });
    },
    async findByHash(secretHash, now) {
      const row = await prisma.apiToken.findFirst({
        where: { secretHash, ...inForce(now), user: { deletedAt: null } },
      });
      return row === null ? null : toApiToken(row);
    },
    async touch(id, lastUsedAt) {
      const at = new Date(lastUsedAt);
      await prisma.apiToken.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: at } }] },
        data: { lastUsedAt: at },
      });
    },
    async list(userId) {
      const rows = await prisma.apiToken.findMany({ where: { userId }, orderBy: { id: 'desc' } });
      return rows.map(toApiToken);
    },
    async revoke(userId, id) {
      return (await prisma.apiToken.deleteMany({ where: { id, userId } })).count > 0;
    },
  };
}
