'use client';

import { useTranslations } from 'use-intl';
import type { IconName } from '#components/ui/Icon.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { DeviceChoice, DeviceKind, DevicesState } from '#lib/client/devices/deviceState.ts';

/** Radix's select knows no empty value; this stands for the system's choice, which the devices call ''. */
const systemChoice = 'system';

const icons: Record<DeviceKind, IconName> = { microphone: 'mic', camera: 'cam', speaker: 'speaker' };

interface DeviceSelectsProps {
  devices: Pick<DevicesState, 'lists' | 'chosen' | 'canChooseSpeaker' | 'microphone' | 'camera'>;
  onChoose: (kind: DeviceKind, deviceId: string) => void;
}

/** The choice of microphone, camera and speaker, as far as the browser lets a page choose. */
export function DeviceSelects({ devices, onChoose }: DeviceSelectsProps) {
  if (isBeingAsked(devices) && !hasNamedDevices(devices)) return <Skeleton className="h-34" />;
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
  const options = named.map((device) => ({ value: optionValue(device), label: device.label }));
  const chosen = devices.chosen[kind] === '' ? defaultOf(named) : devices.chosen[kind];
  const nothing = { microphone: t('noMicrophone'), camera: t('noCamera'), speaker: t('defaultDevice') };
  return (
    <Select
      label={t(kind)}
      icon={icons[kind]}
      value={chosen}
      options={options}
      placeholder={devices.lists[kind].length === 0 ? nothing[kind] : t('defaultDevice')}
      onChange={(value) => onChoose(kind, value === systemChoice ? '' : value)}
    />
  );
}

function optionValue(device: DeviceChoice): string {
  return device.deviceId === '' ? systemChoice : device.deviceId;
}

/** Without a choice the browser takes its default device, which stands first or is called `default`. */
function defaultOf(devices: readonly DeviceChoice[]): string | undefined {
  const device = devices.find(({ deviceId }) => deviceId === 'default') ?? devices[0];
  return device === undefined ? undefined : optionValue(device);
}

/** Whether there is anything to choose from: browsers name devices only after they were allowed once. */
export function hasNamedDevices({ lists }: Pick<DevicesState, 'lists'>): boolean {
  return [...lists.microphone, ...lists.camera].some(({ label }) => label !== '');
}

function isBeingAsked({ microphone, camera }: Pick<DevicesState, 'microphone' | 'camera'>): boolean {
  return microphone.status === 'asking' || camera.status === 'asking';
}
