import { applyToMessage, type LogEntry, type Message } from './log.ts';

/** An entry as it came. */
export interface HeldEntry {
  readonly entry: LogEntry;
  /**
   * Up to which number the message that it carries was already brought up to date: a replay carries messages as they
   * stand at its end, not as they were written.
   */
  readonly asOf: number;
  /** Put together here from an acknowledgement; the server's own takes its place when it comes. */
  readonly isGuess: boolean;
}

/** A stretch of messages while entries are applied to it: changed in place, seen by nobody else. */
export interface TimelineDraft {
  readonly messages: Message[];
  readonly quoted: Map<string, Message>;
  /** Messages that contain more than the others, and up to which number: older entries pass them by. */
  readonly freshAt: Map<string, number>;
  /** Whether new messages follow at its end. */
  readonly isAtEnd: boolean;
  lastSeq: number;
}

/** Applies the entry that follows `lastSeq`. */
export function applyNext(draft: TimelineDraft, { entry, asOf }: HeldEntry): void {
  draft.lastSeq = entry.seq;
  if (entry.kind === 'hidden') return;
  if (entry.kind !== 'message') {
    change(draft, entry.messageId, entry.seq, (message) => applyToMessage(message, entry));
    return;
  }
  const { message } = entry;
  if (message.threadId !== null) change(draft, message.threadId, entry.seq, withOneMoreReply);
  if (!draft.isAtEnd || draft.messages.some(({ id }) => id === message.id)) return;
  draft.messages.push(message);
  if (asOf > entry.seq) draft.freshAt.set(message.id, asOf);
}

function withOneMoreReply(message: Message): Message {
  return { ...message, replyCount: message.replyCount + 1 };
}

function change(draft: TimelineDraft, id: string, seq: number, next: (message: Message) => Message): void {
  if ((draft.freshAt.get(id) ?? 0) >= seq) return;
  const index = draft.messages.findLastIndex((message) => message.id === id);
  const held = draft.messages[index];
  if (held !== undefined) draft.messages[index] = next(held);
  const quoted = draft.quoted.get(id);
  if (quoted !== undefined) draft.quoted.set(id, next(quoted));
}

/** Those messages that are answered here and stand outside, as far as they are among `known`. */
export function quotedOf(messages: readonly Message[], known: Iterable<Message>): Map<string, Message> {
  const here = new Set(messages.map(({ id }) => id));
  const wanted = new Set(messages.flatMap(({ replyTo }) => (replyTo === null ? [] : [replyTo])));
  const quoted = new Map<string, Message>();
  for (const message of known) {
    if (wanted.has(message.id) && !here.has(message.id)) quoted.set(message.id, message);
  }
  return quoted;
}
