import type { BlockRepository } from '../ports.ts';
import { pageByInstant } from './pages.ts';
import { copy, pair, requireUser, type Tables, where } from './tables.ts';

export function memoryBlocks(tables: Tables): BlockRepository {
  const { blocks } = tables;
  const partiesOf = (userId: string): string[] => {
    const rows = where(blocks, (block) => block.userId === userId || block.blockedId === userId);
    return [...new Set(rows.map((block) => (block.userId === userId ? block.blockedId : block.userId)))];
  };
  return {
    async put(block) {
      requireUser(tables, block.userId);
      requireUser(tables, block.blockedId);
      if (block.userId === block.blockedId) throw new Error('Nobody blocks themselves.');
      const key = pair(block.userId, block.blockedId);
      if (!blocks.has(key)) blocks.set(key, copy(block));
    },
    async remove(userId, blockedId) {
      return blocks.delete(pair(userId, blockedId));
    },
    async list(userId, page) {
      const rows = where(blocks, (block) => block.userId === userId);
      return copy(
        pageByInstant(rows, page, {
          at: ({ createdAt }) => createdAt,
          id: ({ blockedId }) => blockedId,
          direction: -1,
        }),
      );
    },
    partiesOf: async (userId) => partiesOf(userId),
    async partiesOfMany(userIds) {
      const found = userIds.map((userId) => [userId, partiesOf(userId)] as const);
      return new Map(found.filter(([, parties]) => parties.length > 0));
    },
  };
}
