import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/**
 * A room after the server told it anew. What was read a little earlier than entries that have come since keeps their
 * counts; a read mark that is still on its way is not taken back.
 */
export function afterView(known: ChatroomView | undefined, view: ChatroomView): ChatroomView {
  if (known === undefined) return view;
  if (view.version < known.version) return known;
  const isBehind = view.lastSeq < known.lastSeq;
  const counted = isBehind
    ? {
        ...view,
        lastSeq: known.lastSeq,
        lastMessageAt: known.lastMessageAt,
        unreadCount: known.unreadCount,
        mentionCount: known.mentionCount,
      }
    : view;
  return known.readSeq > view.readSeq ? afterRead(counted, known.readSeq, null) : counted;
}

/** A room after entries that this page heard live: those that its counts contain already change nothing. */
export function afterEntries(
  room: ChatroomView,
  entries: readonly LogEntry[],
  selfId: string | null,
): ChatroomView {
  const news = entries.filter(({ seq }) => seq > room.lastSeq);
  if (news.length === 0) return room;
  const written = news.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  const unread = written.filter(({ userId, seq }) => userId !== selfId && seq > room.readSeq);
  return {
    ...room,
    lastSeq: news.reduce((last, { seq }) => Math.max(last, seq), room.lastSeq),
    lastMessageAt: written.at(-1)?.at ?? room.lastMessageAt,
    unreadCount: room.unreadCount + unread.length,
    mentionCount: room.mentionCount + unread.filter((message) => isForMe(room, message, selfId)).length,
  };
}

function isForMe(room: ChatroomView, message: Message, selfId: string | null): boolean {
  return room.kind === 'direct' || message.mentions.some(({ userId }) => userId === selfId);
}

/**
 * A room after I have read up to a number. What stays unread is counted in `messages`, a stretch that reaches to the
 * room's end, when there is one; else it is as it was until the server tells it anew.
 */
export function afterRead(
  room: ChatroomView,
  seq: number,
  messages: readonly Message[] | null,
  selfId: string | null = null,
): ChatroomView {
  if (seq <= room.readSeq && room.unreadCount === 0) return room;
  const read = { ...room, readSeq: Math.max(seq, room.readSeq) };
  if (seq >= room.lastSeq) return { ...read, unreadCount: 0, mentionCount: 0 };
  const isCovered = messages !== null && (messages[0]?.seq ?? Number.POSITIVE_INFINITY) <= seq + 1;
  if (!isCovered) return read;
  const unread = messages.filter((message) => message.seq > seq && message.userId !== selfId);
  const mentions = unread.filter((message) => isForMe(room, message, selfId));
  return { ...read, unreadCount: unread.length, mentionCount: mentions.length };
}
