import type { Store } from '#server/persistence/ports.ts';
import type { StoredRoom } from './History.ts';

/** More than any run writes. */
const wholeRoom = 100_000;

/** What the database holds of a room: its log, and the first words of each message. */
export async function readStored({ chatLog }: Store, roomId: string): Promise<StoredRoom> {
  const entries = await chatLog.entriesAfter(roomId, 0, wholeRoom);
  const originals = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind !== 'message') continue;
    const [first] = await chatLog.revisions(roomId, entry.message.id);
    originals.set(entry.message.id, first?.content ?? '');
  }
  return { roomId, entries, originals };
}
