'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Door } from '#components/door/Door.tsx';
import { type DevicePreferences, useOwnedDevices } from '#hooks/useDevices.ts';
import { clearVisitMarker, type VisitMarker, writeVisitMarker } from '#hooks/visitMarker.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import type { GateSpace } from './gateSpace.ts';
import { Opening } from './Opening.tsx';

const loadInside = async () => ({ default: (await import('./Inside.tsx')).Inside });
const Inside = lazy(loadInside);

interface GateWithDevicesProps {
  space: GateSpace;
  nameFromAddress: string;
  /** From before a reload, when this tab was inside. */
  marker: VisitMarker | null;
  onLeft: () => void;
  devicePreferences: DevicePreferences | null;
}

/** Door and space with the devices that both share. */
export function GateWithDevices(props: GateWithDevicesProps) {
  const { space, nameFromAddress, marker, onLeft, devicePreferences } = props;
  const router = useRouter();
  // After a reload the devices are as they were before it.
  const devices = useOwnedDevices(marker === null ? devicePreferences : null);
  const [isInside, setInside] = useState(marker !== null);
  const [returningName, setReturningName] = useState(marker?.name ?? null);
  useReopenedDevices(devices, marker);
  useEffect(() => {
    loadInside().catch((error: unknown) =>
      console.warn('the space is loaded only when it is entered', error),
    );
  }, []);
  const backToDoor = useCallback(() => {
    clearVisitMarker(space.id);
    setReturningName(null);
    setInside(false);
    // What keeps somebody at the door now was not so when the page came.
    router.refresh();
  }, [space.id, router]);

  const opening = <Opening spaceName={space.name} returningName={returningName} />;
  if (devices === null) return opening;
  if (!isInside) {
    return (
      <Door
        spaceName={space.name}
        nameFromAddress={nameFromAddress}
        devices={devices}
        onEntered={(name) => {
          const { isMicrophoneOn, isCameraOn } = devices.store.getState();
          writeVisitMarker(space.id, { name, isMicrophoneOn, isCameraOn });
          setInside(true);
        }}
      />
    );
  }
  return (
    <Suspense fallback={opening}>
      <Inside
        spaceId={space.id}
        spaceName={space.name}
        hasResident={space.hasResident}
        devices={devices}
        opening={opening}
        mapUrl={space.mapUrl}
        returningName={returningName}
        onBackToDoor={backToDoor}
        onLeave={onLeft}
      />
    </Suspense>
  );
}

/** After a reload there was no door, so the devices are opened here, as they were before. */
function useReopenedDevices(devices: Devices | null, marker: VisitMarker | null): void {
  useEffect(() => {
    if (devices !== null && marker !== null) void reopen(devices, marker);
  }, [devices, marker]);
}

async function reopen(devices: Devices, marker: VisitMarker): Promise<void> {
  if (!marker.isMicrophoneOn) await devices.setMicrophoneOn(false);
  if (!marker.isCameraOn) await devices.setCameraOn(false);
  await devices.start();
}
