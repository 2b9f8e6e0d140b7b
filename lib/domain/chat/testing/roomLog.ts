import { applyToMessage, type LogEntry, type Message } from '../log.ts';
import type { TimelinePage } from '../timeline.ts';

/** Something that happens in a room; `target` picks one of the messages that are there. */
export type Act =
  | { readonly kind: 'message'; readonly by: number; readonly repliesTo: number | null }
  | { readonly kind: 'edit'; readonly target: number }
  | { readonly kind: 'delete'; readonly target: number }
  | {
      readonly kind: 'react';
      readonly target: number;
      readonly by: number;
      readonly emoji: number;
      readonly isOn: boolean;
    }
  | { readonly kind: 'pin'; readonly target: number; readonly isOn: boolean }
  | { readonly kind: 'hidden' };

/** A room's log as a server has it: the truth that a timeline is compared with. */
export interface RoomLog {
  readonly lastSeq: number;
  /** All messages as they stood at a number. */
  messagesAt(seq: number): readonly Message[];
  /** Entries as they were written. */
  live(fromSeq: number, toSeq: number): LogEntry[];
  /** Entries with their messages as they stand at the end of the stretch. */
  replay(afterSeq: number, toSeq: number): LogEntry[];
  page(
    where: {
      readonly beforeSeq?: number;
      readonly afterSeq?: number;
      readonly aroundSeq?: number;
      readonly limit: number;
    },
    atSeq: number,
  ): TimelinePage;
}

const roomId = 'room';
const instant = (seq: number) => new Date(1_700_000_000_000 + seq * 1_000).toISOString();

/** Carries out acts; those that name a message before there is one do nothing. */
export function createRoomLog(acts: readonly Act[]): RoomLog {
  const states: (readonly Message[])[] = [[]];
  const entries: LogEntry[] = [];
  for (const act of acts) {
    const messages = states.at(-1) ?? [];
    const entry = entryOf(act, entries.length + 1, messages);
    if (entry === null) continue;
    entries.push(entry);
    states.push(after(messages, entry));
  }
  const messagesAt = (seq: number) => states[seq] ?? [];

  return {
    lastSeq: entries.length,
    messagesAt,
    live: (fromSeq, toSeq) => entries.slice(fromSeq - 1, toSeq),
    replay: (afterSeq, toSeq) =>
      entries.slice(afterSeq, toSeq).map((entry) => asItStands(entry, messagesAt(toSeq))),
    page(where, atSeq) {
      const all = messagesAt(atSeq);
      const { from, to } = rangeOf(all, where);
      const messages = all.slice(from, to);
      const answered = new Set(messages.map(({ replyTo }) => replyTo));
      const quoted = all.filter((message) => answered.has(message.id) && !messages.includes(message));
      return { messages, quoted, hasOlder: from > 0, hasNewer: to < all.length, lastSeq: atSeq };
    },
  };
}

function rangeOf(
  all: readonly Message[],
  where: {
    readonly beforeSeq?: number;
    readonly afterSeq?: number;
    readonly aroundSeq?: number;
    readonly limit: number;
  },
): { from: number; to: number } {
  const { beforeSeq, afterSeq, aroundSeq, limit } = where;
  const countTo = (seq: number) => all.filter((message) => message.seq <= seq).length;
  if (beforeSeq !== undefined) {
    const to = countTo(beforeSeq - 1);
    return { from: Math.max(0, to - limit), to };
  }
  if (afterSeq !== undefined) {
    const from = countTo(afterSeq);
    return { from, to: Math.min(all.length, from + limit) };
  }
  if (aroundSeq !== undefined) {
    const from = Math.max(0, countTo(aroundSeq) - Math.ceil(limit / 2));
    return { from, to: Math.min(all.length, from + limit) };
  }
  return { from: Math.max(0, all.length - limit), to: all.length };
}

function asItStands(entry: LogEntry, messages: readonly Message[]): LogEntry {
  if (entry.kind !== 'message') return entry;
  const message = messages.find(({ id }) => id === entry.message.id);
  return message === undefined ? entry : { ...entry, message };
}

function after(messages: readonly Message[], entry: LogEntry): readonly Message[] {
  if (entry.kind === 'hidden') return messages;
  if (entry.kind !== 'message') {
    return messages.map((message) =>
      message.id === entry.messageId ? applyToMessage(message, entry) : message,
    );
  }
  const { threadId } = entry.message;
  const counted = messages.map((message) =>
    message.id === threadId ? { ...message, replyCount: message.replyCount + 1 } : message,
  );
  return [...counted, entry.message];
}

function entryOf(act: Act, seq: number, messages: readonly Message[]): LogEntry | null {
  const at = instant(seq);
  if (act.kind === 'hidden') return { kind: 'hidden', seq, at };
  if (act.kind === 'message') return { kind: 'message', seq, at, message: messageOf(act, seq, messages) };
  const message = messages[act.target % Math.max(1, messages.length)];
  if (message === undefined) return null;
  const upon = { seq, at, userId: message.userId, messageId: message.id };
  if (act.kind === 'edit') {
    const isGone = message.deletedAt !== null;
    return { kind: 'edit', ...upon, content: isGone ? '' : `edited at ${seq}`, mentions: [] };
  }
  if (act.kind === 'delete') return { kind: 'delete', ...upon };
  if (act.kind === 'pin') return { kind: 'pin', ...upon, isOn: act.isOn };
  return { kind: 'react', ...upon, userId: `user ${act.by}`, emoji: `emoji ${act.emoji}`, isOn: act.isOn };
}

function messageOf(
  { by, repliesTo }: Extract<Act, { kind: 'message' }>,
  seq: number,
  messages: readonly Message[],
): Message {
  const answered = repliesTo === null ? undefined : messages[repliesTo % Math.max(1, messages.length)];
  return plainMessage({
    seq,
    userId: `user ${by}`,
    replyTo: answered?.id ?? null,
    threadId: answered === undefined ? null : (answered.threadId ?? answered.id),
  });
}

/** A message with everything that tests do not care about. */
export function plainMessage(more: Partial<Message> & Pick<Message, 'seq'>): Message {
  const { seq } = more;
  return {
    id: `message ${seq}`,
    roomId,
    clientId: `client ${seq}`,
    userId: 'user 0',
    at: instant(seq),
    type: 'text',
    content: `words of ${seq}`,
    mentions: [],
    file: null,
    replyTo: null,
    threadId: null,
    replyCount: 0,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    reactions: [],
    ...more,
  };
}
