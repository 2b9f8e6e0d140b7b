'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import type { RoomTimeline } from '#lib/client/chat/ChatState.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import type { Row } from './rows.ts';
import { type Anchor, type Anchoring, distanceToEnd, isNearEnd, useAnchor } from './useAnchor.ts';

/** How near to an edge more is loaded, in CSS px. */
const loadWithinPx = 600;

/** How long a message that was looked for stays marked, in ms. */
const markMs = 2_400;

/** At which part of the list's height the first new message stands; what was before it is in view too. */
const newAt = 0.25;

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
  toEnd(): void;
}

/** Where the list of a room stands: at its end, at what is new, where somebody scrolled, or at what was looked for. */
export function useTimelineScroll(
  roomId: string,
  timeline: RoomTimeline,
  rows: readonly Row[],
  scroller: RefObject<HTMLElement | null>,
): TimelineScroll {
  const chat = useChatStore();
  const list = useRef<VirtualizerHandle>(null);
  const [isFollowing, setFollowing] = useState(true);
  const lastTop = useRef(0);
  const isShifted = useIsShifted(rows);
  const { isAtEnd } = timeline;
  const anchoring = useAnchor({ scroller, list, rows, isAtEnd, onPlaced: setFollowing });
  const wish = useWish(timeline, rows, anchoring);
  useNews(timeline, rows, anchoring, wish.isWaiting);
  const noteView = useKeptView(rows, scroller, list, anchoring);

  function onScroll(): void {
    const element = scroller.current;
    if (element === null) return;
    // Noted while a row is held, too: whoever then scrolls up once is seen to scroll up.
    const isUpwards = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    noteView();
    if (timeline.state !== 'ready' || anchoring.holds() === 'row') return;
    if (isNearEnd(element)) follow(isAtEnd);
    // What grows below is followed; only somebody who scrolls up wants to stay where they are.
    else if (isUpwards) follow(false);
    if (element.scrollTop < loadWithinPx && timeline.hasOlder && !timeline.isLoadingOlder) {
      load(chat.loadOlder(roomId));
    }
    if (distanceToEnd(element) < loadWithinPx && !isAtEnd && !timeline.isLoadingNewer) {
      load(chat.loadNewer(roomId));
    }
  }

  function follow(isIt: boolean): void {
    setFollowing(isIt);
    if (!isIt) anchoring.release();
    else if (anchoring.holds() !== 'end') anchoring.hold({ kind: 'end' });
  }

  return {
    list,
    isShifted,
    isFollowing,
    markedId: wish.markedId,
    onScroll,
    toEnd() {
      if (isAtEnd) anchoring.hold({ kind: 'end' });
      else load(chat.jumpToEnd(roomId));
    },
  };
}

/**
 * What stands at the top of the view is held while older rows are put before it and measured. Returns what notes the
 * view; call it with each scroll.
 */
function useKeptView(
  rows: readonly Row[],
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  anchoring: Anchoring,
): () => void {
  const view = useRef<Anchor | null>(null);
  const first = rows.find(({ kind }) => kind === 'message')?.key ?? null;
  const shown = useRef(first);
  useLayoutEffect(() => {
    const isOlder = shown.current !== first && rows.some(({ key }) => key === shown.current);
    shown.current = first;
    if (isOlder && view.current !== null && anchoring.holds() === null) anchoring.hold(view.current);
  }, [rows, first, anchoring]);
  return () => {
    const [element, handle] = [scroller.current, list.current];
    if (element === null || handle === null) return;
    const index = handle.findItemIndex(element.scrollTop);
    const row = rows[index];
    const free = element.clientHeight - handle.getItemSize(index);
    if (row === undefined || free <= 0) return;
    view.current = {
      kind: 'row',
      key: row.key,
      at: (handle.getItemOffset(index) - element.scrollTop) / free,
    };
  };
}

/** Where a room opens, and where it goes when something is new to whoever comes back to its end. */
function useNews(
  timeline: RoomTimeline,
  rows: readonly Row[],
  anchoring: Anchoring,
  isWished: boolean,
): void {
  const isPlaced = useRef(false);
  const firstNew = useRef<string | null>(null);
  const isReady = timeline.state === 'ready' && rows.length > 0;
  useLayoutEffect(() => {
    if (!isReady) return;
    const before = firstNew.current;
    firstNew.current = firstNewOf(rows);
    const anchor: Anchor =
      firstNew.current === null ? { kind: 'end' } : { kind: 'row', key: 'new', at: newAt };
    const isNews = firstNew.current !== null && firstNew.current !== before && anchoring.holds() === 'end';
    if (!isPlaced.current ? !isWished : isNews) anchoring.hold(anchor);
    else anchoring.place();
    isPlaced.current = true;
  }, [isReady, rows, anchoring, isWished]);
}

/** The row below the line "new". */
function firstNewOf(rows: readonly Row[]): string | null {
  const index = rows.findIndex(({ kind }) => kind === 'new');
  return index === -1 ? null : (rows[index + 1]?.key ?? null);
}

interface Wish {
  /** Whether a message is wanted that was not gone to yet. */
  readonly isWaiting: boolean;
  readonly markedId: string | null;
}

/** Goes to a message that was looked for, once. */
function useWish(timeline: RoomTimeline, rows: readonly Row[], anchoring: Anchoring): Wish {
  const chat = useChatStore();
  const [markedId, setMarkedId] = useState<string | null>(null);
  const wish = timeline.jump;
  const jump = wish !== null && wish.token > (fulfilled.get(chat) ?? 0) ? wish : null;
  const isReady = timeline.state === 'ready';

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is fulfilled once, whatever comes in meanwhile
  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'message' && row.message.id === jump?.messageId);
    const row = rows[index];
    if (jump === null || row === undefined) return;
    fulfilled.set(chat, jump.token);
    const wasAtEnd = anchoring.holds() === 'end';
    const isLast = index === rows.length - 1 && timeline.isAtEnd;
    anchoring.hold(isLast ? { kind: 'end' } : { kind: 'row', key: row.key, at: 0.5 });
    // Whoever went back to the end was looking for no message in particular.
    if (!isLast || !wasAtEnd) setMarkedId(jump.messageId);
  }, [wish?.token, isReady]);
  useEffect(() => {
    if (markedId === null) return undefined;
    const timer = setTimeout(() => setMarkedId(null), markMs);
    return () => clearTimeout(timer);
  }, [markedId]);
  return { isWaiting: jump !== null, markedId };
}

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
