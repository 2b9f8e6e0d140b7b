'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { keep, readKept } from '#hooks/keptText.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { refusalKey } from './refusalKey.ts';
import { type ChatSide, type ShellState, stepBack } from './shellState.ts';
import { useRoomsKnown } from './useRoomsKnown.ts';

export interface Shell {
  readonly state: ShellState;
  openRoom(roomId: string): void;
  /** Opens a room at one of its messages. */
  openMessage(roomId: string, messageId: string): void;
  showThread(message: Pick<Message, 'id' | 'threadId'>): void;
  showSide(kind: Exclude<ChatSide['kind'], 'thread'>): void;
  closeSide(): void;
  back(): void;
}

/** Where somebody enters the chat. */
export interface ChatStart {
  readonly roomId: string | null;
  readonly messageId: string | null;
}

const keptKey = (spaceId: string): string => `vicinity-chat-room:${spaceId}`;

/** The room that was last open in this tab. */
export const lastRoom = (spaceId: string): string | null => readKept('sessionStorage', keptKey(spaceId));

/** What is open in the chat. The store looks at the same room, so that what comes in there counts as read. */
export function useShell(spaceId: string, start: ChatStart): Shell {
  const t = useTranslations('chat.room');
  const words = useTranslations('refusals');
  const chat = useChatStore();
  const toasts = useToasts();
  const [state, setState] = useState<ShellState>(() => ({ roomId: start.roomId, side: null }));
  const { roomId } = state;

  useEffect(() => {
    chat.open(roomId);
    keep('sessionStorage', keptKey(spaceId), roomId ?? '');
  }, [chat, roomId, spaceId]);
  useEffect(() => () => chat.open(null), [chat]);

  const jump = useCallback(
    (to: string, messageId: string) => {
      chat.jumpTo(to, { messageId }).catch((error: unknown) => {
        const detail = words(refusalKey(error));
        toasts.show({ key: 'chat-jump', title: t('notFound'), detail, tone: 'bad' });
      });
    },
    [chat, toasts, t, words],
  );
  const isKnown = useRoomsKnown();
  const { roomId: startRoom, messageId: startMessage } = start;
  useEffect(() => {
    // Before the rooms are known there is no connection to ask for the message.
    if (!isKnown || startRoom === null || startMessage === null) return;
    chat.open(startRoom);
    jump(startRoom, startMessage);
  }, [chat, isKnown, jump, startRoom, startMessage]);

  return useMemo(
    () => ({
      state,
      openRoom: (to) => setState({ roomId: to, side: null }),
      openMessage(to, messageId) {
        setState(({ side }) => ({ roomId: to, side: side?.kind === 'thread' ? null : side }));
        chat.open(to);
        jump(to, messageId);
      },
      showThread: ({ id, threadId }) =>
        setState((now) => ({ ...now, side: { kind: 'thread', messageId: threadId ?? id } })),
      showSide: (kind) => setState((now) => ({ ...now, side: { kind } })),
      closeSide: () => setState((now) => ({ ...now, side: null })),
      back: () => setState(stepBack),
    }),
    [state, chat, jump],
  );
}
