'use client';

import Link from 'next/link';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { AccountMenu } from '#components/chrome/AccountMenu.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { TooltipProvider } from '#components/ui/Tooltip.tsx';
import { ChatProvider } from '#hooks/chat/ChatContext.ts';
import { ChatPersonalProvider } from '#hooks/chat/ChatPersonal.ts';
import { type ChatPlace, ChatPlaceProvider } from '#hooks/chat/ChatPlace.ts';
import { createPageChat } from '#hooks/chat/createPageChat.ts';
import { chatPath } from '#hooks/chat/rooms/chatPath.ts';
import { useRooms } from '#hooks/chat/useChat.ts';
import { useChatPageTitle } from '#hooks/chat/useChatPageTitle.ts';
import { useUploadGuard } from '#hooks/chat/useUploadGuard.ts';
import { openPersonal } from '#hooks/openPersonal.ts';
import { useApi } from '#hooks/useApi.ts';
import { useOwned } from '#hooks/useOwned.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { useWindowSize } from '#hooks/useWindowSize.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import type { Subject } from '#lib/domain/access/permissions.ts';
import { ChatShell } from '../ChatShell.tsx';
import { ChatNews } from '../notices/ChatNews.tsx';
import { columnCount } from '../shellState.ts';
import { type ChatStart, type Shell, useShell } from '../useShell.ts';

interface ChatPageProps {
  spaceId: string;
  slug: string;
  spaceName: string;
  selfId: string;
  subject: Subject;
  roomId: string | null;
  messageId: string | null;
}

const closeChat = (chat: ChatStore) => chat.close();
const nothingToClose = () => undefined;

/** The chat of a space on a page of its own, with a connection of its own. */
export function ChatPage({ spaceId, slug, spaceName, selfId, subject, roomId, messageId }: ChatPageProps) {
  const create = useCallback(() => createPageChat({ spaceId, userId: selfId }), [spaceId, selfId]);
  const chat = useOwned(create, closeChat);
  const api = useApi();
  const personal = useOwned(
    useCallback(() => openPersonal(api), [api]),
    nothingToClose,
  );
  const { account, role } = subject;
  const place = useMemo<ChatPlace>(
    () => ({ spaceId, slug, name: spaceName, subject: { account, role } }),
    [spaceId, slug, spaceName, account, role],
  );
  const start = useMemo(() => ({ roomId, messageId }), [roomId, messageId]);
  return (
    <ChatProvider chat={chat}>
      <ChatPlaceProvider place={place}>
        <ChatPersonalProvider personal={personal}>
          <TooltipProvider delayDuration={350} skipDelayDuration={200}>
            <PageFrame place={place} start={start} />
          </TooltipProvider>
        </ChatPersonalProvider>
      </ChatPlaceProvider>
    </ChatProvider>
  );
}

function PageFrame({ place, start }: { place: ChatPlace; start: ChatStart }) {
  const t = useTranslations('chat.room');
  const viewer = useViewer();
  const shell = useShell(place.spaceId, start);
  useRoomInAddress(place.slug, shell.state.roomId);
  useFirstRoom(shell);
  useUploadGuard();
  useChatPageTitle(place.name);
  return (
    <div className="flex h-dvh flex-col bg-paper pt-[env(safe-area-inset-top)] desk:p-4">
      <header className="flex min-h-15 flex-none items-center gap-3 px-4 desk:px-2 desk:pb-3">
        <h1 className="min-w-0 flex-1 truncate text-18 font-title tracking-title desk:text-22">
          <bdi>{place.name}</bdi>
        </h1>
        <Link href={`/space/${place.slug}`} className={buttonClass('line', 'small')}>
          <Icon name="map" size={18} />
          {t('openMap')}
        </Link>
        {viewer !== null && <AccountMenu viewer={viewer} />}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="flex min-h-0 flex-1 bg-raised pb-[env(safe-area-inset-bottom)] outline-none desk:overflow-hidden desk:rounded-lg desk:pb-0 desk:shadow-2"
      >
        <ChatNews onShow={shell.openMessage} />
        <ChatShell layout="page" shell={shell} />
      </main>
    </div>
  );
}

/** Where list and room stand side by side, something is open from the start: the space's own room. */
function useFirstRoom({ state, openRoom }: Shell): void {
  const rooms = useRooms();
  const { width } = useWindowSize();
  const hasPicked = useRef(false);
  const isWide = columnCount('page', width) > 1;
  useEffect(() => {
    if (rooms === null || !isWide || hasPicked.current) return;
    hasPicked.current = true;
    const first = rooms.rooms[0];
    if (state.roomId === null && first !== undefined) openRoom(first.id);
  }, [rooms, isWide, state.roomId, openRoom]);
}

/** The address names the open room, so that a reload and a bookmark come back to it. */
function useRoomInAddress(slug: string, roomId: string | null): void {
  useEffect(() => {
    const path = chatPath(slug, roomId ?? undefined);
    if (`${window.location.pathname}${window.location.search}` !== path) {
      window.history.replaceState(null, '', path);
    }
  }, [slug, roomId]);
}
