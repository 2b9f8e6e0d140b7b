'use client';

import { useSyncExternalStore } from 'react';
import type { MapTheme } from '#lib/client/renderer/theme.ts';

const darkQuery = '(prefers-color-scheme: dark)';
const calmQuery = '(prefers-reduced-motion: reduce)';

/** Day or night on the map: the colours that the page really has now. */
export function useMapTheme(): MapTheme {
  return useSyncExternalStore(subscribeToTheme, readTheme, () => 'day');
}

/** Whether the person asked for less motion. */
export function useIsReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => listenTo(calmQuery, listener),
    () => matchMedia(calmQuery).matches,
    () => false,
  );
}

function readTheme(): MapTheme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light') return 'day';
  if (chosen === 'dark') return 'night';
  return matchMedia(darkQuery).matches ? 'night' : 'day';
}

function subscribeToTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const stop = listenTo(darkQuery, listener);
  return () => {
    observer.disconnect();
    stop();
  };
}

function listenTo(query: string, listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
