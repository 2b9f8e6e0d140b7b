'use client';

import { type RefObject, useSyncExternalStore } from 'react';

export interface FullScreen {
  readonly isFull: boolean;
  /** iPhones let a page fill the window with nothing. */
  readonly isPossible: boolean;
  toggle(): void;
}

/** Lets one piece of the page fill the whole window; Escape ends it, as browsers have it. */
export function useFullScreen(piece: RefObject<HTMLElement | null>): FullScreen {
  const isFull = useSyncExternalStore(
    subscribe,
    () => piece.current !== null && document.fullscreenElement === piece.current,
    () => false,
  );
  const isPossible = useSyncExternalStore(
    () => () => undefined,
    () => document.fullscreenEnabled,
    () => false,
  );
  return { isFull, isPossible, toggle: () => void toggle(piece.current) };
}

async function toggle(piece: HTMLElement | null): Promise<void> {
  try {
    if (document.fullscreenElement !== null) await document.exitFullscreen();
    else await piece?.requestFullscreen();
  } catch (error) {
    // The picture stays as large as it was; the browser shows its own reason where there is one.
    console.warn('the window was not filled', error);
  }
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}
