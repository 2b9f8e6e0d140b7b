import { describe, expect, it } from 'vitest';
import { renderPage } from '#components/testing/renderPage.tsx';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { testRoom } from '#hooks/chat/rooms/testing/testRoom.ts';
import { pendingChat } from '#lib/client/chat/pendingChat.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { RoomHead } from '../RoomHead.tsx';
import { RoomTalkProvider } from '../RoomTalkProvider.tsx';

const roomId = '0190c000-0000-7000-b000-000000000001';

const general = testRoom({ id: roomId, isDefault: true, memberCount: 2 });

/** How something that is named so looks in the markup. */
const named = (name: string): string => `aria-label=${JSON.stringify(name)}`;

const nothing = () => undefined;

/** The head of a room on the full page, where no map is. */
function headOf(room: Partial<ChatroomView>, locale: 'en' | 'de' = 'en'): string {
  const shown = { ...general, ...room };
  const rooms = new Map([[roomId, shown]]);
  const state = { ...pendingChat.getState(), rooms };
  const place = { spaceId: general.spaceId, slug: 'office', name: 'Office' };
  return renderPage(
    <ChatPlaceProvider place={{ ...place, subject: { account: 'account', role: 'member' } }}>
      <ChatProvider chat={{ ...pendingChat, getState: () => state }}>
        <RoomTalkProvider room={shown} threadId={null} onMode={nothing} onShowThread={nothing}>
          <RoomHead onPins={nothing} onSearch={nothing} />
        </RoomTalkProvider>
      </ChatProvider>
    </ChatPlaceProvider>,
    { locale, viewer: null },
  );
}

describe('the call of a room, on the full page', () => {
  it('begins with one button of the head, which leads to the map', () => {
    const head = headOf({});
    expect(head).toContain(`href="/space/office?call=${roomId}"`);
    expect(head).toContain(named('Start a call'));
    expect(head).not.toContain('Call of this room');
    expect(headOf({}, 'de')).toContain(named('Anruf beginnen'));
  });

  it('has a bar of its own while somebody is in it: who, and the way to join', () => {
    const callPeople = [{ id: roomId, name: 'Jonas', cast: 'mira' }];
    const head = headOf({ callPeople });
    expect(head).toContain(named('Call of this room'));
    expect(head).toContain('Jonas');
    expect(head).toContain('1 in the call');
    expect(head).toContain('Join the call');
    expect(head).not.toContain('Start a call');
  });

  it.each([{ role: null }, { kind: 'bubble' as const }])('is not there for %o', (room) => {
    expect(headOf(room)).not.toContain('room-call');
  });
});
