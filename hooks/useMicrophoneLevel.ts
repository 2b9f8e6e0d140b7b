'use client';

import { useEffect, useState } from 'react';
import { startLevel } from '#lib/client/call/speaking.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';

/** Loudness of the own microphone, and whether it was as loud as speaking in a call since this component is shown. */
export function useMicrophoneLevel(devices: Devices): { level: number; wasHeard: boolean } {
  const [level, setLevel] = useState(0);
  const [wasHeard, setWasHeard] = useState(false);
  useEffect(
    () =>
      devices.onLevel((next) => {
        setLevel(next);
        if (next >= startLevel) setWasHeard(true);
      }),
    [devices],
  );
  return { level, wasHeard };
}
