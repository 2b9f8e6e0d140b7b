import type { StoredEntry } from '../../persistence/ports.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { RecentRooms } from '../sync/RecentRooms.ts';
import type { CarryOut } from '../telling/CarryOut.ts';
import type { Newsroom } from '../telling/Newsroom.ts';

export interface TellWrittenDeps {
  readonly bubbles: BubbleRooms;
  readonly recent: RecentRooms;
  readonly newsroom: Newsroom;
  readonly carryOut: CarryOut;
}

/**
 * Entries that were committed go into the cache, so that whoever wrote them reads them there, and out to everybody. What
 * is said in a bubble stays in this process. Never rejects.
 */
export async function tellWritten(
  { bubbles, recent, newsroom, carryOut }: TellWrittenDeps,
  roomId: string,
  entries: StoredEntry[],
): Promise<void> {
  if (bubbles.has(roomId)) {
    carryOut.apply({ kind: 'entries', roomId, entries });
    return;
  }
  await recent.append(roomId, entries);
  await newsroom.publish({ kind: 'entries', roomId, entries });
}
