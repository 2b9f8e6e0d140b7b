import * as z from 'zod/mini';
import { messageTypes } from '#lib/domain/chat/log.ts';
import { roomKinds, roomRoles } from '#lib/domain/chat/rooms.ts';
import { idSchema } from '../common.ts';
import { instantSchema, personSchema } from '../rest/common.ts';

/** Number of an entry in a room's sequence; 0: none yet. */
export const seqSchema = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));

export const roomKindSchema = z.enum(roomKinds);
export const roomRoleSchema = z.enum(roomRoles);
export const messageTypeSchema = z.enum(messageTypes);

export const fileSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Media type, found from the content. */
  type: z.string(),
  sizeBytes: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  durationMs: z.nullable(z.int()),
});

export const mentionSchema = z.object({ userId: idSchema, name: z.string() });

/** A message as it stands now; `lib/domain/chat/log.ts` says what each field means. */
export const messageSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  seq: seqSchema,
  clientId: idSchema,
  userId: idSchema,
  at: instantSchema,
  type: messageTypeSchema,
  content: z.string(),
  mentions: z.array(mentionSchema),
  file: z.nullable(fileSchema),
  replyTo: z.nullable(idSchema),
  threadId: z.nullable(idSchema),
  replyCount: z.int(),
  editedAt: z.nullable(instantSchema),
  deletedAt: z.nullable(instantSchema),
  pinnedAt: z.nullable(instantSchema),
  reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(idSchema) })),
});

const numbered = { seq: seqSchema, at: instantSchema };
const upon = { ...numbered, userId: idSchema, messageId: idSchema };

/** One entry of a room's log. */
export const logEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...numbered, message: messageSchema }),
  z.object({ kind: z.literal('edit'), ...upon, content: z.string(), mentions: z.array(mentionSchema) }),
  z.object({ kind: z.literal('delete'), ...upon }),
  z.object({ kind: z.literal('react'), ...upon, emoji: z.string(), isOn: z.boolean() }),
  z.object({ kind: z.literal('pin'), ...upon, isOn: z.boolean() }),
  /** In place of what the reader may not see because of a personal block, so that the sequence has no gap. */
  z.object({ kind: z.literal('hidden'), ...numbered }),
]);

/** A room as one of its people sees it. */
export const chatroomSchema = z.object({
  id: idSchema,
  spaceId: idSchema,
  kind: roomKindSchema,
  name: z.string(),
  description: z.string(),
  isPrivate: z.boolean(),
  /** Everybody of the space is in it. */
  isDefault: z.boolean(),
  /** Seconds between two messages of one person; 0: no slow mode. */
  slowModeS: z.int(),
  createdAt: instantSchema,
  version: z.int(),
  /** What I am in it; `null`: no member (of a public room that I could join). */
  role: z.nullable(roomRoleSchema),
  memberCount: z.int(),
  /** Number of the latest entry. */
  lastSeq: seqSchema,
  /** When the latest message was written. */
  lastMessageAt: z.nullable(instantSchema),
  /** Up to where I have read. */
  readSeq: seqSchema,
  unreadCount: z.int(),
  /** Unread messages that mention me; in direct rooms every unread one counts. */
  mentionCount: z.int(),
  /** Whether a moderator has taken my voice in the chat of the space: I read on, and write nothing. */
  isMuted: z.boolean(),
  /** Of a direct room: the other person. */
  other: z.nullable(personSchema),
  /** Who is in the room's call now. */
  callPeople: z.array(personSchema),
});

/**
 * A stretch of a room's messages in their order, tombstones included. `lastSeq` is the room's latest entry as of this
 * reading: everything up to it is contained in the messages as they stand.
 */
export const messagePageSchema = z.object({
  roomId: idSchema,
  messages: z.array(messageSchema),
  /** Whoever is named in the messages. */
  people: z.array(personSchema),
  /** Messages that these answer and that are not among them. */
  quoted: z.array(messageSchema),
  hasOlder: z.boolean(),
  hasNewer: z.boolean(),
  lastSeq: seqSchema,
});

/** What a returning client missed in one room. */
export const missedSchema = z.object({
  roomId: idSchema,
  /**
   * `entries`: exactly what followed, up to `lastSeq`; `reload`: too much, or the number is not one of this room's:
   * forget the room's messages and read it anew.
   */
  kind: z.enum(['entries', 'reload']),
  entries: z.array(logEntrySchema),
  people: z.array(personSchema),
  lastSeq: seqSchema,
});

/** A message as SPEC names it, for stock clients. */
export const stockMessageSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  seq: seqSchema,
  message: z.string(),
  type: messageTypeSchema,
  userId: idSchema,
  username: z.string(),
  timestamp: instantSchema,
  clientId: idSchema,
  replyTo: z.nullable(idSchema),
  file: z.nullable(fileSchema),
});

/** Who has taken notice up to where. */
export const roomMemberSchema = z.object({
  person: personSchema,
  role: roomRoleSchema,
  joinedAt: instantSchema,
  readSeq: seqSchema,
});

/** What is shown in a list of results: a message with where it stands. */
export const foundMessageSchema = z.object({ message: messageSchema, roomName: z.string() });

export const reportSchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** `null`: the filter reported it. */
  by: z.nullable(personSchema),
  reason: z.string(),
  /** The filter's term that was met. */
  term: z.nullable(z.string()),
  status: z.enum(['open', 'dismissed', 'deleted']),
  resolvedBy: z.nullable(personSchema),
  resolvedAt: z.nullable(instantSchema),
  room: z.object({ id: idSchema, name: z.string(), isPrivate: z.boolean() }),
  author: personSchema,
  messageId: idSchema,
  /** The text as it was when it was reported. */
  content: z.string(),
  isDeleted: z.boolean(),
});

export const filterTermSchema = z.object({
  term: z.string(),
  /** `refuse`: the message is not taken; `review`: it is, and stands in the queue. */
  action: z.enum(['refuse', 'review']),
});

export const muteSchema = z.object({
  person: personSchema,
  reason: z.string(),
  by: z.nullable(personSchema),
  at: instantSchema,
  /** `null`: until it is lifted. */
  until: z.nullable(instantSchema),
});

/** Counts of messages in a space over a time; hours are of the time zone that was asked for. */
export const figuresSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  messages: z.int(),
  activePeople: z.int(),
  perDay: z.array(z.object({ day: z.string(), messages: z.int(), people: z.int() })),
  /** 24 numbers: messages by hour of the day. */
  perHour: z.array(z.int()),
  rooms: z.array(z.object({ id: idSchema, name: z.string(), messages: z.int(), people: z.int() })),
  people: z.array(z.object({ person: personSchema, messages: z.int() })),
});

export const revisionSchema = z.object({ at: instantSchema, userId: idSchema, content: z.string() });

/** A message that is for me in particular. */
export const noticeSchema = z.object({
  kind: z.enum(['mention', 'direct', 'reply']),
  roomId: idSchema,
  roomName: z.string(),
  messageId: idSchema,
  seq: seqSchema,
  from: personSchema,
  excerpt: z.string(),
  at: instantSchema,
});

export type ChatroomView = z.infer<typeof chatroomSchema>;
export type MessagePage = z.infer<typeof messagePageSchema>;
export type Missed = z.infer<typeof missedSchema>;
export type StockMessage = z.infer<typeof stockMessageSchema>;
export type RoomMemberView = z.infer<typeof roomMemberSchema>;
export type FoundMessage = z.infer<typeof foundMessageSchema>;
export type ReportView = z.infer<typeof reportSchema>;
export type FilterTerm = z.infer<typeof filterTermSchema>;
export type MuteView = z.infer<typeof muteSchema>;
export type Figures = z.infer<typeof figuresSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type Notice = z.infer<typeof noticeSchema>;
