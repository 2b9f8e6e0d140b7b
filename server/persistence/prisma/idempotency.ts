import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { IdempotencyRepository } from '../ports.ts';
import { toJson } from './values.ts';

export function prismaIdempotency(prisma: PrismaClient): IdempotencyRepository {
  const claim: IdempotencyRepository['claim'] = async ({ actorId, key, operation, requestHash }, now) => {
    const claimed = { actorId, key, operation, requestHash, claimedAt: new Date(now) };
    const { count } = await prisma.idempotencyKey.createMany({ data: [claimed], skipDuplicates: true });
    if (count === 1) return { state: 'new' };
    const row = await prisma.idempotencyKey.findUnique({ where: { actorId_key: { actorId, key } } });
    // Given back between the two statements: the key is free again.
    if (row === null) return await claim({ actorId, key, operation, requestHash }, now);
    if (row.operation !== operation || row.requestHash !== requestHash) return { state: 'mismatch' };
    if (row.status === null) return { state: 'busy' };
    return { state: 'kept', answer: { status: row.status, body: row.body } };
  };
  return {
    claim,
    async keep({ actorId, key }, { status, body }) {
      await prisma.idempotencyKey.updateMany({
        where: { actorId, key },
        data: { status, body: toJson(body) },
      });
    },
    async giveBack({ actorId, key }) {
      await prisma.idempotencyKey.deleteMany({ where: { actorId, key, status: null } });
    },
    async prune(before) {
      await prisma.idempotencyKey.deleteMany({ where: { claimedAt: { lt: new Date(before) } } });
    },
  };
}
