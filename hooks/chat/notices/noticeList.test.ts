import { describe, expect, it } from 'vitest';
import type { Notice } from '#lib/protocol/chat/views.ts';
import { isWorthTelling, joinedNotices } from './noticeList.ts';

const notice = (messageId: string, minute: number): Notice => ({
  kind: 'mention',
  roomId: 'room',
  roomName: 'General',
  messageId,
  seq: minute,
  from: { id: 'mira', name: 'Mira', cast: 'mira' },
  excerpt: 'Hello',
  at: new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString(),
});
const ids = (notices: readonly Notice[]) => notices.map(({ messageId }) => messageId);

describe('notices', () => {
  it('that came in stand before those that were read, each once', () => {
    const live = [notice('c', 3), notice('b', 2)];
    expect(ids(joinedNotices(live, [notice('b', 2), notice('a', 1)]))).toEqual(['c', 'b', 'a']);
    expect(joinedNotices([], [])).toEqual([]);
  });

  it.each([
    ['room', true, false],
    ['room', false, true],
    ['other', true, true],
    [null, true, true],
  ])('are told while %s is open and the page visible is %s: %s', (openRoomId, isVisible, is) => {
    expect(isWorthTelling({ roomId: 'room' }, { openRoomId, isVisible })).toBe(is);
  });
});
