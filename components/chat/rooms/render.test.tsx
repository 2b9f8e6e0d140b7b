import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { type ChatPlace, ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { testRoom } from '#hooks/chat/rooms/testing/testRoom.ts';
import type { ChatState } from '#lib/client/chat/ChatState.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { type Locale, locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { renderPage } from '../../testing/renderPage.tsx';
import { NoticeItem } from '../notices/NoticeItem.tsx';
import { PinItem } from '../pins/PinItem.tsx';
import { FoundItem } from '../search/FoundItem.tsx';
import { SearchView } from '../search/SearchView.tsx';
import { fixedChat } from '../testing/fixedChat.ts';
import { testMessage } from '../testing/testMessage.ts';
import { MemberList } from './MemberList.tsx';
import { RoomList } from './RoomList.tsx';

const at = '2026-03-01T09:00:00.000Z';
const viewer = { id: 'me', name: 'Mira', cast: 'mira', isGuest: false, isOperator: false };
const hugo = { id: 'hugo', name: '<b>Hugo</b>', cast: 'hugo' };
/** What a message that is missing or lacks an argument leaves on the page: its own key. */
const bareKey = /\b(?:chat|chat[A-Z]\w+|moments|ui)\.[a-z]\w+/;
const ignore = () => undefined;

interface Shown {
  locale: Locale;
  role?: Role;
  state?: Partial<ChatState>;
}

function render(children: ReactNode, { locale, role = 'member', state = {} }: Shown): string {
  const place: ChatPlace = {
    spaceId: 'space',
    slug: 'demo',
    name: 'Demo',
    subject: { account: 'account', role },
  };
  const html = renderPage(
    <ChatProvider chat={fixedChat(state)}>
      <ChatPlaceProvider place={place}>{children}</ChatPlaceProvider>
    </ChatProvider>,
    { locale, viewer, pathname: '/space/demo/chat' },
  );
  expect(html).not.toMatch(bareKey);
  expect(html).not.toContain('<b>Hugo');
  return html;
}

const listOf = (rooms: ChatroomView[] | null, shown: Shown) => {
  const known = rooms === null ? null : new Map(rooms.map((room) => [room.id, room]));
  return render(<RoomList onPick={ignore} />, { ...shown, state: { ...shown.state, rooms: known } });
};

describe.each(locales)('the side list in %s', (locale) => {
  const words = messagesOf(locale).chatRooms;
  const general = testRoom({ id: 'general', name: 'General', isDefault: true });

  it('waits, and says what an empty list is for', () => {
    expect(listOf(null, { locale })).toContain('animate-breathe');
    const empty = listOf([], { locale });
    expect(empty).toContain(words.noRooms);
    expect(empty).toContain(words.noDirects);
  });

  it('offers a new chatroom to members, and to guests only a direct message', () => {
    expect(listOf([general], { locale })).toContain(words.create);
    const guest = listOf([general], { locale, role: 'guest' });
    expect(guest).not.toContain(words.create);
    expect(guest).toContain(words.write);
  });

  it('marks what is new, private, for me, and who is in a call', () => {
    const secret = testRoom({
      id: 'secret',
      name: '<script>',
      isPrivate: true,
      unreadCount: 120,
      mentionCount: 2,
      callPeople: [hugo],
    });
    const html = listOf([general, secret], { locale });
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain(words.many);
    expect(html).toContain(`, ${words.private}`);
    expect(html).toContain('120');
    expect(html).toContain('/people/hugo.svg');
  });

  it('stops the Tab key at the open room alone, and shows direct rooms by the other one', () => {
    const direct = testRoom({ id: 'direct', kind: 'direct', name: '', isPrivate: true, other: hugo });
    const html = listOf([general, direct], { locale, state: { openRoomId: 'direct' } });
    expect(html.match(/data-entry=""[^>]*tabindex="0"/g)).toHaveLength(1);
    expect(html).toMatch(/data-room="direct"[^>]*aria-current="true"/);
    expect(html).toContain('&lt;b&gt;Hugo&lt;/b&gt;');
  });

  it('says where I have no voice', () => {
    expect(listOf([general], { locale })).not.toContain(words.muted);
    expect(listOf([{ ...general, isMuted: true }], { locale })).toContain(words.muted);
  });

  it('leads to public rooms that I could join without listing them', () => {
    const open = testRoom({ id: 'open', name: 'Kitchen', role: null });
    const html = listOf([general, open], { locale });
    expect(html).toContain(words.browse);
    expect(html).not.toContain('Kitchen');
  });
});

describe.each(locales)('lists of the chat in %s', (locale) => {
  const shown = { locale };

  it('show a message that was found, with what was looked for marked', () => {
    const message = testMessage({ seq: 1, content: 'The **release** is <b>out</b>' });
    const html = render(
      <FoundItem message={message} roomName="General" author={hugo} words="release" onPick={ignore} />,
      shown,
    );
    expect(html).toMatch(/<mark[^>]*>release<\/mark>/);
    expect(html).toContain('&lt;b&gt;out');
  });

  it('say what a search is for before it was made', () => {
    const html = render(<SearchView roomId={null} onPick={ignore} onClose={ignore} />, shown);
    expect(html).toContain(messagesOf(locale).chatSearch.start);
    expect(html).toContain('<search');
  });

  it('show a pin, to be taken down where one may', () => {
    const pin = (mayUnpin: boolean) =>
      render(
        <PinItem
          message={testMessage({ seq: 1, pinnedAt: at })}
          author={hugo}
          mayUnpin={mayUnpin}
          onShow={ignore}
          onUnpinned={ignore}
        />,
        shown,
      );
    expect(pin(true).match(/<button/g)).toHaveLength(2);
    expect(pin(false).match(/<button/g)).toHaveLength(1);
  });

  it('show a message for me in the words of its kind', () => {
    const common = { roomId: 'room', messageId: 'message', seq: 1, from: hugo, at };
    for (const kind of ['mention', 'reply', 'direct'] as const) {
      const notice = { ...common, kind, roomName: kind === 'direct' ? '' : 'General', excerpt: 'Hello' };
      expect(render(<NoticeItem notice={notice} onPick={ignore} />, shown)).toContain('Hello');
    }
  });

  it('show the members of a room, to owners with what they may do', () => {
    const members = [{ person: hugo, role: 'member', joinedAt: at, readSeq: 0 }] as const;
    const list = (role: ChatroomView['role']) =>
      render(
        <MemberList room={testRoom({ role })} members={members} onRole={ignore} onRemove={ignore} />,
        shown,
      );
    expect(list('owner').match(/<button/g)).toHaveLength(2);
    expect(list('member')).not.toContain('<button');
  });
});
