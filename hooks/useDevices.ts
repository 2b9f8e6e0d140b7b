'use client';

import { createDevices, type Devices } from '#lib/client/devices/createDevices.ts';
import type { DevicesState } from '#lib/client/devices/deviceState.ts';
import { useOwned } from './useOwned.ts';
import { useSelected } from './useSelected.ts';

const make = () => createDevices();
const dispose = (devices: Devices) => devices.dispose();

/** Microphone, camera and speaker of this page, for as long as it is open: door and space share them. */
export function useOwnedDevices(): Devices | null {
  return useOwned(make, dispose);
}

const everything = (state: DevicesState) => state;

/** The devices as they are now. */
export function useDevicesState(devices: Devices): DevicesState {
  return useSelected(devices.store, everything);
}
