import type { ChatroomView } from '#lib/protocol/chat/views.ts';

export interface UnreadTotals {
  /** Unread messages of all rooms that I am in. */
  readonly unread: number;
  /** Those among them that are for me in particular. */
  readonly mentions: number;
}

/** Sums over the rooms that I am a member of; none before they are known. */
export function unreadTotals(rooms: ReadonlyMap<string, ChatroomView> | null): UnreadTotals {
  let unread = 0;
  let mentions = 0;
  for (const room of rooms?.values() ?? []) {
    if (room.role === null) continue;
    unread += room.unreadCount;
    mentions += room.mentionCount;
  }
  return { unread, mentions };
}
