'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useChatConnection, useTimeline } from '#hooks/chat/useChat.ts';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { readThread, type WholeThread } from './readThread.ts';
import { hasUnheard, threadMessages } from './threadMessages.ts';

/** How long changes are gathered before a thread is read anew, in ms for each of its pages. */
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
  const [read, setRead] = useState<WholeThread | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const held = inRoom?.messages ?? none;
  const lastSeq = inRoom?.lastSeq ?? 0;
  const reading = useRef<AbortController | null>(null);

  const reload = useCallback(() => {
    reading.current?.abort();
    const own = new AbortController();
    const { signal } = own;
    reading.current = own;
    setFailed(false);
    const params = { chatroom: roomId, message: rootId };
    const readPage = async (after: number) =>
      (await api.call(chatRoutes.readThread, { params, query: { after } }, { signal })).reply;
    readThread(readPage, signal).then(
      (whole) => {
        if (signal.aborted) return;
        setRead(whole);
        setFailed(whole === null);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        if (!(error instanceof RestError)) throw error;
        setFailed(true);
      },
    );
  }, [api, roomId, rootId]);

  useEffect(() => {
    setRead(null);
    reload();
    return () => reading.current?.abort();
  }, [reload]);

  const seenSeq = useRef(lastSeq);
  useEffect(() => {
    if (!isLive || seenSeq.current === lastSeq || read === null) return undefined;
    if (!hasUnheard(read.messages, held)) return undefined;
    const timer = setTimeout(() => {
      seenSeq.current = lastSeq;
      reload();
    }, gatherMs * read.pages);
    return () => clearTimeout(timer);
  }, [isLive, lastSeq, read, held, reload]);

  const messages = threadMessages(rootId, read?.messages ?? none, held);
  const state = hasFailed ? 'failed' : read === null ? 'loading' : 'ready';
  // From its first message on, what the room holds of a thread has no gaps.
  const isFromStart = messages[0]?.id === rootId;
  return { messages, state: isFromStart && state === 'loading' ? 'ready' : state, reload };
}
