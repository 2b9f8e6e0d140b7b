'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import type { RoomTimeline } from '#lib/client/chat/ChatState.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import type { Row } from './rows.ts';

/** How near to an edge more is loaded, in CSS px. */
const loadWithinPx = 600;

/** How near to the end the list follows what comes in, in CSS px. */
const followWithinPx = 60;

/** How long a message that was looked for stays marked, in ms. */
const markMs = 2_400;

/** The last wish for a message that was fulfilled, by chat: a room that is opened again does not jump again. */
const fulfilled = new WeakMap<ChatStore, number>();

export interface TimelineScroll {
  readonly list: RefObject<VirtualizerHandle | null>;
  /** Whether rows were put before the others since the last picture: the list keeps its place from its end. */
  readonly isShifted: boolean;
  /** Whether the latest message is in view. */
  readonly isFollowing: boolean;
  /** Id of the message that was just looked for. */
  readonly markedId: string | null;
  onScroll(): void;
  onResize(): void;
  toEnd(): void;
}

/** Where the list of a room stands: at its end, at what is new, where somebody scrolled, or at what was looked for. */
export function useTimelineScroll(
  roomId: string,
  timeline: RoomTimeline | null,
  rows: readonly Row[],
): TimelineScroll {
  const chat = useChatStore();
  const list = useRef<VirtualizerHandle>(null);
  const [isFollowing, setFollowing] = useState(true);
  const [markedId, setMarkedId] = useState<string | null>(null);
  const isPlaced = useRef(false);
  const lastOffset = useRef(0);
  const isShifted = useIsShifted(rows);
  const isReady = timeline?.state === 'ready';
  const wish = timeline?.jump ?? null;
  const jump = wish !== null && wish.token > (fulfilled.get(chat) ?? 0) ? wish : null;

  const scrollToEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' });

  useLayoutEffect(() => {
    if (!isReady || rows.length === 0) return;
    if (!isPlaced.current) {
      isPlaced.current = true;
      if (jump !== null) return;
      const newAt = rows.findIndex(({ kind }) => kind === 'new');
      if (newAt > 0) {
        setFollowing(false);
        list.current?.scrollToIndex(newAt, { align: 'start', offset: -64 });
        // Where all of it fits, nothing scrolls, and nobody would say that the end is in view.
        requestAnimationFrame(() => setFollowing(isNearEnd(list.current)));
        return;
      }
    }
    if (isFollowing && !isShifted && timeline?.isAtEnd !== false) {
      list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
    }
  }, [isReady, rows, isFollowing, isShifted, jump, timeline?.isAtEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is fulfilled once, whatever comes in meanwhile
  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'message' && row.message.id === jump?.messageId);
    if (jump === null || index === -1) return;
    fulfilled.set(chat, jump.token);
    const isLast = index === rows.length - 1 && timeline?.isAtEnd === true;
    list.current?.scrollToIndex(index, { align: isLast ? 'end' : 'center' });
    setFollowing(isLast);
    // Whoever went back to the end was looking for no message in particular.
    if (!isLast || !isFollowing) setMarkedId(jump.messageId);
  }, [wish?.token, isReady]);
  useEffect(() => {
    if (markedId === null) return undefined;
    const timer = setTimeout(() => setMarkedId(null), markMs);
    return () => clearTimeout(timer);
  }, [markedId]);

  function onScroll(): void {
    const handle = list.current;
    if (handle === null || timeline === null || !isReady || !isPlaced.current) return;
    const { scrollOffset } = handle;
    const toEndPx = distanceToEnd(handle);
    const isUpwards = scrollOffset < lastOffset.current;
    lastOffset.current = scrollOffset;
    if (isNearEnd(handle)) setFollowing(timeline.isAtEnd);
    // What grows below is followed; only somebody who scrolls up wants to stay where they are.
    else if (isUpwards) setFollowing(false);
    if (scrollOffset < loadWithinPx && timeline.hasOlder && !timeline.isLoadingOlder) {
      load(chat.loadOlder(roomId));
    }
    if (toEndPx < loadWithinPx && !timeline.isAtEnd && !timeline.isLoadingNewer) load(chat.loadNewer(roomId));
  }

  return {
    list,
    isShifted,
    isFollowing,
    markedId,
    onScroll,
    onResize: () => {
      if (isFollowing && isPlaced.current) scrollToEnd();
    },
    toEnd() {
      setFollowing(true);
      if (timeline?.isAtEnd === false) load(chat.jumpToEnd(roomId));
      else scrollToEnd();
    },
  };
}

const distanceToEnd = ({ scrollSize, viewportSize, scrollOffset }: VirtualizerHandle): number =>
  scrollSize - viewportSize - scrollOffset;

const isNearEnd = (handle: VirtualizerHandle | null): boolean =>
  handle !== null && distanceToEnd(handle) <= followWithinPx;

/** What could not be loaded shows in the list's state; a later scroll asks again. */
function load(loading: Promise<void>): void {
  loading.catch((error: unknown) => console.warn('chat: more messages were not loaded', error));
}

/** Compares with what was shown last: a first message that now stands lower has got others before it. */
function useIsShifted(rows: readonly Row[]): boolean {
  const shown = useRef<string | null>(null);
  const first = rows.find(({ kind }) => kind === 'message')?.key ?? null;
  useLayoutEffect(() => {
    shown.current = first;
  }, [first]);
  if (shown.current === null || shown.current === first) return false;
  return rows.some(({ key }) => key === shown.current);
}
