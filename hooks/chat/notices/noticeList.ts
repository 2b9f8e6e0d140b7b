import type { Notice } from '#lib/protocol/chat/views.ts';

/** What makes a notice one: a message can be for me in one way only. */
export const noticeKey = ({ roomId, messageId }: Pick<Notice, 'roomId' | 'messageId'>): string =>
  `${roomId} ${messageId}`;

/** Those that came in while the page was open in front of those that were read, each once, newest first. */
export function joinedNotices(live: readonly Notice[], read: readonly Notice[]): readonly Notice[] {
  const all = new Map<string, Notice>();
  for (const notice of [...live, ...read]) {
    if (!all.has(noticeKey(notice))) all.set(noticeKey(notice), notice);
  }
  return [...all.values()].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

interface Looking {
  /** The room that is looked at. */
  readonly openRoomId: string | null;
  /** Whether the page is in front. */
  readonly isVisible: boolean;
}

/** Whether somebody is told of a notice in words: not while they look at the very room. */
export const isWorthTelling = ({ roomId }: Pick<Notice, 'roomId'>, looking: Looking): boolean =>
  !looking.isVisible || looking.openRoomId !== roomId;
