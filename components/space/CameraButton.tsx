'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useVisitDevices } from '#hooks/useSpace.ts';

/** My camera: pressed means that it is on. */
export function CameraButton() {
  const t = useTranslations('tools');
  const { devices } = useVisit();
  const { isCameraOn, camera } = useVisitDevices();
  const isRefused = camera.status === 'refused';
  const isSeen = isCameraOn && !isRefused;
  return (
    <IconButton
      icon={isSeen ? 'cam' : 'camOff'}
      label={isSeen ? t('camOff') : t('camOn')}
      shortcut="V"
      tone={isSeen ? 'plain' : 'off'}
      aria-pressed={isSeen}
      onClick={() => void devices.setCameraOn(!isSeen)}
    />
  );
}
