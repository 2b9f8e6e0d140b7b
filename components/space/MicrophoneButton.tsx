'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useVisitDevices } from '#hooks/useSpace.ts';

/** My microphone: pressed means that it is on. */
export function MicrophoneButton() {
  const t = useTranslations('tools');
  const { devices } = useVisit();
  const { isMicrophoneOn, microphone } = useVisitDevices();
  const isRefused = microphone.status === 'refused';
  const isHeard = isMicrophoneOn && !isRefused;
  return (
    <IconButton
      icon={isHeard ? 'mic' : 'micOff'}
      label={isHeard ? t('mute') : t('unmute')}
      shortcut="M"
      tone={isHeard ? 'plain' : 'off'}
      aria-pressed={isHeard}
      onClick={() => void devices.setMicrophoneOn(!isHeard)}
    />
  );
}
