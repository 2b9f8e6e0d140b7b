import * as z from 'zod';
import { type Message, messageTypes } from '#lib/domain/chat/log.ts';
import { fileSchema, mentionSchema } from '#lib/protocol/chat/views.ts';
import { Prisma } from '../../../../.generated/prisma/client.ts';
import type { StoredEntry } from '../../ports/chat.ts';

const instant = z.date().transform((date) => date.toISOString());

const rowSchema = z.object({
  roomId: z.string(),
  seq: z.int(),
  kind: z.enum(['message', 'edit', 'delete', 'react', 'pin']),
  messageId: z.string(),
  userId: z.string(),
  clientId: z.string(),
  at: instant,
  type: z.enum(messageTypes).nullable(),
  content: z.string(),
  mentions: z.array(mentionSchema).nullable(),
  file: z.nullable(fileSchema),
  replyTo: z.string().nullable(),
  threadId: z.string().nullable(),
  replyCount: z.int(),
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
  pinnedAt: instant.nullable(),
  reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(z.string()) })).nullable(),
  emoji: z.string().nullable(),
  isOn: z.boolean().nullable(),
});

type Row = z.infer<typeof rowSchema>;

/** Columns of an entry as the port names them, of a table that the query calls `entry`. */
export const entryColumns = Prisma.sql`
  entry.chatroom_id AS "roomId", entry.seq, entry.kind, entry.message_id AS "messageId",
  entry.user_id AS "userId", entry.client_id AS "clientId", entry.at, entry.type, entry.content,
  entry.mentions, entry.file, entry.reply_to AS "replyTo", entry.thread_id AS "threadId",
  entry.reply_count AS "replyCount", entry.edited_at AS "editedAt", entry.deleted_at AS "deletedAt",
  entry.pinned_at AS "pinnedAt", entry.reactions, entry.emoji, entry.is_on AS "isOn"`;

const messageOf = (row: Row): Message => ({
  id: row.messageId,
  roomId: row.roomId,
  seq: row.seq,
  clientId: row.clientId,
  userId: row.userId,
  at: row.at,
  type: row.type ?? 'text',
  content: row.content,
  mentions: row.mentions ?? [],
  file: row.file,
  replyTo: row.replyTo,
  threadId: row.threadId,
  replyCount: row.replyCount,
  editedAt: row.editedAt,
  deletedAt: row.deletedAt,
  pinnedAt: row.pinnedAt,
  reactions: row.reactions ?? [],
});

function entryOf(row: Row): StoredEntry {
  const { roomId, seq, at, userId, clientId, messageId } = row;
  const base = { roomId, seq, at, userId, clientId };
  switch (row.kind) {
    case 'message':
      return { ...base, kind: 'message', message: messageOf(row) };
    case 'edit':
      return { ...base, kind: 'edit', messageId, content: row.content, mentions: row.mentions ?? [] };
    case 'delete':
      return { ...base, kind: 'delete', messageId };
    case 'react':
      return { ...base, kind: 'react', messageId, emoji: row.emoji ?? '', isOn: row.isOn === true };
    case 'pin':
      return { ...base, kind: 'pin', messageId, isOn: row.isOn === true };
  }
}

const rowsSchema = z.array(rowSchema);

export const toEntries = (rows: unknown): StoredEntry[] => rowsSchema.parse(rows).map(entryOf);
export const toMessages = (rows: unknown): Message[] => rowsSchema.parse(rows).map(messageOf);

/** No number is higher: that of the column. */
const seqMost = 2_147_483_647;

/** A number as the column takes it; higher ones are above all. */
export const seqParameter = (seq: number): number => Math.min(seq, seqMost);
