'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from './rows.ts';

/** What a list holds on to while heights change: its end, or a row at a part of its height (0: top, 1: bottom). */
export type Anchor =
  | { readonly kind: 'end' }
  | { readonly kind: 'row'; readonly key: string; readonly at: number };

/** A row is let go of when no height has changed for so long, in ms. */
const settledMs = 400;

/** How near to the end counts as being there, in CSS px. */
const nearEndPx = 60;

/** What somebody does who wants to be elsewhere. */
const intents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

export interface AnchorOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly rows: readonly Row[];
  /** Whether the last row is the latest of the room. */
  readonly isAtEnd: boolean;
  /** The list stands anew; `isEnd`: at the end of the room. */
  readonly onPlaced: (isEnd: boolean) => void;
}

export interface Anchoring {
  /** Goes there and stays, until a row has settled or somebody scrolls. */
  hold(anchor: Anchor): void;
  /** Holds on to nothing any more. */
  release(): void;
  /** Goes to what is held, as rows and heights are now. */
  place(): void;
  holds(): Anchor['kind'] | null;
}

/**
 * Keeps a list where it belongs while its rows are measured, images load, and the window or the field below changes its
 * height. Rows out of view have guessed heights, so that no place can be gone to at once: it is gone to again with each
 * height that becomes known.
 */
export function useAnchor(options: AnchorOptions): Anchoring {
  const { scroller } = options;
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [anchoring] = useState(() => createAnchoring(() => latest.current));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(anchoring.place);
    for (const each of [element, ...element.children]) observer.observe(each);
    for (const intent of intents) element.addEventListener(intent, anchoring.letGoOfRow, { passive: true });
    return () => {
      observer.disconnect();
      for (const intent of intents) element.removeEventListener(intent, anchoring.letGoOfRow);
    };
  }, [scroller, anchoring]);
  useEffect(() => anchoring.release, [anchoring]);
  return anchoring;
}

function createAnchoring(options: () => AnchorOptions): Anchoring & { letGoOfRow(): void } {
  let anchor: Anchor | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release(): void {
    clearTimeout(timer);
    anchor = null;
  }

  function settle(): void {
    const { scroller, isAtEnd, onPlaced } = options();
    if (anchor?.kind !== 'row' || scroller.current === null) return;
    const isEnd = isAtEnd && isNearEnd(scroller.current);
    anchor = isEnd ? { kind: 'end' } : null;
    onPlaced(isEnd);
  }

  function place(): void {
    const { scroller, isAtEnd, onPlaced } = options();
    const top = anchor === null ? null : topOf(anchor, options());
    if (scroller.current === null || top === null) return;
    scroller.current.scrollTop = top;
    onPlaced(isAtEnd && isNearEnd(scroller.current));
    clearTimeout(timer);
    if (anchor?.kind === 'row') timer = setTimeout(settle, settledMs);
  }

  return {
    hold(next) {
      anchor = next;
      place();
    },
    release,
    place,
    holds: () => anchor?.kind ?? null,
    letGoOfRow() {
      clearTimeout(timer);
      settle();
    },
  };
}

/** Where the list is to be scrolled to, in CSS px; the browser keeps it within its bounds. Null: nowhere now. */
function topOf(anchor: Anchor, { scroller, list, rows, isAtEnd }: AnchorOptions): number | null {
  const element = scroller.current;
  if (element === null || list.current === null) return null;
  if (anchor.kind === 'end') return isAtEnd ? element.scrollHeight : null;
  const index = rows.findIndex(({ key }) => key === anchor.key);
  if (index === -1) return null;
  const free = element.clientHeight - list.current.getItemSize(index);
  return list.current.getItemOffset(index) - free * anchor.at;
}

/** How far it is to the end of a list, in CSS px. */
export const distanceToEnd = ({ scrollHeight, clientHeight, scrollTop }: HTMLElement): number =>
  scrollHeight - clientHeight - scrollTop;

/** Whether the end of a list is in view. */
export const isNearEnd = (element: HTMLElement): boolean => distanceToEnd(element) <= nearEndPx;
