'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import { type DevicesState, isCameraUsed, isMicrophoneUsed } from '#lib/client/devices/deviceState.ts';

/** Microphone and camera on and off, before entering. What was refused shows as off; pressing asks once more. */
export function DoorSwitches({ devices, state }: { devices: Devices; state: DevicesState }) {
  const t = useTranslations('door');
  const isHeard = isMicrophoneUsed(state);
  const isSeen = isCameraUsed(state);
  return (
    <>
      <IconButton
        icon={isHeard ? 'mic' : 'micOff'}
        label={isHeard ? t('micOn') : t('micOff')}
        tone={isHeard ? 'plain' : 'off'}
        onClick={() => void devices.setMicrophoneOn(!isHeard)}
      />
      <IconButton
        icon={isSeen ? 'cam' : 'camOff'}
        label={isSeen ? t('camOn') : t('camOff')}
        tone={isSeen ? 'plain' : 'off'}
        onClick={() => void devices.setCameraOn(!isSeen)}
      />
    </>
  );
}
