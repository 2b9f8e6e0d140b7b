'use client';

import { cx } from '#components/ui/cx.ts';
import { ToastRegion } from '#components/ui/ToastRegion.tsx';
import type { Screens } from '#hooks/call/useScreens.ts';
import { useHud } from '#hooks/live/HudContext.ts';
import type { HudPanel } from '#hooks/mapInsets.ts';
import { useCall, useTiles } from '#hooks/useSpace.ts';
import type { Walker } from '#lib/client/input/createWalker.ts';
import { AloneHint } from './AloneHint.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Joystick } from './Joystick.tsx';
import { NoticeStack } from './NoticeStack.tsx';
import { PlacePill } from './PlacePill.tsx';
import { TapToHear } from './TapToHear.tsx';
import { TileStrip } from './TileStrip.tsx';
import { ToolBar } from './ToolBar.tsx';

interface HudLayoutProps {
  walker: Walker | null;
  /** What stands beside the map. */
  panel: HudPanel;
  onTogglePeople: () => void;
  onToggleChat: () => void;
  onStepAway: () => void;
  screens: Screens;
}

/** Where each piece floats on the map: on wide screens, on phones, and in windows of little height. */
export function HudLayout({
  walker,
  panel,
  onTogglePeople,
  onToggleChat,
  onStepAway,
  screens,
}: HudLayoutProps) {
  const { toasts, open } = useHud();
  const tiles = useTiles();
  return (
    <>
      <div
        className={cx(
          'pointer-events-none absolute inset-0 z-10 grid grid-rows-[auto_auto_1fr_auto] gap-3 p-3',
          'pt-[max(12px,env(safe-area-inset-top))] pb-[max(12px,env(safe-area-inset-bottom))]',
          'desk:grid-rows-[auto_1fr_auto] desk:gap-4 desk:p-4 low:grid-rows-[auto_1fr_auto]',
          'grid-cols-[auto_minmax(0,1fr)] desk:grid-cols-[minmax(max-content,1fr)_minmax(0,auto)_1fr] low:grid-cols-[max-content_minmax(0,1fr)]',
          panel === 'people' && 'desk:pe-94 low:pe-86',
          panel === 'chat' && 'desk:pe-103 low:pe-101',
        )}
      >
        <div className="pointer-events-auto justify-self-start">
          <PlacePill />
        </div>
        <TileStrip tiles={tiles} screens={screens} />
        {/* On small screens the hint stands at the top, where it hides nobody one could walk up to. */}
        <div className="col-span-full row-start-2 justify-self-center desk:hidden low:col-span-1 low:col-start-2 low:row-start-1 low:block">
          <AloneHint />
        </div>
        <NoticeStack className="col-span-full row-start-3 self-start desk:row-start-2 low:row-start-2" />
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
            call={useCall()}
            isPeopleOpen={panel === 'people'}
            onTogglePeople={onTogglePeople}
            isChatOpen={panel === 'chat'}
            onToggleChat={onToggleChat}
            onShowDevices={() => open('devices')}
            onStepAway={onStepAway}
            onLeave={() => open('leave')}
          />
        </div>
      </div>
      <div
        className={cx(
          'pointer-events-none absolute start-4.5 bottom-23 z-10 low:bottom-4.5',
          panel !== 'none' && 'max-desk:invisible',
        )}
      >
        <Joystick onMove={(x, y) => walker?.setDirection(x, y)} />
      </div>
    </>
  );
}
