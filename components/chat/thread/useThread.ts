'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useChatConnection, useTimeline } from '#hooks/chat/useChat.ts';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { hasUnheard, threadMessages } from './threadMessages.ts';

/** How long changes are gathered before a thread is read anew, in ms. */
const gatherMs = 400;

const none = [] as const;

export interface Thread {
  readonly messages: readonly Message[];
  readonly state: 'loading' | 'ready' | 'failed';
  reload(): void;
}

/** A thread as it stands now. What the room hears of is followed; for the rest the thread is read anew. */
export function useThread(roomId: string, rootId: string): Thread {
  const api = useApi();
  const inRoom = useTimeline(roomId);
  const isLive = useChatConnection().kind === 'live';
  const [read, setRead] = useState<readonly Message[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const held = inRoom?.messages ?? none;
  const lastSeq = inRoom?.lastSeq ?? 0;
  const turn = useRef(0);

  const reload = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    setFailed(false);
    api.call(chatRoutes.readThread, { params: { chatroom: roomId, message: rootId } }).then(
      ({ reply }) => own === turn.current && setRead(reply.messages),
      (error: unknown) => {
        if (!(error instanceof RestError)) throw error;
        if (own === turn.current) setFailed(true);
      },
    );
  }, [api, roomId, rootId]);

  useEffect(() => {
    setRead(null);
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  const seenSeq = useRef(lastSeq);
  useEffect(() => {
    if (!isLive || seenSeq.current === lastSeq || read === null || !hasUnheard(read, held)) return undefined;
    const timer = setTimeout(() => {
      seenSeq.current = lastSeq;
      reload();
    }, gatherMs);
    return () => clearTimeout(timer);
  }, [isLive, lastSeq, read, held, reload]);

  const messages = threadMessages(rootId, read ?? none, held);
  const state = hasFailed ? 'failed' : read === null ? 'loading' : 'ready';
  return { messages, state: messages.length > 0 && state === 'loading' ? 'ready' : state, reload };
}
