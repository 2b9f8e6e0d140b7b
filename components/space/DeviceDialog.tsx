'use client';

import { useTranslations } from 'use-intl';
import { DeviceNotice } from '#components/door/DeviceNotice.tsx';
import { DeviceSelects } from '#components/door/DeviceSelects.tsx';
import { DoorLevel } from '#components/door/DoorLevel.tsx';
import { TestSound } from '#components/door/TestSound.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { deviceProblemOf } from '#hooks/deviceProblem.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useVisitDevices } from '#hooks/useSpace.ts';
import { trackOf } from '#lib/client/devices/deviceState.ts';

interface DeviceDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Camera and sound while inside: the same choices as at the door. */
export function DeviceDialog({ open, onOpenChange }: DeviceDialogProps) {
  const t = useTranslations('devices');
  const { devices } = useVisit();
  const state = useVisitDevices();
  const problem = deviceProblemOf(state);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('settings')} lead={t('settingsLead')}>
      <div className="grid gap-4">
        {problem && <DeviceNotice problem={problem} onRetry={() => void devices.start()} />}
        <DeviceSelects devices={state} onChoose={(kind, deviceId) => void devices.choose(kind, deviceId)} />
        <DoorLevel devices={devices} isOn={state.isMicrophoneOn && trackOf(state.microphone) !== null} />
        <TestSound onPlay={() => devices.playTestSound()} />
      </div>
    </Dialog>
  );
}
