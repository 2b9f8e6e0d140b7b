'use client';

import { useEffect } from 'react';
import { useVisit } from './SpaceContext.ts';
import { useConnection } from './useSpace.ts';

/**
 * Closes camera and microphone while the visit has ended or waits at a closed door (somebody who is in another tab is
 * recorded in one only), and opens again what was on when it goes on here.
 */
export function useQuietAfterEnd(): void {
  const { devices } = useVisit();
  const { kind } = useConnection();
  const isOutside = kind === 'ended' || kind === 'waiting';
  useEffect(() => {
    if (!isOutside) return undefined;
    devices.rest();
    return () => void devices.start();
  }, [devices, isOutside]);
}
