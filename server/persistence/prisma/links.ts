import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { Link, LinkPurpose, LinkRepository } from '../ports.ts';
import { toLink } from './rows.ts';
import { toJson } from './values.ts';

export function prismaLinks(prisma: PrismaClient): LinkRepository {
  async function peek(tokenHash: string, purposes: LinkPurpose[], now: string): Promise<Link | null> {
    const row = await prisma.link.findFirst({
      where: {
        tokenHash,
        purpose: { in: purposes },
        expiresAt: { gt: new Date(now) },
        OR: [{ userId: null }, { user: { deletedAt: null } }],
      },
    });
    return row === null ? null : toLink(row);
  }
  return {
    async create({ tokenHash, purpose, userId, data, expiresAt }) {
      await prisma.link.create({
        data: { tokenHash, purpose, userId, data: toJson(data), expiresAt: new Date(expiresAt) },
      });
    },
    peek,
    async take(tokenHash, purposes, now) {
      const link = await peek(tokenHash, purposes, now);
      if (link === null) return null;
      // Links never change, so whoever deletes the row is the one who took it.
      const { count } = await prisma.link.deleteMany({ where: { tokenHash } });
      return count === 1 ? link : null;
    },
    async revoke(purpose, userId) {
      await prisma.link.deleteMany({ where: { purpose, userId: userId ?? undefined } });
    },
    async prune(before) {
      await prisma.link.deleteMany({ where: { expiresAt: { lt: new Date(before) } } });
    },
  };
}
