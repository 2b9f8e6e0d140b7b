'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { rememberInCookie } from './rememberInCookie.ts';
import { browserZone, zoneCookie } from './timeZone.ts';

const neverChanges = () => () => undefined;

/**
 * The time zone in which the page shows times: the chosen one, else the browser's. Until the page has come to life it is
 * the one that the server counted with (`guess`), so that both write the same.
 */
export function useZone(chosen: string | null, guess: string): string {
  const zone = useSyncExternalStore(
    neverChanges,
    () => chosen ?? browserZone(),
    () => chosen ?? guess,
  );
  useEffect(() => {
    const own = browserZone();
    if (own !== guess) rememberInCookie(zoneCookie, own);
  }, [guess]);
  return zone;
}
