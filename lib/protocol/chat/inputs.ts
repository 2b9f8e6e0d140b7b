import * as z from 'zod/mini';
import { messageLengthMost, slowModeSMost } from '#lib/domain/chat/limits.ts';
import { wordsPattern } from '#lib/domain/chat/words.ts';
import { idSchema, visibleSign } from '../common.ts';
import { instantSchema, lineSchema } from '../rest/common.ts';
import { messageTypeSchema, roomRoleSchema, seqSchema } from './views.ts';

/**
 * Words of a message: up to 2 000 UTF-16 units, lines and tabs allowed, no other control signs, no direction overrides,
 * no halves of characters.
 */
export const contentSchema = z
  .string()
  .check(z.trim(), z.maxLength(messageLengthMost), z.regex(wordsPattern));

const emojiLengthMost = 32;

/**
 * One emoji, as a sequence of code points that is drawn as one: no letters, no words. Each sign is met in one way only:
 * texts that are too long come before the pattern, too, and it must not try all ways to read them.
 */
export const emojiSchema = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(emojiLengthMost),
    z.regex(
      /^(?:[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{RI}\p{EMod}\u{e0020}-\u{e007f}]|\u200d|\ufe0f|[0-9#*]\ufe0f?\u20e3)+$/u,
    ),
    z.refine(isOneSign),
  );

/** Whether a text is drawn as one sign (an extended grapheme cluster, UAX #29). */
function isOneSign(text: string): boolean {
  if (text.length > emojiLengthMost) return false;
  return [...new Intl.Segmenter('en').segment(text)].length === 1;
}

const roomNameSchema = lineSchema(60).check(z.minLength(1), z.regex(visibleSign));

/** Where and with which id of the sender's own. Without an id a retry cannot be told from a second message. */
const act = { roomId: idSchema, clientId: z.optional(idSchema) };

export const sendSchema = z.object({
  ...act,
  message: z._default(contentSchema, ''),
  type: z._default(messageTypeSchema, 'text'),
  replyTo: z.optional(z.nullable(idSchema)),
  /** A file that the sender uploaded for this room and sent nowhere yet. */
  fileId: z.optional(z.nullable(idSchema)),
  /** Whom the text means by `@name`; who is not in the room is left out. */
  mentions: z._default(z.array(idSchema).check(z.maxLength(50)), []),
});

export const editSchema = z.object({
  ...act,
  messageId: idSchema,
  message: contentSchema.check(z.minLength(1)),
  mentions: z._default(z.array(idSchema).check(z.maxLength(50)), []),
});

export const onMessageSchema = z.object({ ...act, messageId: idSchema });
export const reactSchema = z.object({ ...act, messageId: idSchema, emoji: emojiSchema, isOn: z.boolean() });
export const pinSchema = z.object({ ...act, messageId: idSchema, isOn: z.boolean() });

/** Names the room as `roomId` or, as SPEC's older names have it, `chatroomId`; alone it may be the id itself. */
export const roomRefSchema = z.union([
  z.object({ roomId: idSchema }),
  z.pipe(
    z.object({ chatroomId: idSchema }),
    z.transform(({ chatroomId }) => ({ roomId: chatroomId })),
  ),
  z.pipe(
    idSchema,
    z.transform((roomId) => ({ roomId })),
  ),
]);

/**
 * Which stretch of a room: the latest messages, or those before or after a number, or around a number, a message or an
 * instant. At most one of them counts, in this order.
 */
export const historySchema = z.object({
  roomId: idSchema,
  beforeSeq: z.optional(seqSchema),
  afterSeq: z.optional(seqSchema),
  aroundSeq: z.optional(seqSchema),
  aroundMessageId: z.optional(idSchema),
  at: z.optional(instantSchema),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
});

/** Which stretch of a thread: its first message and the first answers, or the answers after a number. */
export const threadSchema = z.object({
  roomId: idSchema,
  /** Any message of the thread. */
  messageId: idSchema,
  afterSeq: z._default(seqSchema, 0),
});

export const createRoomSchema = z.object({
  spaceId: idSchema,
  name: roomNameSchema,
  description: z._default(lineSchema(200), ''),
  isPrivate: z._default(z.boolean(), false),
});

export const editRoomSchema = z.object({
  roomId: idSchema,
  name: z.optional(roomNameSchema),
  description: z.optional(lineSchema(200)),
  isPrivate: z.optional(z.boolean()),
  slowModeS: z.optional(z.int().check(z.minimum(0), z.maximum(slowModeSMost))),
});

export const roomPersonSchema = z.object({ roomId: idSchema, userId: idSchema });
export const setMemberSchema = z.object({ ...roomPersonSchema.shape, role: roomRoleSchema });

export const searchSchema = z.object({
  spaceId: idSchema,
  /** Words as people type them: quotes and minus work, nothing is an error. Without words the filters say what is meant. */
  query: lineSchema(200),
  roomId: z.optional(idSchema),
  fromUserId: z.optional(idSchema),
  has: z.optional(z.enum(['file', 'image', 'voice', 'link'])),
  before: z.optional(instantSchema),
  after: z.optional(instantSchema),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 20),
  cursor: z.optional(z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9_-]+$/))),
});

export const filtersSchema = z
  .array(z.object({ term: lineSchema(60).check(z.minLength(2)), action: z.enum(['refuse', 'review']) }))
  .check(z.maxLength(500));

export type SendInput = z.output<typeof sendSchema>;
export type EditInput = z.output<typeof editSchema>;
export type HistoryInput = z.output<typeof historySchema>;
export type ThreadInput = z.output<typeof threadSchema>;
export type SearchInput = z.output<typeof searchSchema>;
