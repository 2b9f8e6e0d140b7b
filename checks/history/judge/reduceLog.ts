import { applyToMessage, type LogEntry, type Message } from '#lib/domain/chat/log.ts';
import type { StoredEntry } from '#server/persistence/ports.ts';
import type { StoredRoom } from '../History.ts';

/** The message as it was when it was new. */
const freshMessage = (message: Message, content: string): Message => ({
  ...message,
  content,
  replyCount: 0,
  editedAt: null,
  deletedAt: null,
  pinnedAt: null,
  reactions: [],
});

export function asLogEntry(entry: StoredEntry): LogEntry {
  const { roomId: _roomId, clientId: _clientId, ...rest } = entry;
  return rest.kind === 'message'
    ? { kind: 'message', seq: rest.seq, at: rest.at, message: rest.message }
    : rest;
}

/** A room's messages after the entries up to a number (all by default), made of their first words and the events alone. */
export function reduceLog({ entries, originals }: StoredRoom, upTo = Number.POSITIVE_INFINITY): Message[] {
  const messages = new Map<string, Message>();
  for (const entry of entries) {
    if (entry.seq > upTo) break;
    if (entry.kind === 'message') addMessage(messages, entry.message, originals);
    else {
      const message = messages.get(entry.messageId);
      if (message !== undefined) messages.set(message.id, applyToMessage(message, asLogEntry(entry)));
    }
  }
  return [...messages.values()];
}

function addMessage(
  messages: Map<string, Message>,
  message: Message,
  originals: StoredRoom['originals'],
): void {
  messages.set(message.id, freshMessage(message, originals.get(message.id) ?? ''));
  const first = message.threadId === null ? undefined : messages.get(message.threadId);
  if (first !== undefined) messages.set(first.id, { ...first, replyCount: first.replyCount + 1 });
}
