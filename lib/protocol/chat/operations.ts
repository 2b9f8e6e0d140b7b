import * as z from 'zod/mini';
import { uploadBytesMost, voiceMsMost } from '#lib/domain/chat/limits.ts';
import { emptySchema, idSchema } from '../common.ts';
import { instantSchema, lineSchema, personSchema } from '../rest/common.ts';
import {
  createRoomSchema,
  editRoomSchema,
  editSchema,
  filtersSchema,
  historySchema,
  onMessageSchema,
  pinSchema,
  reactSchema,
  roomPersonSchema,
  searchSchema,
  sendSchema,
  setMemberSchema,
  threadSchema,
} from './inputs.ts';
import {
  chatroomSchema,
  figuresSchema,
  fileSchema,
  filterTermSchema,
  foundMessageSchema,
  messagePageSchema,
  messageSchema,
  missedSchema,
  muteSchema,
  noticeSchema,
  reportSchema,
  revisionSchema,
  roomMemberSchema,
  seqSchema,
} from './views.ts';

/** Something that can be asked of the chat, with what it answers. */
export interface ChatOperation<Input extends z.ZodMiniType, Reply extends z.ZodMiniType> {
  readonly input: Input;
  readonly reply: Reply;
}

function operation<Input extends z.ZodMiniType, Reply extends z.ZodMiniType>(
  input: Input,
  reply: Reply,
): ChatOperation<Input, Reply> {
  return { input, reply };
}

const roomId = z.object({ roomId: idSchema });
const spaceId = z.object({ spaceId: idSchema });
const room = z.object({ room: chatroomSchema });
const cursor = z.optional(z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9_-]+$/)));
const limit = z._default(z.int().check(z.minimum(1), z.maximum(100)), 50);
/** The number of the entry that was written (or had been, when the same was asked before). */
const appended = z.object({ seq: seqSchema });

/** The message as it is acknowledged: stored, and with its number. */
export const sentReply = z.object({ id: idSchema, seq: seqSchema, at: instantSchema, clientId: idSchema });

/**
 * Everything that the chat does, for sockets and REST alike. Whoever calls has proven who asks; rights in the room are
 * judged by the operation.
 */
export const chatOperations = {
  'list-rooms': operation(spaceId, z.object({ rooms: z.array(chatroomSchema) })),
  'create-room': operation(createRoomSchema, room),
  'get-room': operation(roomId, room),
  'edit-room': operation(editRoomSchema, room),
  'delete-room': operation(roomId, emptySchema),
  'enter-room': operation(roomId, room),
  'quit-room': operation(roomId, emptySchema),
  'open-direct': operation(z.object({ spaceId: idSchema, userId: idSchema }), room),
  'list-room-members': operation(roomId, z.object({ members: z.array(roomMemberSchema) })),
  'set-room-member': operation(setMemberSchema, z.object({ member: roomMemberSchema })),
  'remove-room-member': operation(roomPersonSchema, emptySchema),

  'send-message': operation(sendSchema, sentReply),
  'edit-message': operation(editSchema, appended),
  'delete-message': operation(onMessageSchema, appended),
  react: operation(reactSchema, appended),
  pin: operation(pinSchema, appended),
  'get-message': operation(onMessageSchema, z.object({ message: messageSchema })),
  'read-history': operation(historySchema, messagePageSchema),
  'recent-messages': operation(roomId, messagePageSchema),
  replay: operation(z.object({ roomId: idSchema, afterSeq: seqSchema }), missedSchema),
  'read-thread': operation(threadSchema, messagePageSchema),
  'read-pins': operation(roomId, messagePageSchema),
  'read-revisions': operation(onMessageSchema, z.object({ revisions: z.array(revisionSchema) })),
  'mark-read': operation(z.object({ roomId: idSchema, seq: seqSchema }), emptySchema),
  'search-messages': operation(
    searchSchema,
    z.object({
      items: z.array(foundMessageSchema),
      /** Who wrote them. */
      people: z.array(personSchema),
      nextCursor: z.nullable(z.string()),
    }),
  ),
  'list-notices': operation(
    z.object({ spaceId: idSchema, limit, cursor }),
    z.object({ items: z.array(noticeSchema), nextCursor: z.nullable(z.string()) }),
  ),

  'report-message': operation(
    z.object({ roomId: idSchema, messageId: idSchema, reason: lineSchema(300) }),
    emptySchema,
  ),
  'list-reports': operation(
    z.object({ spaceId: idSchema, status: z._default(z.enum(['open', 'all']), 'open'), limit, cursor }),
    z.object({ items: z.array(reportSchema), nextCursor: z.nullable(z.string()) }),
  ),
  'resolve-report': operation(
    z.object({ spaceId: idSchema, reportId: idSchema, action: z.enum(['dismiss', 'delete']) }),
    z.object({ report: reportSchema }),
  ),
  'read-filters': operation(spaceId, z.object({ terms: z.array(filterTermSchema) })),
  'set-filters': operation(
    z.object({ spaceId: idSchema, terms: filtersSchema }),
    z.object({ terms: z.array(filterTermSchema) }),
  ),
  'list-mutes': operation(spaceId, z.object({ mutes: z.array(muteSchema) })),
  'mute-person': operation(
    z.object({
      spaceId: idSchema,
      userId: idSchema,
      reason: z._default(lineSchema(200), ''),
      /** Seconds until it ends by itself; `null`: it does not. */
      forS: z._default(z.nullable(z.int().check(z.minimum(60), z.maximum(31_536_000))), null),
    }),
    z.object({ mute: muteSchema }),
  ),
  'unmute-person': operation(z.object({ spaceId: idSchema, userId: idSchema }), emptySchema),
  'read-figures': operation(
    z.object({
      spaceId: idSchema,
      days: z._default(z.int().check(z.minimum(1), z.maximum(90)), 30),
      timeZone: z._default(z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_+/-]+$/)), 'UTC'),
    }),
    figuresSchema,
  ),

  /** A file that was stored becomes one of the room's; the uploader sends it with a message or it is swept away. */
  'add-file': operation(
    z.object({
      roomId: idSchema,
      id: idSchema,
      storageKey: z.string().check(z.regex(/^[a-f0-9]{64}$/)),
      name: z.string().check(z.minLength(1), z.maxLength(120)),
      type: z.string().check(z.maxLength(100)),
      sizeBytes: z.int().check(z.minimum(1), z.maximum(uploadBytesMost)),
      width: z.nullable(z.int()),
      height: z.nullable(z.int()),
      durationMs: z.nullable(z.int().check(z.minimum(0), z.maximum(voiceMsMost))),
    }),
    z.object({ file: fileSchema }),
  ),
  /** Whether I may upload to the room: asked before the bytes are read. */
  'may-upload': operation(roomId, emptySchema),
  /** A file that I may read: it is in a message of a room that I can read, or I uploaded it. */
  'find-file': operation(
    z.object({ fileId: idSchema }),
    z.object({ file: fileSchema, storageKey: z.string() }),
  ),
} as const;

export type ChatOperations = typeof chatOperations;
export type ChatOperationName = keyof ChatOperations;
/** As it was parsed. */
export type ChatInput<Name extends ChatOperationName> = z.output<ChatOperations[Name]['input']>;
export type ChatReply<Name extends ChatOperationName> = z.output<ChatOperations[Name]['reply']>;
