import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPersonalProvider } from '#hooks/chat/ChatPersonal.ts';
import { testRoom } from '#hooks/chat/rooms/testing/testRoom.ts';
import { type Block, isBlockable, useBlock } from '#hooks/chat/useBlock.ts';
import { createToasts } from '#hooks/toasts.ts';
import { ToastsContext } from '#hooks/useToasts.ts';
import { createApiClient } from '#lib/client/rest/createApiClient.ts';
import { createPersonal, type Personal } from '#lib/client/space/createPersonal.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { type Locale, locales } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { renderPage } from '../testing/renderPage.tsx';
import { MessageItems } from './message/MessageMenu.tsx';
import { messageRights } from './message/messageRights.ts';
import { RoomTalkProvider } from './RoomTalkProvider.tsx';
import { RoomItems } from './rooms/RoomMenu.tsx';
import { fixedChat } from './testing/fixedChat.ts';
import { fixedPersonal } from './testing/fixedPersonal.ts';
import { OpenMenu } from './testing/OpenMenu.tsx';
import { testMessage } from './testing/testMessage.ts';

const jonas: PersonView = { id: '01900000-0000-7000-8000-00000000000a', name: 'Jonas', cast: 'jonas' };
const me: PersonView = { id: 'me', name: 'Mira', cast: 'mira' };
const deleted: PersonView = { id: 'deleted', name: '', cast: 'tomas' };
const people = new Map([jonas, me, deleted].map((person) => [person.id, person]));
const subject = {
  kind: 'room',
  isPrivate: false,
  spaceRole: 'member',
  roomRole: 'member',
  isMuted: false,
} as const;
const nothing = () => undefined;

interface Shown {
  locale?: Locale;
  personal?: Personal | null;
  selfId?: string | null;
}

function render(
  children: ReactNode,
  { locale = 'en', personal = fixedPersonal(), selfId = 'me' }: Shown = {},
) {
  return renderPage(
    <ChatProvider chat={fixedChat({ people, selfId })}>
      <ChatPersonalProvider personal={personal}>
        <OpenMenu>{children}</OpenMenu>
      </ChatPersonalProvider>
    </ChatProvider>,
    { locale, viewer: null, pathname: '/space/demo/chat' },
  );
}

function messageMenu(over: Partial<Message>, shown?: Shown): string {
  const message = testMessage({ seq: 1, ...over });
  return render(
    <RoomTalkProvider room={testRoom()} threadId={null} onMode={nothing} onShowThread={nothing}>
      <MessageItems message={message} rights={messageRights(subject, message, 'me')} onPickEmoji={nothing} />
    </RoomTalkProvider>,
    shown,
  );
}

const roomMenu = (room: Partial<ChatroomView>, shown?: Shown): string =>
  render(<RoomItems room={testRoom(room)} onOpen={nothing} />, shown);

/** The lines of a menu, by their words. */
const linesOf = (html: string): string[] =>
  [...html.matchAll(/role="menuitem"[^>]*>(?:<svg.*?<\/svg>)?([^<]*)/g)].map(([, words = '']) => words);

describe.each(locales)('blocking from the chat in %s', (locale) => {
  const words = messagesOf(locale).blocking;

  it('is offered with a message of somebody else, and as its end where I block them', () => {
    expect(linesOf(messageMenu({ userId: jonas.id }, { locale }))).toContain(words.block);
    const known = linesOf(messageMenu({ userId: jonas.id }, { locale, personal: fixedPersonal([jonas.id]) }));
    expect(known).toContain(words.unblock);
    expect(known).not.toContain(words.block);
  });

  it('is offered in the menu of a direct room, for the other person', () => {
    const direct = { kind: 'direct', name: '', isPrivate: true, other: jonas } as const;
    expect(linesOf(roomMenu(direct, { locale }))).toEqual([words.block]);
    const personal = fixedPersonal([jonas.id]);
    expect(linesOf(roomMenu(direct, { locale, personal }))).toEqual([words.unblock]);
  });

  it('says that it holds for calls and chat, and can be undone', async () => {
    const { block, told, asked } = setUp({ locale });
    block.change(true);
    await expect
      .poll(told)
      .toMatchObject([
        { title: words.blocked.replace('{name}', 'Jonas'), detail: words.blockedDetail, cast: 'jonas' },
      ]);
    told()[0]?.action?.run();
    await expect.poll(() => told()[0]?.title).toBe(words.unblocked.replace('{name}', 'Jonas'));
    expect(asked).toEqual([`PUT /api/v1/me/blocks/${jonas.id}`, `DELETE /api/v1/me/blocks/${jonas.id}`]);
  });

  it('says that it was refused', async () => {
    const { block, told, personal } = setUp({ locale, isRefused: true });
    block.change(true);
    await expect.poll(told).toMatchObject([{ title: words.failed.replace('{name}', 'Jonas'), tone: 'bad' }]);
    expect(personal.store.getState().blocked.size).toBe(0);
  });
});

describe('blocking is not offered', () => {
  const { block } = messagesOf('en').blocking;

  it.each<[string, Partial<Message>, Shown]>([
    ['with my own message', { userId: 'me' }, {}],
    ['with a message of a deleted account', { userId: 'deleted' }, {}],
    ['with a message of nobody known', { userId: 'unknown' }, {}],
    ['before it is known who I am', { userId: jonas.id }, { selfId: null }],
    ['where my blocks are not kept', { userId: jonas.id }, { personal: null }],
  ])('%s', (_, message, shown) => {
    const lines = linesOf(messageMenu(message, shown));
    expect(lines).toContain(messagesOf('en').chat.message.copyLink);
    expect(lines).not.toContain(block);
  });

  it.each<[string, Partial<ChatroomView>]>([
    ['of a room of many', {}],
    ['of a direct room of whom the account was deleted', { kind: 'direct', isPrivate: true, other: deleted }],
    ['of a bubble', { kind: 'bubble', isPrivate: true }],
  ])('in the menu %s', (_, room) => expect(linesOf(roomMenu(room))).not.toContain(block));

  it('for me, for who has no name left, and for anybody while I am unknown', () => {
    expect([jonas, me, deleted].map((person) => isBlockable(person, 'me'))).toEqual([true, false, false]);
    expect(isBlockable(jonas, null)).toBe(false);
  });
});

function Probe({ personal, onBlock }: { personal: Personal; onBlock: (block: Block) => void }) {
  onBlock(useBlock({ person: jonas, personal }));
  return null;
}

/** What a line of a menu does, with a server in memory. */
function setUp({ locale, isRefused = false }: { locale: Locale; isRefused?: boolean }) {
  const asked: string[] = [];
  const personal = createPersonal(
    createApiClient({
      origin: 'http://web',
      fetch: async (input, init) => {
        const { method, url } = new Request(input, init);
        asked.push(`${method} ${new URL(url).pathname}`);
        return isRefused ? unavailable() : new Response(null, { status: 204 });
      },
    }),
  );
  const toasts = createToasts();
  const taken: Block[] = [];
  renderPage(
    <ToastsContext value={toasts}>
      <Probe personal={personal} onBlock={(block) => taken.push(block)} />
    </ToastsContext>,
    { locale, viewer: null },
  );
  const [block] = taken;
  if (block === undefined) throw new Error('nothing was rendered');
  return { block, asked, personal, told: () => toasts.store.getState() };
}

function unavailable(): Response {
  const body = { type: 'about:blank', title: 'No', status: 503, code: 'unavailable' };
  return new Response(JSON.stringify(body), {
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
  });
}
