import { Prisma, type PrismaClient } from '../../../.generated/prisma/client.ts';
import { busySince, keptSince } from '../idempotencyTimes.ts';
import type { IdempotencyRepository } from '../ports.ts';
import { toJson } from './values.ts';

/** Takes over a key that is over. One statement: PostgreSQL looks at the condition again after waiting for another one. */
async function reclaim(
  prisma: PrismaClient,
  claimed: Prisma.IdempotencyKeyCreateManyInput,
): Promise<boolean> {
  const { actorId, key, operation, requestHash, claimedAt } = claimed;
  const now = new Date(claimedAt).toISOString();
  const isOver = [
    { status: null, claimedAt: { lt: new Date(busySince(now)) } },
    { claimedAt: { lt: new Date(keptSince(now)) } },
  ];
  const { count } = await prisma.idempotencyKey.updateMany({
    where: { actorId, key, OR: isOver },
    data: { operation, requestHash, claimedAt, status: null, body: Prisma.DbNull },
  });
  return count === 1;
}

export function prismaIdempotency(prisma: PrismaClient): IdempotencyRepository {
  const claim: IdempotencyRepository['claim'] = async ({ actorId, key, operation, requestHash }, now) => {
    const claimed = { actorId, key, operation, requestHash, claimedAt: new Date(now) };
    const { count } = await prisma.idempotencyKey.createMany({ data: [claimed], skipDuplicates: true });
    if (count === 1) return { state: 'new' };
    if (await reclaim(prisma, claimed)) return { state: 'new' };
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
