'use client';

import { useState } from 'react';
import { useRoom } from '#hooks/chat/useChat.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { Composer } from './composer/Composer.tsx';
import type { ComposerMode } from './composer/composerState.ts';
import { RoomGone } from './RoomGone.tsx';
import { RoomHead, type RoomHeadActions } from './RoomHead.tsx';
import { RoomTalkProvider } from './RoomTalkProvider.tsx';
import { BelowMessages } from './timeline/BelowMessages.tsx';
import { OfflineBar } from './timeline/OfflineBar.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { TimelineSkeleton } from './timeline/TimelineStates.tsx';
import { useRoomsKnown } from './useRoomsKnown.ts';

interface RoomViewProps extends RoomHeadActions {
  roomId: string;
  onShowThread: (message: Message) => void;
}

const fresh: ComposerMode = { kind: 'new', replyTo: null };

/** An open room: its head, its messages and the field for the next one. */
export function RoomView({ roomId, ...rest }: RoomViewProps) {
  const room = useRoom(roomId);
  const isKnown = useRoomsKnown();
  if (room !== null) return <KnownRoom key={roomId} room={room} {...rest} />;
  return isKnown ? <RoomGone onBack={rest.onBack} /> : <TimelineSkeleton />;
}

interface KnownRoomProps extends Omit<RoomViewProps, 'roomId'> {
  room: ChatroomView;
}

function KnownRoom({ room, onShowThread, ...headActions }: KnownRoomProps) {
  const [mode, setMode] = useState<ComposerMode>(fresh);
  return (
    <RoomTalkProvider room={room} threadId={null} onMode={setMode} onShowThread={onShowThread}>
      <RoomHead {...headActions} />
      <OfflineBar />
      <Timeline />
      <BelowMessages />
      <Composer mode={mode} onMode={setMode} />
    </RoomTalkProvider>
  );
}
