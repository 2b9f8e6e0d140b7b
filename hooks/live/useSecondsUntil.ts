'use client';

import { useEffect, useState } from 'react';

/** Whole seconds until a moment (ms since 1970), counted down to 0. */
export function useSecondsUntil(momentMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((momentMs - nowMs) / 1_000));
}
