import type { Prisma, PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, readInstantKey, writeInstantKey } from '../pageKeys.ts';
import type { BlockRepository } from '../ports.ts';
import { toBlock } from './rows.ts';

export function prismaBlocks(prisma: PrismaClient): BlockRepository {
  return {
    async put({ userId, blockedId, createdAt }) {
      const row = { userId, blockedId, createdAt: new Date(createdAt) };
      await prisma.block.createMany({ data: [row], skipDuplicates: true });
    },
    async remove(userId, blockedId) {
      return (await prisma.block.deleteMany({ where: { userId, blockedId } })).count > 0;
    },
    async list(userId, { limit, after }) {
      const last = after === null ? null : readInstantKey(after);
      if (after !== null && last === null) return emptyPage;
      const rows = await prisma.block.findMany({
        where: { userId, OR: last === null ? undefined : earlierThan(last) },
        orderBy: [{ createdAt: 'desc' }, { blockedId: 'desc' }],
        take: limit + 1,
      });
      return cutPage(rows, limit, toBlock, ({ createdAt, blockedId }) =>
        writeInstantKey({ at: createdAt.toISOString(), id: blockedId }),
      );
    },
    async partiesOf(userId) {
      const rows = await prisma.block.findMany({ where: { OR: [{ userId }, { blockedId: userId }] } });
      return [...new Set(rows.map((row) => (row.userId === userId ? row.blockedId : row.userId)))];
    },
  };
}

function earlierThan({ at, id }: { at: string; id: string }): Prisma.BlockWhereInput[] {
  const createdAt = new Date(at);
  return [{ createdAt: { lt: createdAt } }, { createdAt, blockedId: { lt: id } }];
}
