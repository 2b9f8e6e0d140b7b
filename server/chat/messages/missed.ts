import type { Missed } from '#lib/protocol/chat/views.ts';
import { namedInEntries, toMissedEntry } from '../telling/entryViews.ts';
import type { MessageDeps } from './deps.ts';

/**
 * What somebody missed in a room, as they may see it. Whether they may read the room has been judged before.
 *
 * @param lastSeq the room's latest number as just read; `null`: what is known of it here.
 */
export async function toMissed(
  deps: Pick<MessageDeps, 'access' | 'bubbles' | 'missed' | 'people'>,
  userId: string,
  roomId: string,
  afterSeq: number,
  lastSeq: number | null,
): Promise<Missed> {
  const since = deps.bubbles.since(roomId, userId) ?? 0;
  const following = await deps.missed.after(roomId, afterSeq, lastSeq);
  if (following.kind === 'reload' || afterSeq < since) {
    return { roomId, kind: 'reload', entries: [], people: [], lastSeq: following.lastSeq };
  }
  const separated = await deps.access.separatedFrom(userId);
  const entries = following.entries.map((entry) => toMissedEntry(entry, separated));
  const people = await deps.people.views(namedInEntries(entries));
  return { roomId, kind: 'entries', entries, people, lastSeq: following.lastSeq };
}
