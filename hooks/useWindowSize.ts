'use client';

import { useSyncExternalStore } from 'react';

/** Size of the window in CSS px; zero on the server. */
export function useWindowSize(): { width: number; height: number } {
  const width = useSyncExternalStore(
    subscribe,
    () => window.innerWidth,
    () => 0,
  );
  const height = useSyncExternalStore(
    subscribe,
    () => window.innerHeight,
    () => 0,
  );
  return { width, height };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
