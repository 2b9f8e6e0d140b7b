'use client';

import { useEffect, useEffectEvent } from 'react';

/** Repeats something every `intervalMs` while the page is in front, and at once when it comes back to the front. */
export function useWhileVisible(run: () => void, intervalMs: number, isWanted = true): void {
  const tick = useEffectEvent(run);
  useEffect(() => {
    if (!isWanted) return undefined;
    let timer = start();
    function start(): ReturnType<typeof setInterval> | undefined {
      return document.visibilityState === 'visible' ? setInterval(tick, intervalMs) : undefined;
    }
    function turn(): void {
      clearInterval(timer);
      timer = start();
      if (timer !== undefined) tick();
    }
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [intervalMs, isWanted]);
}
