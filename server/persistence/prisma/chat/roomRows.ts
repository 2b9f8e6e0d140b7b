import * as z from 'zod';
import { roomKinds, roomRoles } from '#lib/domain/chat/rooms.ts';
import { Prisma } from '../../../../.generated/prisma/client.ts';
import type { Chatroom, RoomMember, RoomOf } from '../../ports/chat.ts';
import { isoOrNull } from '../values.ts';

const roomSchema = z.object({
  id: z.string(),
  spaceId: z.string(),
  kind: z.enum(roomKinds),
  name: z.string(),
  description: z.string(),
  isPrivate: z.boolean(),
  isDefault: z.boolean(),
  slowModeS: z.int(),
  createdBy: z.string().nullable(),
  createdAt: z.date().transform((date) => date.toISOString()),
  version: z.int(),
  directKey: z.string().nullable(),
  lastSeq: z.int(),
  messageCount: z.int(),
  lastMessageAt: z.date().nullable().transform(isoOrNull),
  memberCount: z.int(),
});

const memberSchema = z.object({
  roomId: z.string(),
  userId: z.string(),
  role: z.enum(roomRoles),
  joinedAt: z.date().transform((date) => date.toISOString()),
  readSeq: z.int(),
});

/** Columns of a room as the port names them, but for the number of its members. */
export const uncountedRoomColumns = Prisma.sql`
  chatrooms.id, chatrooms.space_id AS "spaceId", chatrooms.kind, chatrooms.name, chatrooms.description,
  chatrooms.is_private AS "isPrivate", chatrooms.is_default AS "isDefault",
  chatrooms.slow_mode_s AS "slowModeS", chatrooms.created_by AS "createdBy",
  chatrooms.created_at AS "createdAt", chatrooms.version, chatrooms.direct_key AS "directKey",
  chatrooms.last_seq AS "lastSeq", chatrooms.message_count AS "messageCount",
  chatrooms.last_message_at AS "lastMessageAt"`;

/** Columns of a room; its members are counted for each row. */
export const roomColumns = Prisma.sql`
  ${uncountedRoomColumns},
  (SELECT count(*)::int FROM chatroom_members WHERE chatroom_id = chatrooms.id) AS "memberCount"`;

export const memberColumns = Prisma.sql`
  chatroom_id AS "roomId", user_id AS "userId", role, joined_at AS "joinedAt", read_seq AS "readSeq"`;

/** What one person is in a room, of whom `own` is the row, if there is one. Without a row nothing is unread. */
export const ownColumns = Prisma.sql`
  own.role AS "ownRole", own.joined_at AS "ownJoinedAt", own.read_seq AS "ownReadSeq",
  COALESCE(chatrooms.message_count - own.read_ordinal, 0) AS "unreadCount",
  (SELECT count(*)::int FROM chat_mentions
   WHERE chat_mentions.user_id = own.user_id AND chat_mentions.chatroom_id = chatrooms.id
     AND chat_mentions.seq > own.read_seq) AS "mentionCount"`;

export const toRooms = (rows: unknown): Chatroom[] => z.array(roomSchema).parse(rows);
export const toMembers = (rows: unknown): RoomMember[] => z.array(memberSchema).parse(rows);

const flatRoomOfSchema = z.object({
  ...roomSchema.shape,
  ownRole: z.enum(roomRoles).nullable(),
  ownJoinedAt: z.date().nullable(),
  ownReadSeq: z.int().nullable(),
  unreadCount: z.int(),
  mentionCount: z.int(),
});

type FlatRoomOf = z.infer<typeof flatRoomOfSchema>;

function toRoomOf(row: FlatRoomOf, userId: string): RoomOf {
  const { ownRole, ownJoinedAt, ownReadSeq, unreadCount, mentionCount, ...room } = row;
  const isMember = ownRole !== null && ownJoinedAt !== null && ownReadSeq !== null;
  const joinedAt = ownJoinedAt?.toISOString();
  const member =
    isMember && joinedAt !== undefined
      ? { roomId: room.id, userId, role: ownRole, joinedAt, readSeq: ownReadSeq }
      : null;
  return { room, member, unreadCount, mentionCount };
}

export const toRoomsOf = (rows: unknown, userId: string): RoomOf[] =>
  z
    .array(flatRoomOfSchema)
    .parse(rows)
    .map((row) => toRoomOf(row, userId));

const ownedRoomsSchema = z.array(z.object({ ...flatRoomOfSchema.shape, ownUserId: z.string() }));

/** Rows of many people, each with `ownUserId`. */
export function toRoomsOfEach(rows: unknown): Map<string, RoomOf[]> {
  const byUser = Map.groupBy(ownedRoomsSchema.parse(rows), ({ ownUserId }) => ownUserId);
  return new Map(
    [...byUser].map(([userId, own]) => [
      userId,
      own.map(({ ownUserId: _, ...row }) => toRoomOf(row, userId)),
    ]),
  );
}
