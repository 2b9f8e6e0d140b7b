import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { AuditRepository } from '../ports.ts';
import { toAuditEntry } from './rows.ts';
import { toJson } from './values.ts';

export function prismaAudit(prisma: PrismaClient): AuditRepository {
  return {
    async add({ id, spaceId, at, action, actorId, targetId, detail }) {
      await prisma.auditEntry.create({
        data: { id, spaceId, at: new Date(at), action, actorId, targetId, detail: toJson(detail) },
      });
    },
    async list(spaceId, { limit, after }, action) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.auditEntry.findMany({
        where: { spaceId, action: action ?? undefined, id: { lt: after ?? undefined } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toAuditEntry, ({ id }) => id);
    },
    async prune(before) {
      return (await prisma.auditEntry.deleteMany({ where: { at: { lt: new Date(before) } } })).count;
    },
  };
}
