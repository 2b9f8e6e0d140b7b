import type { Message } from '#lib/domain/chat/log.ts';
import type { Prisma } from '../../../../.generated/prisma/client.ts';
import type { AppendPlan, NewEntry } from '../../chatAppendState.ts';

type Transaction = Prisma.TransactionClient;

/** Nothing in place of empty lists: most messages have none, and JSON leaves such keys out. */
const listOrNone = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;

const messageColumns = (message: Message) => ({
  type: message.type,
  content: message.content,
  mentions: listOrNone(message.mentions),
  file: message.file ?? undefined,
  replyTo: message.replyTo ?? undefined,
  threadId: message.threadId ?? undefined,
  replyCount: message.replyCount,
  editedAt: message.editedAt ?? undefined,
  deletedAt: message.deletedAt ?? undefined,
  pinnedAt: message.pinnedAt ?? undefined,
  reactions: listOrNone(message.reactions),
});

function toRow({ entry, ordinal, original }: NewEntry): Record<string, unknown> {
  const { roomId, seq, at, userId, clientId, kind } = entry;
  const base = { roomId, seq, ordinal, kind, at, userId, clientId, original: original ?? undefined };
  if (entry.kind === 'message') {
    return { ...base, messageId: entry.message.id, ...messageColumns(entry.message) };
  }
  const { messageId } = entry;
  switch (entry.kind) {
    case 'edit':
      return { ...base, messageId, content: entry.content, mentions: listOrNone(entry.mentions) };
    case 'delete':
      return { ...base, messageId };
    case 'react':
      return { ...base, messageId, emoji: entry.emoji, isOn: entry.isOn };
    case 'pin':
      return { ...base, messageId, isOn: entry.isOn };
  }
}

async function insertEntries(transaction: Transaction, entries: NewEntry[]): Promise<void> {
  const rows = JSON.stringify(entries.map(toRow));
  await transaction.$executeRaw`
    INSERT INTO "Message" (chatroom_id, seq, ordinal, kind, message_id, user_id, client_id, at, type, content,
      original, mentions, file, reply_to, thread_id, reply_count, edited_at, deleted_at, pinned_at, reactions,
      emoji, is_on)
    SELECT "roomId", seq, ordinal, kind, "messageId", "userId", "clientId", at, type, COALESCE(content, ''),
      original, mentions, file, "replyTo", "threadId", COALESCE("replyCount", 0), "editedAt", "deletedAt",
      "pinnedAt", reactions, emoji, "isOn"
    FROM jsonb_to_recordset(${rows}::jsonb) AS new("roomId" uuid, seq int, ordinal int, kind text,
      "messageId" uuid, "userId" uuid, "clientId" uuid, at timestamptz, type text, content text, original text,
      mentions jsonb, file jsonb, "replyTo" uuid, "threadId" uuid, "replyCount" int, "editedAt" timestamptz,
      "deletedAt" timestamptz, "pinnedAt" timestamptz, reactions jsonb, emoji text, "isOn" boolean)`;
}

async function updateRooms(transaction: Transaction, rooms: AppendPlan['rooms']): Promise<void> {
  const rows = JSON.stringify([...rooms].map(([id, counters]) => ({ id, ...counters })));
  await transaction.$executeRaw`
    UPDATE chatrooms SET last_seq = "lastSeq", message_count = "messageCount",
      last_message_at = "lastMessageAt"
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS counters(id uuid, "lastSeq" int, "messageCount" int, "lastMessageAt" timestamptz)
    WHERE chatrooms.id = counters.id`;
}

/** Keeps messages as they stand now, and the first text of each beside it. */
async function updateMessages(transaction: Transaction, messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = JSON.stringify(
    messages.map((message) => ({
      roomId: message.roomId,
      seq: message.seq,
      ...messageColumns(message),
    })),
  );
  await transaction.$executeRaw`
    UPDATE "Message" AS entry SET type = now.type, content = now.content, mentions = now.mentions,
      file = now.file, reply_count = "replyCount", edited_at = "editedAt", deleted_at = "deletedAt",
      pinned_at = "pinnedAt", reactions = now.reactions,
      original = CASE WHEN entry.content = now.content THEN entry.original
        ELSE COALESCE(entry.original, entry.content) END
    FROM jsonb_to_recordset(${rows}::jsonb) AS now("roomId" uuid, seq int, type text, content text,
      mentions jsonb, file jsonb, "replyCount" int, "editedAt" timestamptz, "deletedAt" timestamptz,
      "pinnedAt" timestamptz, reactions jsonb)
    WHERE entry.chatroom_id = "roomId" AND entry.seq = now.seq`;
}

/** What was said in edits of deleted messages is kept beside them; their files wait to be swept away. */
async function emptyAround(transaction: Transaction, messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const roomIds = [...new Set(messages.map(({ roomId }) => roomId))];
  const ids = messages.map(({ id }) => id);
  await transaction.$executeRaw`
    UPDATE "Message" SET original = content, content = '', mentions = NULL
    WHERE chatroom_id = ANY(${roomIds}::uuid[]) AND message_id = ANY(${ids}::uuid[]) AND kind = 'edit'
      AND original IS NULL`;
  await transaction.chatFile.updateMany({
    where: { messageId: { in: ids } },
    data: { removedAt: new Date(messages[0]?.deletedAt ?? 0) },
  });
}

/** Who has deleted their account is not told any more. */
async function replaceMentions(transaction: Transaction, mentions: AppendPlan['mentions']): Promise<void> {
  if (mentions.length === 0) return;
  const rows = JSON.stringify(
    mentions.map(({ message: { roomId, seq, id }, userIds }) => ({ roomId, seq, messageId: id, userIds })),
  );
  await transaction.$executeRaw`
    DELETE FROM chat_mentions USING jsonb_to_recordset(${rows}::jsonb) AS changed("roomId" uuid, seq int)
    WHERE chat_mentions.chatroom_id = "roomId" AND chat_mentions.seq = changed.seq`;
  await transaction.$executeRaw`
    INSERT INTO chat_mentions (user_id, chatroom_id, seq, message_id)
    SELECT users.id, "roomId", seq, "messageId"
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS changed("roomId" uuid, seq int, "messageId" uuid, "userIds" uuid[])
    JOIN users ON users.id = ANY("userIds") AND users.deleted_at IS NULL`;
}

async function markSent(transaction: Transaction, files: AppendPlan['sentFiles']): Promise<void> {
  if (files.length === 0) return;
  await transaction.$executeRaw`
    UPDATE chat_files SET message_id = "messageId"
    FROM jsonb_to_recordset(${JSON.stringify(files)}::jsonb) AS sent("fileId" uuid, "messageId" uuid)
    WHERE chat_files.id = "fileId"`;
}

/** Writes a plan within the transaction that locked its rooms. */
export async function carryOut(transaction: Transaction, plan: AppendPlan): Promise<void> {
  if (plan.entries.length === 0) return;
  await insertEntries(transaction, plan.entries);
  await updateRooms(transaction, plan.rooms);
  await updateMessages(transaction, plan.changed);
  await replaceMentions(transaction, plan.mentions);
  await markSent(transaction, plan.sentFiles);
  await emptyAround(transaction, plan.deleted);
}
