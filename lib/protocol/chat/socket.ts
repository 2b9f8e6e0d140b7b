import * as z from 'zod/mini';
import { sessionEndSchema } from '../closeReasons.ts';
import { emptySchema, idSchema } from '../common.ts';
import { fromClient, fromServer } from '../define.ts';
import { wireErrorSchema } from '../errors.ts';
import { personSchema } from '../rest/common.ts';
import { roomRefSchema } from './inputs.ts';
import { type ChatOperation, chatOperations } from './operations.ts';
import {
  chatroomSchema,
  logEntrySchema,
  messagePageSchema,
  missedSchema,
  noticeSchema,
  seqSchema,
  stockMessageSchema,
} from './views.ts';

const typist = z.object({ roomId: idSchema, userId: idSchema, username: z.string() });
/** Somebody who came or went, and how many members the room has now. */
const comer = z.object({ ...typist.shape, memberCount: z.int() });

/** An operation of the chat as a message of the socket. */
const asked = <Input extends z.ZodMiniType, Reply extends z.ZodMiniType>({
  input,
  reply,
}: ChatOperation<Input, Reply>) => fromClient('use:chat', input, reply);

/** Messages from a client on `/chat`, and on the default namespace. */
export const chatFromClient = {
  /** My rooms, and what I missed in those that I know already. Asked after each connection. */
  sync: fromClient(
    'use:chat',
    z.object({
      rooms: z.array(z.object({ roomId: idSchema, afterSeq: seqSchema })).check(z.maxLength(200)),
    }),
    z.object({ rooms: z.array(chatroomSchema), missed: z.array(missedSchema) }),
  ),
  /** Opens a room: a public one makes me a member. The latest messages come back, to stock clients as `recent-messages` too. */
  'join-room': fromClient(
    'use:chat',
    roomRefSchema,
    z.object({ room: chatroomSchema, page: messagePageSchema }),
  ),
  /** This connection gets nothing more of the room; the membership stays. */
  'leave-room': fromClient('use:chat', roomRefSchema, emptySchema),
  'send-message': asked(chatOperations['send-message']),
  'edit-message': asked(chatOperations['edit-message']),
  'delete-message': asked(chatOperations['delete-message']),
  react: asked(chatOperations.react),
  pin: asked(chatOperations.pin),
  'read-history': asked(chatOperations['read-history']),
  'mark-read': asked(chatOperations['mark-read']),
  typing: fromClient('use:chat', roomRefSchema, emptySchema),
  'stop-typing': fromClient('use:chat', roomRefSchema, emptySchema),
} as const;

/** Messages to a client on `/chat`. */
export const chatFromServer = {
  /** What was written in a room, in its order. Clients that say `wire: 1` get all entries so; others all but messages. */
  'room-events': fromServer(
    z.object({ roomId: idSchema, entries: z.array(logEntrySchema), people: z.array(personSchema) }),
  ),
  /** A message, for clients that do not say `wire: 1`. */
  'receive-message': fromServer(stockMessageSchema),
  'recent-messages': fromServer(z.object({ roomId: idSchema, messages: z.array(stockMessageSchema) })),
  /** A room is new to me or has changed: its name, my role, its members' number, its unread counts, its call. */
  'room-changed': fromServer(z.object({ room: chatroomSchema })),
  /** A room is no longer mine to read; whatever is kept of it is to be forgotten. */
  'room-gone': fromServer(z.object({ roomId: idSchema })),
  'user-joined': fromServer(comer),
  'user-left': fromServer(comer),
  typing: fromServer(typist),
  'stop-typing': fromServer(typist),
  /** Somebody has read up to here: others, or I in another window. */
  'read-state': fromServer(z.object({ roomId: idSchema, userId: idSchema, seq: seqSchema })),
  /** Something for me in particular. */
  notice: fromServer(noticeSchema),
  'chat-end': fromServer(sessionEndSchema),
  'chat-problem': fromServer(z.object({ event: z.string(), error: wireErrorSchema })),
} as const;
