'use client';

import { useCallback, useState } from 'react';
import { createDevices, type Devices } from '#lib/client/devices/createDevices.ts';
import type { DevicesState } from '#lib/client/devices/deviceState.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import { useOwned } from './useOwned.ts';
import { useSelected } from './useSelected.ts';

/** How somebody prefers to come in. */
export type DevicePreferences = Profile['preferences']['devices'];

const dispose = (devices: Devices) => devices.dispose();

/** Microphone, camera and speaker of this page, for as long as it is open: door and space share them. */
export function useOwnedDevices(preferences: DevicePreferences | null = null): Devices | null {
  // What is preferred counts when the page opens; a later answer of the server must not close what is open.
  const [atFirst] = useState(preferences);
  const make = useCallback(() => devicesOf(atFirst), [atFirst]);
  return useOwned(make, dispose);
}

/** Devices that start as preferred: what is off is not even asked for. */
function devicesOf(preferences: DevicePreferences | null): Devices {
  const devices = createDevices();
  if (preferences?.startMuted === true) void devices.setMicrophoneOn(false);
  if (preferences?.startWithoutCamera === true) void devices.setCameraOn(false);
  return devices;
}

const everything = (state: DevicesState) => state;

/** The devices as they are now. */
export function useDevicesState(devices: Devices): DevicesState {
  return useSelected(devices.store, everything);
}
