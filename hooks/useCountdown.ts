'use client';

import { useEffect, useState } from 'react';

/** Seconds left of a pause of `seconds`, and the way to begin it anew. It runs from the first render on. */
export function useCountdown(seconds: number): { left: number; restart: () => void } {
  const [endMs, setEndMs] = useState<number | null>(null);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = endMs ?? Date.now() + seconds * 1_000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [endMs, seconds]);

  function restart(): void {
    setEndMs(Date.now() + seconds * 1_000);
    setLeft(seconds);
  }

  return { left, restart };
}
