'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useVisitDevices } from '#hooks/useSpace.ts';
import { isMicrophoneUsed } from '#lib/client/devices/deviceState.ts';

/** My microphone on and off; its name says what pressing does. */
export function MicrophoneButton() {
  const t = useTranslations('tools');
  const { devices } = useVisit();
  const isHeard = isMicrophoneUsed(useVisitDevices());
  return (
    <IconButton
      icon={isHeard ? 'mic' : 'micOff'}
      label={isHeard ? t('mute') : t('unmute')}
      shortcut="M"
      tone={isHeard ? 'plain' : 'off'}
      onClick={() => void devices.setMicrophoneOn(!isHeard)}
    />
  );
}
