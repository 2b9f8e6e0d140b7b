'use client';

import { useEffect, useState } from 'react';
import { useVisit } from './SpaceContext.ts';

/** Whether the connection is away because the server said that it restarts. */
export function useIsServerRestarting(): boolean {
  const { session } = useVisit();
  const [isRestarting, setRestarting] = useState(false);
  useEffect(() => {
    const stops = [
      session.on('/space', 'session-end', ({ reason }) => setRestarting(reason === 'server_shutdown')),
      session.onState((state) => {
        if (state.kind === 'live') setRestarting(false);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
  return isRestarting;
}
