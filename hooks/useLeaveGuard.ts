'use client';

import { useEffect } from 'react';

/** Lets the browser ask before a page with a running call is closed. (A session says goodbye by itself on `pagehide`.) */
export function useLeaveGuard(isInCall: boolean): void {
  useEffect(() => {
    if (!isInCall) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isInCall]);
}
