import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { Ban, BanRepository } from '../ports.ts';
import { toBan } from './rows.ts';
import { inForce } from './values.ts';

export function prismaBans(prisma: PrismaClient): BanRepository {
  async function findById(spaceId: string, id: string, now: string): Promise<Ban | null> {
    const row = await prisma.ban.findFirst({ where: { spaceId, id, ...inForce(now) } });
    return row === null ? null : toBan(row);
  }
  return {
    findById,
    async put({ id, spaceId, userId, reason, createdBy, createdAt, expiresAt }) {
      await prisma.$executeRaw`
        INSERT INTO bans (id, space_id, user_id, reason, created_by, created_at, expires_at)
        VALUES (${id}::uuid, ${spaceId}::uuid, ${userId}::uuid, ${reason}, ${createdBy}::uuid,
          ${createdAt}::timestamptz, ${expiresAt}::timestamptz)
        ON CONFLICT (space_id, user_id) DO UPDATE
        SET id = excluded.id, reason = excluded.reason, created_by = excluded.created_by,
          created_at = excluded.created_at, expires_at = excluded.expires_at`;
    },
    async find(spaceId, userId, now) {
      const row = await prisma.ban.findFirst({ where: { spaceId, userId, ...inForce(now) } });
      return row === null ? null : toBan(row);
    },
    async lift(spaceId, id, now) {
      const ban = await findById(spaceId, id, now);
      if (ban === null) return null;
      // A ban that replaces this one has another id, so of many who lift it exactly one deletes the row.
      const { count } = await prisma.ban.deleteMany({ where: { spaceId, id } });
      return count === 1 ? ban : null;
    },
    async list(spaceId, now, { limit, after }) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.ban.findMany({
        where: { spaceId, ...inForce(now), id: { lt: after ?? undefined } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toBan, ({ id }) => id);
    },
  };
}
