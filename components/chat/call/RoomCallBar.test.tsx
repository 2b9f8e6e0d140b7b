import { describe, expect, it } from 'vitest';
import { renderPage } from '#components/testing/renderPage.tsx';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { pendingChat } from '#lib/client/chat/pendingChat.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { RoomCallBar } from './RoomCallBar.tsx';

const roomId = '0190c000-0000-7000-b000-000000000001';

const general: ChatroomView = {
  id: roomId,
  spaceId: '0190c000-0000-7000-8000-000000000001',
  kind: 'room',
  name: 'General',
  description: '',
  isPrivate: false,
  isDefault: true,
  slowModeS: 0,
  createdAt: '2026-11-22T09:00:00.000Z',
  version: 1,
  role: 'member',
  memberCount: 2,
  lastSeq: 0,
  lastMessageAt: null,
  readSeq: 0,
  unreadCount: 0,
  mentionCount: 0,
  other: null,
  callPeople: [],
};

/** The bar on the full page, where no map is. */
function barOf(room: Partial<ChatroomView>, locale: 'en' | 'de' = 'en'): string {
  const rooms = new Map([[roomId, { ...general, ...room }]]);
  const state = { ...pendingChat.getState(), rooms };
  const place = { spaceId: general.spaceId, slug: 'office', name: 'Office' };
  return renderPage(
    <ChatPlaceProvider place={{ ...place, subject: { account: 'account', role: 'member' } }}>
      <ChatProvider chat={{ ...pendingChat, getState: () => state }}>
        <RoomCallBar roomId={roomId} />
      </ChatProvider>
    </ChatPlaceProvider>,
    { locale, viewer: null },
  );
}

describe('the bar of a room’s call, on the full page', () => {
  it('leads to the map to begin one', () => {
    const bar = barOf({});
    expect(bar).toContain(`href="/space/office?call=${roomId}"`);
    expect(bar).toContain('Start a call');
    expect(barOf({}, 'de')).toContain('Anruf beginnen');
  });

  it('names who is in it, and leads there to join', () => {
    const callPeople = [{ id: roomId, name: 'Jonas', cast: 'mira' }];
    const bar = barOf({ callPeople });
    expect(bar).toContain('Jonas');
    expect(bar).toContain('1 in the call');
    expect(bar).toContain('Join the call');
  });

  it.each([{ role: null }, { kind: 'bubble' as const }])('is not there for %o', (room) => {
    expect(barOf(room)).not.toContain('room-call');
  });
});
