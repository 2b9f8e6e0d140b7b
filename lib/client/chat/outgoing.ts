import * as z from 'zod/mini';
import { type ChatFile, type Mention, type Message, messageTypes } from '#lib/domain/chat/log.ts';
import type { ClientPayload, ClientReply } from '#lib/protocol/catalogue.ts';
import { fileSchema } from '#lib/protocol/chat/views.ts';
import { idSchema } from '#lib/protocol/common.ts';
import { type ErrorCode, errorCodes } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { OutgoingMessage } from './ChatState.ts';

/** What is still to be uploaded: kept in memory only. */
export interface PendingFile {
  readonly blob: Blob;
  readonly name: string;
  readonly voiceMs: number | null;
}

/** A message of mine that is not known to be stored and shown yet. */
export interface OutboxItem {
  readonly message: OutgoingMessage;
  readonly pending: PendingFile | null;
  /** As the server took it in. */
  readonly file: ChatFile | null;
  /** Tries that came to nothing. */
  readonly attempts: number;
  /** Not before, in ms since 1970. */
  readonly notBeforeMs: number;
  /** Its acknowledgement; the entry is still on its way. */
  readonly ack: ClientReply<'/chat', 'send-message'> | null;
}

/** As it is kept over reloads: no bytes, nothing that is true of one page only. */
const keptSchema = z.object({
  clientId: idSchema,
  roomId: idSchema,
  atMs: z.number(),
  type: z.enum(messageTypes),
  content: z.string(),
  mentions: z.array(idSchema),
  replyTo: z.nullable(idSchema),
  file: z.nullable(fileSchema),
  failedCode: z.nullable(z.enum(errorCodes)),
});

/** Whether it may be kept: one whose file is not there yet cannot be sent after a reload. */
export const isKeepable = ({ message, file }: OutboxItem): boolean => message.file === null || file !== null;

export function itemToText({ message, file }: OutboxItem): string {
  const { clientId, roomId, atMs, type, content, mentions, replyTo, status } = message;
  const code = status.kind === 'failed' && status.retryAtMs === null ? status.code : 'offline';
  const failedCode: ErrorCode | null = code === 'offline' ? null : code;
  return JSON.stringify({ clientId, roomId, atMs, type, content, mentions, replyTo, file, failedCode });
}

/** Null when the text is not one of ours: other versions, other hands. */
export function itemFromText(text: string): OutboxItem | null {
  const kept = keptSchema.safeParse(jsonOf(text));
  if (!kept.success) return null;
  const { failedCode, file, ...rest } = kept.data;
  const status =
    failedCode === null
      ? { kind: 'waiting' as const }
      : { kind: 'failed' as const, code: failedCode, retryAtMs: null };
  const shownFile = file === null ? null : { id: file.id, name: file.name, progress: 1 };
  return newItem({ ...rest, file: shownFile, status }, { file });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function newItem(message: OutgoingMessage, more: Partial<OutboxItem> = {}): OutboxItem {
  return { message, pending: null, file: null, attempts: 0, notBeforeMs: 0, ack: null, ...more };
}

/** What goes out. */
export function sendInputOf({ message, file }: OutboxItem): ClientPayload<'/chat', 'send-message'> {
  const { roomId, clientId, content, type, replyTo, mentions } = message;
  return {
    roomId,
    clientId,
    message: content,
    type,
    replyTo,
    fileId: file?.id ?? null,
    mentions: [...mentions],
  };
}

/** The message as the server must have stored it, until its entry says so itself. */
export function messageOf(
  item: OutboxItem,
  ack: NonNullable<OutboxItem['ack']>,
  known: {
    readonly selfId: string;
    readonly people: ReadonlyMap<string, PersonView>;
    readonly answered: Message | null;
  },
): Message {
  const { roomId, clientId, type, content, mentions, replyTo } = item.message;
  const { selfId, people, answered } = known;
  return {
    id: ack.id,
    roomId,
    seq: ack.seq,
    clientId,
    userId: selfId,
    at: ack.at,
    type,
    content,
    mentions: mentions.flatMap((userId): Mention[] => {
      const name = people.get(userId)?.name;
      return name === undefined ? [] : [{ userId, name }];
    }),
    file: item.file,
    replyTo,
    threadId: answered === null ? replyTo : (answered.threadId ?? answered.id),
    replyCount: 0,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    reactions: [],
  };
}
