'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChatShell } from '#components/chat/ChatShell.tsx';
import { ChatButton } from '#components/chat/panel/ChatButton.tsx';
import { RoomView } from '#components/chat/RoomView.tsx';
import { fixedChat, fixedTimeline } from '#components/chat/testing/fixedChat.ts';
import { sampleMessages, samplePeople } from '#components/chat/testing/sampleTalk.ts';
import { testOutgoing } from '#components/chat/testing/testMessage.ts';
import { type ChatStart, useShell } from '#components/chat/useShell.ts';
import { Button } from '#components/ui/Button.tsx';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { testRoom } from '#hooks/chat/rooms/testing/testRoom.ts';
import { useIsHydrated } from '#hooks/useIsHydrated.ts';
import { useOwned } from '#hooks/useOwned.ts';
import type { ChatState } from '#lib/client/chat/ChatState.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { type LiveChat, makeLiveChat } from './liveChat.ts';
import { Specimen, Specimens } from './Specimens.tsx';

const people = new Map(samplePeople.map((person) => [person.id, person]));
const rooms = new Map([['room', testRoom({ id: 'room', description: 'Plans and coffee', unreadCount: 3 })]]);
const inRoom: ChatStart = { roomId: 'room', messageId: null };
const inList: ChatStart = { roomId: null, messageId: null };
const talk = new Map([['room', fixedTimeline({ messages: sampleMessages, newAfterSeq: 6 })]]);

/** Each state of a room that does not show by itself. */
const states: readonly { name: string; state: Partial<ChatState> }[] = [
  { name: 'Chat · talk', state: { timelines: talk } },
  { name: 'Chat · empty', state: { timelines: new Map([['room', fixedTimeline()]]) } },
  { name: 'Chat · loading', state: {} },
  { name: 'Chat · failed', state: { timelines: new Map([['room', fixedTimeline({ state: 'failed' })]]) } },
  {
    name: 'Chat · offline, not sent',
    state: {
      timelines: talk,
      connection: { kind: 'offline', sinceMs: 0 },
      outgoing: [
        testOutgoing({ clientId: 'a', content: 'Two minutes', status: { kind: 'waiting' } }),
        testOutgoing({
          clientId: 'b',
          content: '',
          type: 'file',
          file: { id: null, name: 'plan.pdf', progress: 0.4 },
        }),
        testOutgoing({ clientId: 'c', status: { kind: 'failed', code: 'filtered', retryAtMs: null } }),
      ],
    },
  },
  {
    name: 'Chat · muted',
    state: {
      timelines: talk,
      outgoing: [testOutgoing({ status: { kind: 'failed', code: 'muted', retryAtMs: null } })],
    },
  },
];

/** The chat with everything in it: one to write in, and its states side by side. */
export function ChatSpecimens() {
  return (
    <Specimens name="chat">
      <Specimen name="ChatShell · panel">
        <LiveSpecimen />
      </Specimen>
      <div className="grid gap-4 desk:grid-cols-2">
        {states.map(({ name, state }) => (
          <Specimen key={name} name={name}>
            <Room state={state}>
              <OpenRoom />
            </Room>
          </Specimen>
        ))}
        <Specimen name="RoomList">
          <Room state={{ timelines: talk }}>
            <Shown start={inList} />
          </Room>
        </Specimen>
      </div>
      <Specimen name="ChatButton" className="flex gap-4">
        <ChatProvider chat={fixedChat({ rooms })}>
          <ChatButton isOpen={false} onToggle={() => undefined} />
          <ChatButton isOpen onToggle={() => undefined} />
        </ChatProvider>
      </Specimen>
    </Specimens>
  );
}

function Room({ state, children }: { state: Partial<ChatState>; children: ReactNode }) {
  const [chat] = useState(() => fixedChat({ people, rooms, ...state }));
  // As on the chat's own pages: what the list of messages draws depends on how high it is.
  const isHydrated = useIsHydrated();
  return <Frame chat={isHydrated ? chat : null}>{isHydrated && children}</Frame>;
}

const place = {
  spaceId: 'space',
  slug: 'demo',
  name: 'Harbour Studio',
  subject: { account: 'account', role: 'member' },
} as const;

function Frame({ chat, children }: { chat: ChatStore | null; children: ReactNode }) {
  return (
    <ChatProvider chat={chat}>
      <ChatPlaceProvider place={place}>
        <div className="flex h-150 max-w-95 overflow-hidden rounded-lg bg-raised shadow-2">{children}</div>
      </ChatPlaceProvider>
    </ChatProvider>
  );
}

function Shown({ start }: { start: ChatStart }) {
  return <ChatShell layout="panel" shell={useShell('gallery', start)} />;
}

/** A room without the shell around it, which is a landmark: there is one of those on a page. */
function OpenRoom() {
  const shell = useShell('gallery', inRoom);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <RoomView
        roomId="room"
        onPins={() => shell.showSide('pins')}
        onSearch={() => shell.showSide('search')}
        onShowThread={shell.showThread}
      />
    </div>
  );
}

const closeLive = (live: LiveChat) => live.close();

/** A chat in memory that can be written in; somebody answers on demand, and the connection can be cut. */
function LiveSpecimen() {
  const t = useTranslations('gallery.words');
  const live = useOwned(makeLiveChat, closeLive);
  return (
    <div className="grid gap-3">
      <Frame chat={live?.chat ?? null}>{live !== null && <Shown start={live.start} />}</Frame>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => live?.answer()}>
          {t('chatAnswer')}
        </Button>
        <Button size="small" onClick={() => live?.cut()}>
          {t('chatCut')}
        </Button>
        <Button size="small" onClick={() => live?.connect()}>
          {t('chatConnect')}
        </Button>
      </div>
    </div>
  );
}
