import * as z from 'zod/mini';
import { roomRoles } from '#lib/domain/chat/rooms.ts';
import {
  contentSchema,
  createRoomSchema,
  editRoomSchema,
  emojiSchema,
  filtersSchema,
  searchSchema,
  sendSchema,
} from '../chat/inputs.ts';
import { chatOperations, sentReply } from '../chat/operations.ts';
import {
  chatroomSchema,
  fileSchema,
  messagePageSchema,
  messageSchema,
  missedSchema,
  muteSchema,
  reportSchema,
  roomMemberSchema,
  seqSchema,
} from '../chat/views.ts';
import { idSchema } from '../common.ts';
import {
  instantSchema,
  lineSchema,
  pageFields,
  spaceKeySchema,
  spaceParams,
  spaceUserParams,
} from './common.ts';
import { route } from './define.ts';

const chat = { tag: 'Chat' } as const;
/** Rights in a room are judged by the chat itself: the room is not in the path's space. */
const read = { ...chat, permission: 'use:own', scope: 'chat:read', limit: 'reads' } as const;
const write = { ...chat, permission: 'use:own', scope: 'chat:write', limit: 'writes' } as const;
const moderate = { ...chat, permission: 'moderate:chat', scope: 'moderation', limit: 'writes' } as const;

const roomParams = z.object({ chatroom: idSchema });
const roomUserParams = z.object({ chatroom: idSchema, user: idSchema });
const messageParams = z.object({ chatroom: idSchema, message: idSchema });
const chatroom = z.object({ chatroom: chatroomSchema });
const chatroomId = z.object({ chatroomId: idSchema });
const seqQuery = z.optional(z.coerce.number().check(z.int(), z.minimum(0)));
const { limit, cursor } = pageFields;
const appended = z.object({ seq: seqSchema });
const clientId = z.optional(idSchema);

const roomRefusals = ['not_found', 'forbidden'] as const;
const sendRefusals = [
  'not_found',
  'forbidden',
  'muted',
  'slow_mode',
  'filtered',
  'message_deleted',
  'conflict',
] as const;

export const chatRoutes = {
  createChatroom: route('POST', '/chatroom/create', {
    ...write,
    summary: 'Makes a chatroom. `roomid` is the space’s id.',
    status: 201,
    body: z.object({
      roomid: idSchema,
      name: createRoomSchema.shape.name,
      description: createRoomSchema.shape.description,
      isPrivate: createRoomSchema.shape.isPrivate,
    }),
    reply: chatroom,
    takesIdempotencyKey: true,
    refusals: [...roomRefusals, 'conflict'],
  }),
  listChatrooms: route('GET', '/chatroom/rooms', {
    ...read,
    summary: 'Chatrooms of a space that I can read, my direct ones among them.',
    query: z.object({ spaceId: idSchema }),
    reply: z.object({ rooms: z.array(chatroomSchema) }),
    refusals: roomRefusals,
  }),
  joinChatroom: route('POST', '/chatroom/join', {
    ...write,
    summary: 'Makes me a member of a public chatroom.',
    body: chatroomId,
    reply: chatroom,
    refusals: roomRefusals,
  }),
  leaveChatroom: route('POST', '/chatroom/leave', {
    ...write,
    summary: 'Ends my membership of a chatroom.',
    body: chatroomId,
    refusals: [...roomRefusals, 'last_owner'],
  }),
  openDirect: route('POST', '/chatroom/direct', {
    ...write,
    summary: 'The direct room of somebody and me in a space; made when it is not there yet.',
    body: z.object({ spaceId: idSchema, userId: idSchema }),
    reply: chatroom,
    refusals: roomRefusals,
  }),
  readChatroom: route('GET', '/chatroom/{chatroom}', {
    ...read,
    summary: 'A chatroom.',
    params: roomParams,
    reply: chatroom,
    refusals: roomRefusals,
  }),
  editChatroom: route('PATCH', '/chatroom/{chatroom}', {
    ...write,
    summary: 'Changes a chatroom: name, description, privacy, slow mode.',
    params: roomParams,
    body: z.object({
      name: editRoomSchema.shape.name,
      description: editRoomSchema.shape.description,
      isPrivate: editRoomSchema.shape.isPrivate,
      slowModeS: editRoomSchema.shape.slowModeS,
    }),
    reply: chatroom,
    refusals: [...roomRefusals, 'conflict'],
  }),
  deleteChatroom: route('DELETE', '/chatroom/{chatroom}', {
    ...write,
    summary: 'Deletes a chatroom with all that was written in it.',
    params: roomParams,
    refusals: [...roomRefusals, 'conflict'],
  }),
  listChatroomMembers: route('GET', '/chatroom/{chatroom}/members', {
    ...read,
    summary: 'Members of a chatroom, and up to where they have read.',
    params: roomParams,
    reply: z.object({ members: z.array(roomMemberSchema) }),
    refusals: roomRefusals,
  }),
  setChatroomMember: route('PUT', '/chatroom/{chatroom}/members/{user}', {
    ...write,
    summary: 'Adds somebody to a chatroom, or gives a member another role.',
    params: roomUserParams,
    body: z.object({ role: z._default(z.enum(roomRoles), 'member') }),
    reply: z.object({ member: roomMemberSchema }),
    refusals: [...roomRefusals, 'last_owner', 'conflict'],
  }),
  removeChatroomMember: route('DELETE', '/chatroom/{chatroom}/members/{user}', {
    ...write,
    summary: 'Takes somebody out of a chatroom. They get nothing that is written afterwards.',
    params: roomUserParams,
    refusals: [...roomRefusals, 'last_owner'],
  }),
  markChatroomRead: route('PUT', '/chatroom/{chatroom}/read', {
    ...write,
    summary: 'I have read up to this number.',
    params: roomParams,
    body: z.object({ seq: seqSchema }),
    refusals: roomRefusals,
  }),
  replayChatroom: route('GET', '/chatroom/{chatroom}/events', {
    ...read,
    summary: 'Entries of the log after a number, or the word to reload.',
    params: roomParams,
    query: z.object({ after: z.coerce.number().check(z.int(), z.minimum(0)) }),
    reply: missedSchema,
    refusals: roomRefusals,
  }),
  readPins: route('GET', '/chatroom/{chatroom}/pins', {
    ...read,
    summary: 'Pinned messages of a chatroom, latest pin first.',
    params: roomParams,
    reply: messagePageSchema,
    refusals: roomRefusals,
  }),

  readMessages: route('GET', '/messages', {
    ...read,
    summary: 'A stretch of a chatroom: the latest messages, or those before, after or around a place.',
    query: z.object({
      chatroomId: idSchema,
      before: seqQuery,
      after: seqQuery,
      around: z.optional(z.string().check(z.maxLength(40), z.regex(/^[0-9a-f-]+$/))),
      at: z.optional(instantSchema),
      limit,
    }),
    reply: messagePageSchema,
    refusals: roomRefusals,
  }),
  readActiveMessages: route('POST', '/messages/active', {
    ...read,
    summary: 'The last 100 messages of an active chatroom, from the cache.',
    body: chatroomId,
    reply: messagePageSchema,
    refusals: roomRefusals,
  }),
  sendMessage: route('POST', '/messages', {
    ...write,
    summary:
      'Sends a message. Answered when it is stored; a second try with the same `clientId` changes nothing.',
    status: 201,
    body: z.object({
      chatroomId: idSchema,
      message: sendSchema.shape.message,
      type: sendSchema.shape.type,
      clientId,
      replyTo: sendSchema.shape.replyTo,
      fileId: sendSchema.shape.fileId,
      mentions: sendSchema.shape.mentions,
    }),
    reply: sentReply,
    takesIdempotencyKey: true,
    refusals: sendRefusals,
  }),
  readMessage: route('GET', '/chatroom/{chatroom}/messages/{message}', {
    ...read,
    summary: 'One message.',
    params: messageParams,
    reply: z.object({ message: messageSchema }),
    refusals: roomRefusals,
  }),
  editMessage: route('PATCH', '/chatroom/{chatroom}/messages/{message}', {
    ...write,
    summary: 'Changes the words of a message of mine.',
    params: messageParams,
    body: z.object({
      message: contentSchema.check(z.minLength(1)),
      mentions: sendSchema.shape.mentions,
      clientId,
    }),
    reply: appended,
    refusals: sendRefusals,
  }),
  deleteMessage: route('DELETE', '/chatroom/{chatroom}/messages/{message}', {
    ...write,
    summary: 'Deletes a message: mine, or as somebody who looks after the room any. A tombstone stays.',
    params: messageParams,
    reply: appended,
    refusals: roomRefusals,
  }),
  addReaction: route('PUT', '/chatroom/{chatroom}/messages/{message}/reactions/{emoji}', {
    ...write,
    summary: 'Puts an emoji on a message.',
    params: z.object({ ...messageParams.shape, emoji: emojiSchema }),
    reply: appended,
    refusals: [...roomRefusals, 'message_deleted', 'muted', 'conflict'],
  }),
  removeReaction: route('DELETE', '/chatroom/{chatroom}/messages/{message}/reactions/{emoji}', {
    ...write,
    summary: 'Takes my emoji from a message.',
    params: z.object({ ...messageParams.shape, emoji: emojiSchema }),
    reply: appended,
    refusals: [...roomRefusals, 'message_deleted'],
  }),
  pinMessage: route('PUT', '/chatroom/{chatroom}/messages/{message}/pin', {
    ...write,
    summary: 'Pins a message to its chatroom.',
    params: messageParams,
    reply: appended,
    refusals: [...roomRefusals, 'message_deleted'],
  }),
  unpinMessage: route('DELETE', '/chatroom/{chatroom}/messages/{message}/pin', {
    ...write,
    summary: 'Takes a pinned message down.',
    params: messageParams,
    reply: appended,
    refusals: [...roomRefusals, 'message_deleted'],
  }),
  readThread: route('GET', '/chatroom/{chatroom}/messages/{message}/thread', {
    ...read,
    summary:
      'A thread in pages: its first message and the first answers, then the answers after a number. While `hasNewer` is true, ask again with `after` set to the last message’s `seq`.',
    params: messageParams,
    query: z.object({ after: z._default(z.coerce.number().check(z.int(), z.minimum(0)), 0) }),
    reply: messagePageSchema,
    refusals: roomRefusals,
  }),
  readRevisions: route('GET', '/chatroom/{chatroom}/messages/{message}/revisions', {
    ...read,
    summary: 'What a message said before it was edited or deleted, for those who look after the room.',
    params: messageParams,
    reply: chatOperations['read-revisions'].reply,
    refusals: roomRefusals,
  }),
  reportMessage: route('POST', '/chatroom/{chatroom}/messages/{message}/reports', {
    ...write,
    summary: 'Reports a message to the space’s moderators.',
    params: messageParams,
    body: z.object({ reason: lineSchema(300) }),
    refusals: roomRefusals,
  }),

  uploadFile: route('POST', '/chatroom/{chatroom}/files', {
    ...chat,
    summary:
      'Stores a file for a chatroom; the body is its bytes. Its type is found from the content, images are encoded anew without metadata. It is swept away unless a message sends it.',
    permission: 'use:own',
    scope: 'chat:write',
    limit: 'uploads',
    status: 201,
    params: roomParams,
    query: z.object({
      /** As the person's machine has it; it is cleaned: no folders, no signs that are not seen, at most 120 units. */
      name: z._default(z.string().check(z.maxLength(1_000)), ''),
      /** Of a recording that was made as a voice message, in ms. */
      voiceMs: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(300_000))),
    }),
    reply: z.object({ file: fileSchema }),
    takes: 'bytes',
    refusals: [...roomRefusals, 'too_large', 'unsafe_file', 'muted'],
  }),
  downloadFile: route('GET', '/files/{file}', {
    ...read,
    summary: 'The bytes of a file that I may read. Always an attachment, never to be guessed at.',
    params: z.object({ file: idSchema }),
    gives: 'file',
    refusals: roomRefusals,
  }),

  searchMessages: route('GET', '/spaces/{space}/messages/search', {
    ...read,
    summary: 'Full-text search in all chatrooms of a space that I can read, newest first.',
    permission: 'use:chat',
    params: spaceParams,
    query: z.object({
      query: searchSchema.shape.query,
      chatroomId: z.optional(idSchema),
      from: z.optional(idSchema),
      has: searchSchema.shape.has,
      before: z.optional(instantSchema),
      after: z.optional(instantSchema),
      limit,
      cursor,
    }),
    reply: chatOperations['search-messages'].reply,
    refusals: ['not_found'],
  }),
  listNotices: route('GET', '/spaces/{space}/notices', {
    ...read,
    summary:
      'Messages that mention me or answer me, newest first. What was sent to me alone is unread in its room.',
    permission: 'use:chat',
    params: spaceParams,
    query: z.object({ limit, cursor }),
    reply: chatOperations['list-notices'].reply,
    refusals: ['not_found'],
  }),
  listReports: route('GET', '/spaces/{space}/reports', {
    ...moderate,
    summary: 'The moderators’ queue: reported messages, newest first.',
    limit: 'reads',
    params: spaceParams,
    query: z.object({ status: z._default(z.enum(['open', 'all']), 'open'), limit, cursor }),
    reply: chatOperations['list-reports'].reply,
    refusals: ['not_found'],
  }),
  resolveReport: route('POST', '/spaces/{space}/reports/{report}/resolution', {
    ...moderate,
    summary: 'Settles a report: dismisses it, or deletes the message.',
    params: z.object({ space: spaceKeySchema, report: idSchema }),
    body: z.object({ action: z.enum(['dismiss', 'delete']) }),
    reply: z.object({ report: reportSchema }),
    refusals: ['not_found', 'conflict'],
  }),
  readChatFilters: route('GET', '/spaces/{space}/chat-filters', {
    ...moderate,
    summary: 'Words that the chat of a space refuses or puts into the queue.',
    limit: 'reads',
    params: spaceParams,
    reply: chatOperations['read-filters'].reply,
    refusals: ['not_found'],
  }),
  setChatFilters: route('PUT', '/spaces/{space}/chat-filters', {
    ...moderate,
    summary: 'Replaces the list of filtered words.',
    permission: 'edit:chat-filters',
    params: spaceParams,
    body: z.object({ terms: filtersSchema }),
    reply: chatOperations['set-filters'].reply,
    refusals: ['not_found'],
  }),
  listChatMutes: route('GET', '/spaces/{space}/chat-mutes', {
    ...moderate,
    summary: 'Who may not write in the chat of a space now.',
    limit: 'reads',
    params: spaceParams,
    reply: chatOperations['list-mutes'].reply,
    refusals: ['not_found'],
  }),
  muteInChat: route('PUT', '/spaces/{space}/chat-mutes/{user}', {
    ...moderate,
    summary:
      'Takes somebody’s voice in the chat of a space, for a time or until it is lifted. They can read on.',
    params: spaceUserParams,
    body: z.object({
      reason: chatOperations['mute-person'].input.shape.reason,
      forS: chatOperations['mute-person'].input.shape.forS,
    }),
    reply: z.object({ mute: muteSchema }),
    refusals: ['not_found', 'forbidden'],
  }),
  unmuteInChat: route('DELETE', '/spaces/{space}/chat-mutes/{user}', {
    ...moderate,
    summary: 'Lets somebody write again.',
    params: spaceUserParams,
    refusals: ['not_found', 'forbidden'],
  }),
  readChatFigures: route('GET', '/spaces/{space}/chat-figures', {
    ...chat,
    summary: 'Messages by room, person, day and hour.',
    permission: 'read:chat-figures',
    scope: 'chat:read',
    limit: 'reads',
    params: spaceParams,
    query: z.object({
      days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(90)), 30),
      timeZone: chatOperations['read-figures'].input.shape.timeZone,
    }),
    reply: chatOperations['read-figures'].reply,
    refusals: ['not_found'],
  }),
} as const;
