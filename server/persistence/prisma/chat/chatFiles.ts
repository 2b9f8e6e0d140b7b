import * as z from 'zod';
import type { Prisma, PrismaClient, ChatFile as Row } from '../../../../.generated/prisma/client.ts';
import type { ChatFileRepository, StoredFile } from '../../ports/chat.ts';

/** Files that can still be seen by somebody: they have their room, and their message was not deleted. */
const isThere = { chatroomId: { not: null }, removedAt: null } as const;

/** Nothing for a file that waits to be swept away. */
export function toFile({ chatroomId, removedAt: _, createdAt, ...row }: Row): StoredFile[] {
  return chatroomId === null ? [] : [{ ...row, roomId: chatroomId, createdAt: createdAt.toISOString() }];
}

/** Those of these storage keys that no file has any more. */
export async function goneKeys(transaction: Prisma.TransactionClient, keys: string[]): Promise<string[]> {
  const used = await transaction.chatFile.findMany({
    where: { storageKey: { in: keys }, ...isThere },
    select: { storageKey: true },
  });
  const kept = new Set(used.map(({ storageKey }) => storageKey));
  return [...new Set(keys)].filter((key) => !kept.has(key));
}

const sweptSchema = z.array(z.object({ storageKey: z.string() }));

export function prismaChatFiles(prisma: PrismaClient): ChatFileRepository {
  return {
    async add({ roomId, createdAt, ...file }) {
      const data = { ...file, chatroomId: roomId, createdAt: new Date(createdAt) };
      await prisma.chatFile.create({ data });
    },
    async find(fileId) {
      const row = await prisma.chatFile.findFirst({ where: { id: fileId, ...isThere } });
      return row === null ? null : (toFile(row)[0] ?? null);
    },
    async sweep(unsentBefore) {
      const orphaned = await prisma.$transaction(async (transaction) => {
        // A file that is sent at this moment is judged anew once its row is free.
        const swept = await transaction.$queryRaw`
          DELETE FROM chat_files
          WHERE chatroom_id IS NULL OR removed_at IS NOT NULL
            OR (message_id IS NULL AND created_at < ${unsentBefore}::timestamptz)
          RETURNING storage_key AS "storageKey"`;
        return await goneKeys(
          transaction,
          sweptSchema.parse(swept).map(({ storageKey }) => storageKey),
        );
      });
      return { orphanedKeys: orphaned };
    },
    unusedAmong: (storageKeys) => goneKeys(prisma, storageKeys),
    async uploadedBy(userId) {
      const rows = await prisma.chatFile.findMany({
        where: { uploaderId: userId, ...isThere },
        orderBy: { id: 'asc' },
      });
      return rows.flatMap(toFile);
    },
  };
}
