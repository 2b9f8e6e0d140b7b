import { cachedEntries } from '#lib/domain/chat/limits.ts';
import { applyToMessage, type LogEntry, type Message } from '#lib/domain/chat/log.ts';
import type { StoredEntry } from '../../persistence/ports.ts';

/** The end of a room's log as a cache keeps it: without a gap, messages as they stand now. */
export interface RecentEnd {
  readonly entries: readonly StoredEntry[];
  readonly lastSeq: number;
}

/** Whether an entry changes the row of a message before it. */
export const changesRows = (entry: StoredEntry): boolean =>
  entry.kind !== 'message' || entry.message.threadId !== null;

/**
 * The end of a room after entries that follow it; those that are in it already are passed over. `null`: there would be a
 * gap, and the room is to be forgotten.
 */
export function appendToEnd(end: RecentEnd, appended: readonly StoredEntry[]): RecentEnd | null {
  const entries = [...end.entries];
  let { lastSeq } = end;
  for (const entry of appended) {
    if (entry.seq <= lastSeq) continue;
    if (entry.seq !== lastSeq + 1) return null;
    entries.push(entry);
    lastSeq = entry.seq;
    changeRows(entries, entry);
  }
  return { entries: entries.slice(-cachedEntries), lastSeq };
}

/** Rows that an entry concerns stand as they are now, as in the log. */
function changeRows(entries: StoredEntry[], entry: StoredEntry): void {
  if (entry.kind === 'message') {
    const { threadId } = entry.message;
    if (threadId !== null)
      replace(entries, threadId, (first) => ({ ...first, replyCount: first.replyCount + 1 }));
    return;
  }
  replace(entries, entry.messageId, (message) => applyToMessage(message, toLogEntry(entry)));
  if (entry.kind === 'delete') emptyEdits(entries, entry.messageId);
}

function replace(entries: StoredEntry[], messageId: string, change: (message: Message) => Message): void {
  const index = entries.findIndex((entry) => entry.kind === 'message' && entry.message.id === messageId);
  const found = entries[index];
  if (found?.kind === 'message') entries[index] = { ...found, message: change(found.message) };
}

/** A text that was deleted stands nowhere any more. */
function emptyEdits(entries: StoredEntry[], messageId: string): void {
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'edit' || entry.messageId !== messageId) continue;
    entries[index] = { ...entry, content: '', mentions: [] };
  }
}

/** A stored entry upon a message as the rules of the log know it. */
function toLogEntry(entry: Exclude<StoredEntry, { kind: 'message' }>): LogEntry {
  const { roomId: _, clientId: __, ...rest } = entry;
  return rest;
}
