'use client';

import { useEffect } from 'react';
import { useVisit } from './SpaceContext.ts';
import { useConnection } from './useSpace.ts';

/**
 * Switches camera and microphone off while the visit has ended (somebody who is in another tab is not filmed in two),
 * and on again as they were when it goes on here.
 */
export function useQuietAfterEnd(): void {
  const { devices } = useVisit();
  const hasEnded = useConnection().kind === 'ended';
  useEffect(() => {
    if (!hasEnded) return undefined;
    const { isCameraOn, isMicrophoneOn } = devices.store.getState();
    void devices.setCameraOn(false);
    void devices.setMicrophoneOn(false);
    return () => {
      void devices.setCameraOn(isCameraOn);
      void devices.setMicrophoneOn(isMicrophoneOn);
    };
  }, [devices, hasEnded]);
}
