'use client';

import { useCallback, useEffect, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ToastRegion } from '#components/ui/ToastRegion.tsx';
import { focusContent, focusContentIfLost } from '#hooks/focusContent.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { createToasts } from '#hooks/toasts.ts';
import { useCallNews } from '#hooks/useCallNews.ts';
import { useCorrectionNews } from '#hooks/useCorrectionNews.ts';
import { useDeviceNews } from '#hooks/useDeviceNews.ts';
import { useShortcuts } from '#hooks/useShortcuts.ts';
import { useCall, useTiles, useVisitDevices } from '#hooks/useSpace.ts';
import { useStepAway } from '#hooks/useStepAway.ts';
import { isCameraUsed, isMicrophoneUsed } from '#lib/client/devices/deviceState.ts';
import type { Walker } from '#lib/client/input/createWalker.ts';
import { AloneHint } from './AloneHint.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DeviceDialog } from './DeviceDialog.tsx';
import { Joystick } from './Joystick.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { PlacePill } from './PlacePill.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TapToHear } from './TapToHear.tsx';
import { TileStrip } from './TileStrip.tsx';
import { ToolBar } from './ToolBar.tsx';

interface HudProps {
  /** Null until the map is there. */
  walker: Walker | null;
  isPeopleOpen: boolean;
  onPeopleOpenChange: (isOpen: boolean) => void;
  onLeave: () => void;
}

type OpenWindow = 'none' | 'devices' | 'shortcuts' | 'leave';

/** All that floats on the map, and which of its windows is open. */
export function Hud({ walker, isPeopleOpen, onPeopleOpenChange, onLeave }: HudProps) {
  const { devices } = useVisit();
  const deviceState = useVisitDevices();
  const [open, setOpen] = useState<OpenWindow>('none');
  const [toasts] = useState(createToasts);
  const tiles = useTiles();
  const isInCall = useCall().kind === 'active';
  const stepAway = useStepAway(toasts);
  const togglePeople = () => onPeopleOpenChange(!isPeopleOpen);
  /** The panel may have had the focus, so the map takes it. */
  const closePeople = () => {
    if (!isPeopleOpen) return;
    onPeopleOpenChange(false);
    focusContent();
  };
  const windowProps = (which: OpenWindow) => ({
    open: open === which,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? which : 'none'),
  });
  useEffect(() => {
    // The button that left the call went with it.
    if (!isInCall) focusContentIfLost();
  }, [isInCall]);
  useCallNews(toasts);
  useCorrectionNews(toasts);
  useDeviceNews(
    toasts,
    useCallback(() => setOpen('devices'), []),
  );
  useShortcuts({
    m: () => void devices.setMicrophoneOn(!isMicrophoneUsed(deviceState)),
    v: () => void devices.setCameraOn(!isCameraUsed(deviceState)),
    p: togglePeople,
    x: stepAway,
    '?': () => setOpen('shortcuts'),
    escape: closePeople,
  });

  return (
    <>
      <div
        className={cx(
          'pointer-events-none absolute inset-0 z-10 grid grid-rows-[auto_auto_1fr_auto] gap-3 p-3',
          'pt-[max(12px,env(safe-area-inset-top))] pb-[max(12px,env(safe-area-inset-bottom))]',
          'desk:grid-rows-[auto_1fr_auto] desk:gap-4 desk:p-4 low:grid-rows-[auto_1fr_auto]',
          'grid-cols-[auto_minmax(0,1fr)] desk:grid-cols-[minmax(max-content,1fr)_minmax(0,auto)_1fr] low:grid-cols-[max-content_minmax(0,1fr)]',
          isPeopleOpen && 'desk:pe-94 low:pe-86',
        )}
      >
        <div className="pointer-events-auto justify-self-start">
          <PlacePill onShowShortcuts={() => setOpen('shortcuts')} onLeave={() => setOpen('leave')} />
        </div>
        <TileStrip tiles={tiles} />
        {/* On small screens the hint stands at the top, where it hides nobody one could walk up to. */}
        <div className="col-span-full row-start-2 justify-self-center desk:hidden low:col-span-1 low:col-start-2 low:row-start-1 low:block">
          <AloneHint />
        </div>
        <div className="col-span-full row-start-3 grid content-end justify-items-center gap-3 touch:max-desk:pb-28 desk:row-start-2 low:row-start-2 low:content-start low:pb-0">
          <ToastRegion
            toasts={toasts}
            className="w-full justify-self-end max-desk:justify-items-center desk:w-auto desk:max-w-95"
          />
          <ConnectionBanner />
          <TapToHear />
          <div className="max-desk:hidden low:hidden">
            <AloneHint />
          </div>
        </div>
        <div className="col-span-full row-start-4 flex justify-center desk:row-start-3 low:row-start-3">
          <ToolBar
            isInCall={isInCall}
            isPeopleOpen={isPeopleOpen}
            onTogglePeople={togglePeople}
            onShowDevices={() => setOpen('devices')}
            onStepAway={stepAway}
            onLeave={() => setOpen('leave')}
          />
        </div>
      </div>
      <div
        className={cx(
          'pointer-events-none absolute start-4.5 bottom-23 z-10 low:bottom-4.5',
          isPeopleOpen && 'max-desk:invisible',
        )}
      >
        <Joystick onMove={(x, y) => walker?.setDirection(x, y)} />
      </div>
      {isPeopleOpen && <PeoplePanel walker={walker} onClose={closePeople} />}
      <DeviceDialog {...windowProps('devices')} />
      <ShortcutsDialog {...windowProps('shortcuts')} />
      <LeaveDialog {...windowProps('leave')} isInCall={isInCall} onLeave={onLeave} />
    </>
  );
}
