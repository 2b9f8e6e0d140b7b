import * as z from 'zod';
import type { Message } from '#lib/domain/chat/log.ts';
import type { Prisma } from '../../../../.generated/prisma/client.ts';
import { type AppendBasis, type RoomCounters, sendKey } from '../../chatAppendState.ts';
import { isId } from '../../pageKeys.ts';
import type { Draft, StoredEntry, StoredFile } from '../../ports/chat.ts';
import { isoOrNull } from '../values.ts';
import { toFile } from './chatFiles.ts';
import { entryColumns, toEntries, toMessages } from './chatLogRows.ts';

type Transaction = Prisma.TransactionClient;

/** Each id once; what is none would fail the question for all. */
const idsOf = (ids: (string | null)[]): string[] =>
  [...new Set(ids.filter((id) => id !== null && isId(id)))] as string[];

const roomsSchema = z.array(
  z.object({
    id: z.string(),
    lastSeq: z.int(),
    messageCount: z.int(),
    lastMessageAt: z.date().nullable().transform(isoOrNull),
  }),
);

/**
 * Locks the rooms, in one order for all writers: from here on nobody else numbers anything in them. All that follows in
 * the transaction is found by keys: without being told, the planner takes a list of unknown length for a long one, and
 * reads the log in full to change one message of it.
 */
async function lockRooms(transaction: Transaction, ids: string[]): Promise<Map<string, RoomCounters>> {
  const rows = roomsSchema.parse(
    await transaction.$queryRaw`
      SELECT id, last_seq AS "lastSeq", message_count AS "messageCount", last_message_at AS "lastMessageAt"
      FROM (SELECT set_config('enable_seqscan', 'off', true)) AS setting
      CROSS JOIN chatrooms WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE OF chatrooms`,
  );
  return new Map(rows.map(({ id, ...counters }) => [id, counters]));
}

const usersSchema = z.array(z.object({ id: z.string() }));

async function livingUsers(transaction: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = usersSchema.parse(
    await transaction.$queryRaw`
      SELECT id FROM users WHERE id = ANY(${ids}::uuid[]) AND deleted_at IS NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What the same sendings wrote before, by `sendKey`. */
export async function writtenBefore(
  transaction: Transaction,
  drafts: readonly Pick<Draft, 'roomId' | 'userId' | 'clientId'>[],
): Promise<Map<string, StoredEntry>> {
  const wanted = drafts.filter((draft) => [draft.roomId, draft.userId, draft.clientId].every(isId));
  const keys = JSON.stringify(wanted.map(({ roomId, userId, clientId }) => ({ roomId, userId, clientId })));
  const rows = await transaction.$queryRaw`
    SELECT ${entryColumns}
    FROM jsonb_to_recordset(${keys}::jsonb) AS sent("roomId" uuid, "userId" uuid, "clientId" uuid)
    JOIN "Message" AS entry ON entry.user_id = "userId" AND entry.chatroom_id = "roomId"
      AND entry.client_id = "clientId"`;
  return new Map(toEntries(rows).map((entry) => [sendKey(entry), entry]));
}

/** The messages that are changed or answered, what they answer themselves, and the first ones of their threads. */
async function messagesFor(
  transaction: Transaction,
  roomIds: string[],
  drafts: Draft[],
): Promise<Map<string, Message>> {
  const ids = idsOf(drafts.map((draft) => (draft.kind === 'message' ? draft.replyTo : draft.messageId)));
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw`
    WITH wanted AS (
      SELECT message_id, thread_id, reply_to FROM "Message"
      WHERE chatroom_id = ANY(${roomIds}::uuid[]) AND message_id = ANY(${ids}::uuid[]) AND kind = 'message'
    )
    SELECT ${entryColumns} FROM "Message" AS entry
    WHERE entry.chatroom_id = ANY(${roomIds}::uuid[]) AND entry.kind = 'message' AND entry.message_id IN (
      SELECT message_id FROM wanted UNION SELECT thread_id FROM wanted UNION SELECT reply_to FROM wanted
    )`;
  return new Map(toMessages(rows).map((message) => [message.id, message]));
}

/** The files that are sent; locked, so that they are not swept away meanwhile. */
async function filesFor(transaction: Transaction, drafts: Draft[]): Promise<Map<string, StoredFile>> {
  const ids = idsOf(drafts.map((draft) => (draft.kind === 'message' ? draft.fileId : null)));
  if (ids.length === 0) return new Map();
  await transaction.$executeRaw`
    SELECT id FROM chat_files WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const rows = await transaction.chatFile.findMany({ where: { id: { in: ids }, removedAt: null } });
  return new Map(rows.flatMap(toFile).map((file) => [file.id, file]));
}

/**
 * Reads what is needed to decide drafts, but for what was written before, and locks their rooms until the transaction
 * ends.
 */
export async function readBasis(
  transaction: Transaction,
  drafts: Draft[],
): Promise<Omit<AppendBasis, 'written'>> {
  const rooms = await lockRooms(transaction, idsOf(drafts.map(({ roomId }) => roomId)).sort());
  const roomIds = [...rooms.keys()];
  return {
    rooms,
    userIds: await livingUsers(transaction, idsOf(drafts.map(({ userId }) => userId))),
    messages: await messagesFor(transaction, roomIds, drafts),
    files: await filesFor(transaction, drafts),
  };
}
