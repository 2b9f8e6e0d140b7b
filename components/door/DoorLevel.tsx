'use client';

import { useMicrophoneLevel } from '#hooks/useMicrophoneLevel.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import { LevelLine } from './LevelLine.tsx';

/** The level line on the real microphone; a component of its own, because it renders fifteen times a second. */
export function DoorLevel({ devices, isOn }: { devices: Devices; isOn: boolean }) {
  const { level, wasHeard } = useMicrophoneLevel(devices);
  return <LevelLine level={level} isOn={isOn} wasHeard={wasHeard} />;
}
