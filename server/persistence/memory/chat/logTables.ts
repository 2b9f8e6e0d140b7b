import type { Message } from '#lib/domain/chat/log.ts';
import { sendKey } from '../../chatAppendState.ts';
import type { StoredEntry } from '../../ports/chat.ts';
import { pair, type Tables } from '../tables.ts';

/** Numbers have no gaps: entry `seq` stands at `seq - 1`. */
export const entriesOf = (tables: Tables, roomId: string): StoredEntry[] =>
  tables.chatEntries.get(roomId) ?? [];

export const messagesOf = (tables: Tables, roomId: string): Message[] =>
  entriesOf(tables, roomId).flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));

export function findMessage(tables: Tables, id: string): Message | null {
  const place = tables.chatMessages.get(id);
  if (place === undefined) return null;
  const entry = entriesOf(tables, place.roomId)[place.seq - 1];
  return entry?.kind === 'message' ? entry.message : null;
}

export const originalKey = (roomId: string, seq: number): string => pair(roomId, String(seq));

/** Takes out a room's log with all that leads to it. */
export function forgetLog(tables: Tables, roomId: string): void {
  for (const entry of entriesOf(tables, roomId)) {
    tables.chatSends.delete(sendKey(entry));
    tables.chatOriginals.delete(originalKey(roomId, entry.seq));
    if (entry.kind === 'message') tables.chatMessages.delete(entry.message.id);
  }
  tables.chatEntries.delete(roomId);
}
