import * as z from 'zod';
import { pinsMost } from '#lib/domain/chat/limits.ts';
import { Prisma, type PrismaClient } from '../../../../.generated/prisma/client.ts';
import { sendKey } from '../../chatAppendState.ts';
import type { ChatLogRepository } from '../../ports/chat.ts';
import { isoOrNull } from '../values.ts';
import { append } from './chatLogAppend.ts';
import { writtenBefore } from './chatLogBasis.ts';
import { figures } from './chatLogFigures.ts';
import { gather } from './chatLogGather.ts';
import { entryColumns, seqParameter, toEntries, toMessages } from './chatLogRows.ts';

const revisionsSchema = z.array(
  z.object({ at: z.date().transform((at) => at.toISOString()), userId: z.string(), content: z.string() }),
);

function readEntries(
  prisma: PrismaClient,
): Pick<ChatLogRepository, 'entriesAfter' | 'entriesAfterMany' | 'findSent' | 'revisions' | 'lastSeq'> {
  return {
    async entriesAfter(roomId, afterSeq, limit) {
      return toEntries(
        await prisma.$queryRaw`
          SELECT ${entryColumns} FROM "Message" AS entry
          WHERE entry.chatroom_id = ${roomId}::uuid AND entry.seq > ${seqParameter(afterSeq)}
          ORDER BY entry.seq LIMIT ${limit}`,
      );
    },
    async entriesAfterMany(wanted, limit) {
      if (wanted.length === 0) return [];
      const ranges = wanted.map(({ roomId, afterSeq }) => ({ roomId, afterSeq: seqParameter(afterSeq) }));
      return toEntries(
        await prisma.$queryRaw`
          SELECT entry.* FROM ROWS FROM (
            jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) AS ("roomId" uuid, "afterSeq" int)
          ) WITH ORDINALITY AS wanted("wantedRoom", "afterSeq", "place")
          CROSS JOIN LATERAL (
            SELECT ${entryColumns} FROM "Message" AS entry
            WHERE entry.chatroom_id = "wantedRoom" AND entry.seq > "afterSeq"
            ORDER BY entry.seq LIMIT ${limit}
          ) AS entry
          ORDER BY "place", entry.seq`,
      );
    },
    async findSent(sent) {
      return (await writtenBefore(prisma, [sent])).get(sendKey(sent)) ?? null;
    },
    async revisions(roomId, messageId) {
      return revisionsSchema.parse(
        await prisma.$queryRaw`
          SELECT at, user_id AS "userId", COALESCE(original, content) AS content FROM "Message"
          WHERE chatroom_id = ${roomId}::uuid AND message_id = ${messageId}::uuid
            AND kind IN ('message', 'edit')
          ORDER BY seq`,
      );
    },
    async lastSeq(roomId) {
      const room = await prisma.chatroom.findUnique({ where: { id: roomId }, select: { lastSeq: true } });
      return room?.lastSeq ?? 0;
    },
  };
}

const seqSchema = z.array(z.object({ seq: z.int() }));

/** Halves the log until the first entry at or after an instant is found: entries come in the order of their times. */
async function seqAt(prisma: PrismaClient, roomId: string, at: string): Promise<number | null> {
  const rows = await prisma.$queryRaw`
    WITH RECURSIVE halves AS (
      SELECT 0 AS low, last_seq + 1 AS high FROM chatrooms WHERE id = ${roomId}::uuid
      UNION ALL
      SELECT CASE WHEN entry.at < ${at}::timestamptz THEN entry.seq ELSE low END,
        CASE WHEN entry.at < ${at}::timestamptz THEN high ELSE entry.seq END
      FROM halves JOIN "Message" AS entry
        ON entry.chatroom_id = ${roomId}::uuid AND entry.seq = (low + high) / 2
      WHERE high - low > 1
    )
    SELECT seq FROM "Message"
    WHERE chatroom_id = ${roomId}::uuid AND kind = 'message' AND seq >= (SELECT min(high) FROM halves)
    ORDER BY seq LIMIT 1`;
  return seqSchema.parse(rows)[0]?.seq ?? null;
}

const lastSchema = z.array(z.object({ at: z.date().nullable() }));

function readMessages(
  prisma: PrismaClient,
): Pick<
  ChatLogRepository,
  'messagesBefore' | 'messagesAfter' | 'seqAt' | 'findMessages' | 'thread' | 'pins' | 'lastMessageAt'
> {
  const those = async (roomId: string, rest: Prisma.Sql) =>
    toMessages(
      await prisma.$queryRaw`
        SELECT ${entryColumns} FROM "Message" AS entry
        WHERE entry.chatroom_id = ${roomId}::uuid AND entry.kind = 'message' AND ${rest}`,
    );
  return {
    async messagesBefore(roomId, beforeSeq, limit) {
      const below =
        beforeSeq === null ? Prisma.sql`TRUE` : Prisma.sql`entry.seq < ${seqParameter(beforeSeq)}`;
      return (await those(roomId, Prisma.sql`${below} ORDER BY entry.seq DESC LIMIT ${limit}`)).reverse();
    },
    messagesAfter: (roomId, afterSeq, limit) =>
      those(roomId, Prisma.sql`entry.seq > ${seqParameter(afterSeq)} ORDER BY entry.seq LIMIT ${limit}`),
    seqAt: (roomId, at) => seqAt(prisma, roomId, at),
    findMessages: (roomId, ids) =>
      those(roomId, Prisma.sql`entry.message_id = ANY(${ids}::uuid[]) ORDER BY entry.seq`),
    thread: ({ roomId, threadId, afterSeq, hiddenUserIds }, limit) =>
      those(
        roomId,
        Prisma.sql`(entry.message_id = ${threadId}::uuid OR entry.thread_id = ${threadId}::uuid)
          AND entry.seq > ${seqParameter(afterSeq)} AND entry.user_id <> ALL(${hiddenUserIds}::uuid[])
          ORDER BY entry.seq LIMIT ${limit}`,
      ),
    pins: (roomId) =>
      those(
        roomId,
        Prisma.sql`entry.pinned_at IS NOT NULL
          ORDER BY entry.pinned_at DESC, entry.seq DESC LIMIT ${pinsMost}`,
      ),
    async lastMessageAt(roomId, userId) {
      const rows = await prisma.$queryRaw`
        SELECT max(at) AS at FROM "Message"
        WHERE user_id = ${userId}::uuid AND chatroom_id = ${roomId}::uuid AND kind = 'message'`;
      return isoOrNull(lastSchema.parse(rows)[0]?.at ?? null);
    },
  };
}

/** The log of all rooms, in the table of messages. */
export function prismaChatLog(prisma: PrismaClient): ChatLogRepository {
  return {
    append: (drafts) => append(prisma, drafts),
    ...readEntries(prisma),
    ...readMessages(prisma),
    ...gather(prisma),
    figures: (query) => figures(prisma, query),
  };
}
