'use client';

import { useTranslations } from 'use-intl';
import type { IconName } from '#components/ui/Icon.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { DeviceChoice, DeviceKind, DevicesState } from '#lib/client/devices/deviceState.ts';

const icons: Record<DeviceKind, IconName> = { microphone: 'mic', camera: 'cam', speaker: 'speaker' };

interface DeviceSelectsProps {
  devices: Pick<
    DevicesState,
    'lists' | 'chosen' | 'canChooseSpeaker' | 'microphone' | 'camera' | 'isMicrophoneOn' | 'isCameraOn'
  >;
  onChoose: (kind: DeviceKind, deviceId: string) => void;
}

/** The choice of microphone, camera and speaker, as far as the browser lets a page choose. */
export function DeviceSelects({ devices, onChoose }: DeviceSelectsProps) {
  if (isUndecided(devices) && !hasNamedDevices(devices)) return <Skeleton className={placeholder(devices)} />;
  return (
    <div className="grid gap-4">
      <DeviceSelect kind="microphone" devices={devices} onChoose={onChoose} />
      <div className="grid gap-4 desk:auto-cols-fr desk:grid-flow-col desk:gap-3">
        <DeviceSelect kind="camera" devices={devices} onChoose={onChoose} />
        {devices.canChooseSpeaker && <DeviceSelect kind="speaker" devices={devices} onChoose={onChoose} />}
      </div>
    </div>
  );
}

function DeviceSelect({ kind, devices, onChoose }: DeviceSelectsProps & { kind: DeviceKind }) {
  const t = useTranslations('door');
  const named = devices.lists[kind].filter((device) => device.label !== '');
  const options = named.map(({ deviceId, label }) => ({ value: deviceId, label }));
  const nothing = { microphone: t('noMicrophone'), camera: t('noCamera'), speaker: t('defaultDevice') };
  return (
    <Select
      label={t(kind)}
      icon={icons[kind]}
      value={deviceInUse(kind, devices, named)}
      options={options}
      placeholder={devices.lists[kind].length === 0 ? nothing[kind] : t('defaultDevice')}
      onChange={(deviceId) => onChoose(kind, deviceId)}
    />
  );
}

/**
 * The chosen device; while it is away, the one that was opened instead. Without a choice the browser takes its default
 * device, which stands first or is called `default`.
 */
function deviceInUse(
  kind: DeviceKind,
  { chosen, ...states }: DeviceSelectsProps['devices'],
  devices: readonly DeviceChoice[],
): string | undefined {
  const state = kind === 'speaker' ? null : states[kind];
  const openedId = state?.status === 'live' ? state.deviceId : '';
  const inOrder = [chosen[kind], openedId, 'default'];
  return inOrder.find((id) => devices.some(({ deviceId }) => deviceId === id)) ?? devices[0]?.deviceId;
}

/** Whether there is anything to choose from: browsers name devices only after they were allowed once. */
export function hasNamedDevices({ lists }: Pick<DevicesState, 'lists'>): boolean {
  return [...lists.microphone, ...lists.camera].some(({ label }) => label !== '');
}

/** Whether the browser has yet to say what may be used; before it is asked counts too, so that nothing flickers. */
function isUndecided(devices: DeviceSelectsProps['devices']): boolean {
  const { microphone, camera, isMicrophoneOn, isCameraOn } = devices;
  if (microphone.status === 'asking' || camera.status === 'asking') return true;
  return (isMicrophoneOn && microphone.status === 'idle') || (isCameraOn && camera.status === 'idle');
}

/** As high as the selects will be: the button below must not move away from a finger that is on it. */
function placeholder({ canChooseSpeaker }: Pick<DevicesState, 'canChooseSpeaker'>): string {
  return canChooseSpeaker ? 'h-60 desk:h-39' : 'h-39';
}
