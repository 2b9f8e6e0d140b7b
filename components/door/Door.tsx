'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { deviceProblemOf } from '#hooks/deviceProblem.ts';
import { useDoorPlace, useStandingAtDoor } from '#hooks/places/DoorContext.ts';
import { rememberedName } from '#hooks/rememberedName.ts';
import { useDevicesState } from '#hooks/useDevices.ts';
import { useEntrance } from '#hooks/useEntrance.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import { trackOf } from '#lib/client/devices/deviceState.ts';
import { DeviceNotice } from './DeviceNotice.tsx';
import { DeviceSelects, hasNamedDevices } from './DeviceSelects.tsx';
import { DoorForm } from './DoorForm.tsx';
import { DoorLevel } from './DoorLevel.tsx';
import { DoorPreview } from './DoorPreview.tsx';
import { DoorSwitches } from './DoorSwitches.tsx';
import { enterWords } from './enterWords.ts';
import { TestSoundIcon } from './TestSound.tsx';

interface DoorProps {
  spaceName: string;
  /** A name that came along in the address, else empty. */
  nameFromAddress: string;
  devices: Devices;
  onEntered: (name: string) => void;
}

/** The way in: who is there, how I look and sound, my name. Nothing is sent to anybody here. */
export function Door({ spaceName, nameFromAddress, devices, onEntered }: DoorProps) {
  const t = useTranslations('door');
  const state = useDevicesState(devices);
  const problem = deviceProblemOf(state);
  const { space, visitor } = useDoorPlace();
  const router = useRouter();
  const entrance = useEntrance((name) => {
    onEntered(name);
    // The head of the pages to come shows who somebody has just become.
    if (name !== visitor?.name) router.refresh();
  });
  const account = visitor === null || visitor.isGuest ? null : visitor;
  useStandingAtDoor();
  useEffect(() => {
    void devices.start();
  }, [devices]);

  return (
    <div className="wrap flex min-h-dvh animate-fade flex-col">
      <PageHeader />
      <main
        id="content"
        className="mx-auto grid w-full max-w-[1120px] flex-1 items-start gap-7 pb-10 desk:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] desk:items-center desk:gap-16 desk:pb-22 low:items-start low:pb-6"
      >
        <div>
          <DoorPreview
            track={trackOf(state.camera)}
            isAsking={state.camera.status === 'asking'}
            cast={account?.cast ?? null}
          >
            <DoorSwitches devices={devices} state={state} />
            <TestSoundIcon onPlay={() => devices.playTestSound()} />
          </DoorPreview>
          {state.microphone.status !== 'refused' && (
            <DoorLevel devices={devices} isOn={state.isMicrophoneOn && trackOf(state.microphone) !== null} />
          )}
        </div>
        <DoorForm
          spaceName={spaceName}
          description={space.description}
          initialName={nameFromAddress || rememberedName() || (visitor?.name ?? '')}
          account={account}
          entrance={entrance}
          enterLabel={t(enterWords(state))}
        >
          {problem && <DeviceNotice problem={problem} onRetry={() => void devices.start()} />}
          {(problem === null || hasNamedDevices(state)) && (
            <DeviceSelects
              devices={state}
              onChoose={(kind, deviceId) => void devices.choose(kind, deviceId)}
            />
          )}
        </DoorForm>
      </main>
    </div>
  );
}
