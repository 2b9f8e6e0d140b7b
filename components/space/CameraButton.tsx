'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useVisitDevices } from '#hooks/useSpace.ts';
import { isCameraUsed } from '#lib/client/devices/deviceState.ts';

/** My camera on and off; its name says what pressing does. */
export function CameraButton() {
  const t = useTranslations('tools');
  const { devices } = useVisit();
  const isSeen = isCameraUsed(useVisitDevices());
  return (
    <IconButton
      icon={isSeen ? 'cam' : 'camOff'}
      label={isSeen ? t('camOff') : t('camOn')}
      shortcut="V"
      tone={isSeen ? 'plain' : 'off'}
      onClick={() => void devices.setCameraOn(!isSeen)}
    />
  );
}
