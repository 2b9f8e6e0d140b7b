import type { Block, Prisma, PrismaClient } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, readInstantKey, writeInstantKey } from '../pageKeys.ts';
import type { BlockRepository } from '../ports.ts';
import { toBlock } from './rows.ts';

/** Whom these blocks, all of them of one person, keep apart from that person. */
const partiesIn = (rows: readonly Pick<Block, 'userId' | 'blockedId'>[], userId: string): string[] => [
  ...new Set(rows.map((row) => (row.userId === userId ? row.blockedId : row.userId))),
];

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
      return partiesIn(rows, userId);
    },
    async partiesOfMany(userIds) {
      const among = { in: userIds };
      const rows = await prisma.block.findMany({ where: { OR: [{ userId: among }, { blockedId: among }] } });
      const byParty = new Map(userIds.map((userId) => [userId, [] as typeof rows]));
      for (const row of rows) for (const party of [row.userId, row.blockedId]) byParty.get(party)?.push(row);
      const found = [...byParty].map(([userId, own]) => [userId, partiesIn(own, userId)] as const);
      return new Map(found.filter(([, parties]) => parties.length > 0));
    },
  };
}

function earlierThan({ at, id }: { at: string; id: string }): Prisma.BlockWhereInput[] {
  const createdAt = new Date(at);
  return [{ createdAt: { lt: createdAt } }, { createdAt, blockedId: { lt: id } }];
}
