'use client';

import { useEffect, useState } from 'react';
import type { Devices } from '#lib/client/devices/createDevices.ts';

/** From this loudness on (of 1) it is a voice and not the room. */
const voiceLevel = 0.12;

/** Loudness of the own microphone, and whether a voice was heard since this component is shown. */
export function useMicrophoneLevel(devices: Devices): { level: number; wasHeard: boolean } {
  const [level, setLevel] = useState(0);
  const [wasHeard, setWasHeard] = useState(false);
  useEffect(
    () =>
      devices.onLevel((next) => {
        setLevel(next);
        if (next > voiceLevel) setWasHeard(true);
      }),
    [devices],
  );
  return { level, wasHeard };
}
