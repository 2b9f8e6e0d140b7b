import { describe, expect, it } from 'vitest';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { testRoom } from '#hooks/chat/rooms/testing/testRoom.ts';
import type { Viewer } from '#hooks/viewer.ts';
import type { ChatState } from '#lib/client/chat/ChatState.ts';
import { type Locale, locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { renderPage } from '../testing/renderPage.tsx';
import { ChatShell } from './ChatShell.tsx';
import { ChatButton } from './panel/ChatButton.tsx';
import { fixedChat, fixedTimeline } from './testing/fixedChat.ts';
import { sampleMessages, samplePeople } from './testing/sampleTalk.ts';
import { testOutgoing } from './testing/testMessage.ts';
import { type ChatStart, useShell } from './useShell.ts';

const viewer: Viewer = { id: 'me', name: 'Mira', cast: 'mira', isGuest: false, isOperator: false };
const place = {
  spaceId: 'space',
  slug: 'demo',
  name: 'Harbour Studio',
  subject: { account: 'account', role: 'member' },
} as const;
/** What a message that is missing or lacks an argument leaves on the page: its own key. */
const bareKey = /\b(?:chat|chatRooms|calls)\.[a-z]\w+\.\w+/;

interface ShownChat {
  room?: Partial<ChatroomView>;
  state?: Partial<ChatState>;
  locale?: Locale;
  start?: ChatStart;
}

function Shown({ start }: { start: ChatStart }) {
  const shell = useShell('space', start);
  return <ChatShell layout="panel" shell={shell} />;
}

function render({ room, state = {}, locale = 'en', start }: ShownChat): string {
  const people = new Map(samplePeople.map((person) => [person.id, person]));
  const rooms = new Map([['room', testRoom({ id: 'room', ...room })]]);
  const html = renderPage(
    <ChatProvider chat={fixedChat({ people, rooms, ...state })}>
      <ChatPlaceProvider place={place}>
        <ChatButton isOpen={false} onToggle={() => undefined} />
        <Shown start={start ?? { roomId: 'room', messageId: null }} />
      </ChatPlaceProvider>
    </ChatProvider>,
    { locale, viewer, pathname: '/space/demo' },
  );
  expect(html).not.toMatch(bareKey);
  return html;
}

const withMessages = {
  timelines: new Map([['room', fixedTimeline({ messages: sampleMessages, newAfterSeq: 6 })]]),
};
/** Quotation marks and the like are written in another way in markup. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');

describe.each(locales)('the chat in %s', (locale) => {
  const words = messagesOf(locale).chat;

  it('shows a talk with one of everything', () => {
    const html = render({ state: withMessages, locale });
    expect(html).toMatch(/<strong>all<\/strong>/);
    expect(html).toContain('<blockquote');
    expect(html).toContain('rel="noopener noreferrer nofollow"');
    expect(html).toContain(words.message.deleted);
    expect(html).toContain(words.message.edited);
    expect(html).toContain(words.timeline.new);
    expect(html).toContain('/api/v1/files/file');
    expect(html).toContain('role="log"');
    expect(html.match(/tabindex="0" aria-label/g)).toHaveLength(1);
  });

  it('makes nothing of markup and script, in texts as in names', () => {
    const html = render({ state: withMessages, locale });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src="x"');
    expect(html).not.toContain('href="javascript');
    expect(html).not.toContain('<b>Eve');
    expect(html).not.toContain('\u202e');
    expect(html).toMatch(/bank\.example<\/bdi><\/a><bdi[^>]*>\((?:<!-- -->)?evil\.example/);
  });

  it('shows an empty room, one that loads, and one that failed', () => {
    const html = (state: Partial<ChatState>) => render({ state, locale });
    expect(html({ timelines: new Map([['room', fixedTimeline()]]) })).toContain(words.timeline.emptyTitle);
    expect(html({})).toContain(words.timeline.loading);
    const failed = new Map([['room', fixedTimeline({ state: 'failed' })]]);
    expect(html({ timelines: failed })).toContain(words.timeline.failedTitle);
    expect(html({ rooms: new Map() })).toContain(words.room.goneTitle);
  });

  it('says that it is offline, and what becomes of what is written', () => {
    const connection = { kind: 'offline', sinceMs: 0 } as const;
    const outgoing = [testOutgoing({ status: { kind: 'waiting' } })];
    const html = render({ state: { ...withMessages, connection, outgoing }, locale });
    expect(html).toContain(words.connection.offline);
    expect(html).toContain(words.outgoing.waiting);
  });

  it('says why a message was not sent', () => {
    const failed = testOutgoing({ status: { kind: 'failed', code: 'filtered', retryAtMs: null } });
    const html = render({ state: { ...withMessages, outgoing: [failed] }, locale });
    expect(html).toContain(words.outgoing.failed);
    expect(html).toContain(escaped(messagesOf(locale).refusals.filtered));
    expect(html).toContain(words.outgoing.discard);
  });

  it('has no field for whoever may not write', () => {
    const muted = testOutgoing({ status: { kind: 'failed', code: 'muted', retryAtMs: null } });
    const html = render({ state: { ...withMessages, outgoing: [muted] }, locale });
    expect(html).toContain(words.composer.muted);
    expect(html).not.toContain('<textarea');
    expect(render({ room: { isMuted: true }, state: withMessages, locale })).toContain(words.composer.muted);
    expect(render({ room: { role: null }, state: withMessages, locale })).not.toContain('<textarea');
  });

  it('says who writes, and in a room of two that it was seen', () => {
    const [me, jonas] = samplePeople;
    if (me === undefined || jonas === undefined) throw new Error('people are missing');
    const typing = new Map([['room', [jonas]]]);
    expect(render({ state: { ...withMessages, typing }, locale })).toContain('Jonas');
    const mine = new Map([['room', fixedTimeline({ messages: sampleMessages.slice(0, 4) })]]);
    const readBy = new Map([['room', new Map([['jonas', 4]])]]);
    const direct = render({
      room: { kind: 'direct', other: jonas },
      state: { timelines: mine, readBy },
      locale,
    });
    expect(direct).toContain(words.timeline.seen);
  });

  it('counts what is new on its button', () => {
    expect(render({ room: { unreadCount: 120, mentionCount: 2 }, locale })).toContain('99+');
  });

  it('begins with the list of rooms', () => {
    const html = render({ locale, start: { roomId: null, messageId: null } });
    expect(html).toContain('General');
    expect(html).not.toContain('<textarea');
  });
});
