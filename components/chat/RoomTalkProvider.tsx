'use client';

import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { useOutgoing } from '#hooks/chat/useChat.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { type ComposerMode, isMutedBy } from './composer/composerState.ts';
import { MessageWindows } from './message/MessageWindows.tsx';
import { type MessageQuestion, RoomContext } from './RoomContext.ts';
import { useMessageActs } from './useMessageActs.ts';

interface RoomTalkProviderProps {
  room: ChatroomView;
  /** First message of the thread that is shown; null for the room itself. */
  threadId: string | null;
  onMode: (mode: ComposerMode) => void;
  onShowThread: (message: Message) => void;
  children: ReactNode;
}

/** Gives a room to what is shown of it, with the windows in which its messages are asked about. */
export function RoomTalkProvider({ room, threadId, onMode, onShowThread, children }: RoomTalkProviderProps) {
  const { role: spaceRole } = useChatPlace().subject;
  const isRefused = isMutedBy(useOutgoing(room.id));
  const isMuted = room.isMuted || isRefused;
  const [question, ask] = useState<MessageQuestion | null>(null);
  const acts = useMessageActs(room.id, {
    reply: useCallback((message: Message) => onMode({ kind: 'new', replyTo: message }), [onMode]),
    edit: useCallback((message: Message) => onMode({ kind: 'edit', message }), [onMode]),
    showThread: onShowThread,
    ask,
  });
  const { kind, isPrivate, role: roomRole } = room;
  const subject = useMemo(
    () => ({ kind, isPrivate, spaceRole, roomRole, isMuted }),
    [kind, isPrivate, spaceRole, roomRole, isMuted],
  );
  const talk = useMemo(() => ({ room, subject, acts, threadId }), [room, subject, acts, threadId]);
  return (
    <RoomContext value={talk}>
      {children}
      <MessageWindows question={question} onClose={() => ask(null)} />
    </RoomContext>
  );
}
