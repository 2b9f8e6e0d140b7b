import { cachedEntries } from '#lib/domain/chat/limits.ts';
import type { RecentEntries } from '../../chat/ports.ts';
import { appendToEnd, type RecentEnd } from './recentEnd.ts';

/** Rooms that are kept where nothing else is said: about 100 MB when all are full of long messages. */
const roomsMost = 1_000;

/** The latest entries of active rooms in the memory of this process; the rooms that were untouched longest go first. */
export function createMemoryRecentEntries(options: { roomsMost?: number } = {}): RecentEntries {
  const most = options.roomsMost ?? roomsMost;
  const rooms = new Map<string, RecentEnd>();
  const keep = (roomId: string, end: RecentEnd): void => {
    rooms.delete(roomId);
    rooms.set(roomId, end);
    const [oldest] = rooms.keys();
    if (rooms.size > most && oldest !== undefined) rooms.delete(oldest);
  };
  return {
    async read(roomId) {
      const end = rooms.get(roomId);
      if (end === undefined) return null;
      keep(roomId, end);
      return { entries: [...end.entries], lastSeq: end.lastSeq };
    },
    async fill(roomId, entries, lastSeq) {
      if ((rooms.get(roomId)?.lastSeq ?? -1) >= lastSeq) return;
      keep(roomId, { entries: entries.slice(-cachedEntries), lastSeq });
    },
    async append(roomId, entries) {
      // A new room is known from its first entry on; of another one it is not known what stands before.
      const known = rooms.get(roomId) ?? (entries[0]?.seq === 1 ? { entries: [], lastSeq: 0 } : null);
      if (known === null) return;
      const end = appendToEnd(known, entries);
      if (end === null) rooms.delete(roomId);
      else keep(roomId, end);
    },
    async forget(roomId) {
      rooms.delete(roomId);
    },
    async close() {
      rooms.clear();
    },
  };
}
