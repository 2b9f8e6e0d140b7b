'use client';

import { useEffect } from 'react';
import { useConnection, useVisitDevices } from './useSpace.ts';
import { readVisitMarker, writeVisitMarker } from './visitMarker.ts';

/** Keeps up to date how a reload of this tab comes back in. */
export function useVisitMarker(spaceId: string): void {
  const { isMicrophoneOn, isCameraOn } = useVisitDevices();
  const hasEnded = useConnection().kind === 'ended';
  useEffect(() => {
    const marker = readVisitMarker(spaceId);
    if (hasEnded || marker === null) return;
    writeVisitMarker(spaceId, { name: marker.name, isMicrophoneOn, isCameraOn });
  }, [spaceId, hasEnded, isMicrophoneOn, isCameraOn]);
}
