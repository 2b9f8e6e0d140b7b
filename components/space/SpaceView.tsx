'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScreens } from '#hooks/call/useScreens.ts';
import { useUploadGuard } from '#hooks/chat/useUploadGuard.ts';
import { useSlugInAddress } from '#hooks/live/useSlugInAddress.ts';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import type { HudPanel } from '#hooks/mapInsets.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useLeaveGuard } from '#hooks/useLeaveGuard.ts';
import { usePageTitle } from '#hooks/usePageTitle.ts';
import { useQuietAfterEnd } from '#hooks/useQuietAfterEnd.ts';
import { useSelected } from '#hooks/useSelected.ts';
import { useCall, useConnection } from '#hooks/useSpace.ts';
import { useStage } from '#hooks/useStage.ts';
import { useVisitMarker } from '#hooks/useVisitMarker.ts';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import { EndedScreen } from './EndedScreen.tsx';
import { belongsToDoor } from './endings.ts';
import { Hud } from './Hud.tsx';
import { MapNotice } from './MapNotice.tsx';
import { NearbyAnnouncer } from './NearbyAnnouncer.tsx';
import { Opening } from './Opening.tsx';
import { SpaceRoot } from './SpaceRoot.tsx';
import { WaitingScreen } from './WaitingScreen.tsx';

interface SpaceViewProps {
  spaceId: string;
  mapUrl: string;
  /** Whoever came back by a reload, else null. */
  returningName: string | null;
  onBackToDoor: () => void;
  onLeave: () => void;
}

const hasJoinedOf = (state: SpaceState) => state.space !== null;

/** The space: the map fills the window, everything else floats on it. */
export function SpaceView({ spaceId, mapUrl, returningName, onBackToDoor, onLeave }: SpaceViewProps) {
  const t = useTranslations('space');
  const { session, space } = useVisit();
  const spaceName = useSpaceName();
  const [panel, setPanel] = useState<HudPanel>('none');
  const host = useRef<HTMLDivElement>(null);
  const screens = useScreens();
  const stage = useStage(host, mapUrl, panel, screens.large !== null);
  const connection = useConnection();
  const hasJoined = useSelected(space, hasJoinedOf);
  const isOpening = !hasJoined || stage.kind === 'loading';
  const isOutside = connection.kind === 'ended' || connection.kind === 'waiting';
  const isCovered = useIsFirstTime(isOpening) || isOutside;
  useLeaveGuard(useCall().kind === 'active');
  useUploadGuard();
  usePageTitle();
  useQuietAfterEnd();
  useVisitMarker(spaceId);
  useSlugInAddress();
  const isForDoor = belongsToDoor(connection);
  useEffect(() => {
    if (isForDoor) onBackToDoor();
  }, [isForDoor, onBackToDoor]);
  useEffect(() => {
    if (!isCovered) host.current?.focus({ preventScroll: true });
  }, [isCovered]);

  /** Says goodbye first: the place is given up, and the others see it at once. */
  function leave(): void {
    session.leave();
    onLeave();
  }

  return (
    <SpaceRoot isOpening={isOpening}>
      {/* While another page lies over it, that one is the content. */}
      <main inert={isCovered}>
        <h1 className="sr-only">{spaceName}</h1>
        {/* Arrow keys walk here, so the map is an application to screen readers; who is near is said below. */}
        <div
          ref={host}
          id={isCovered ? undefined : 'content'}
          role="application"
          aria-label={t('label', { space: spaceName })}
          aria-describedby="walking-help"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys walk while the map has the focus
          tabIndex={0}
          className="absolute inset-0 touch-none overflow-hidden outline-none focus-visible:outline-offset-[-3px]"
        />
        <p id="walking-help" className="sr-only">
          {t('help')}
        </p>
      </main>
      {stage.kind === 'not_loaded' && <MapNotice kind="not_loaded" />}
      {stage.kind === 'open' && stage.stage.renderer === null && <MapNotice kind="unavailable" />}
      <NearbyAnnouncer />
      {hasJoined && !isOutside && (
        <Hud
          walker={stage.kind === 'open' ? stage.stage.walker : null}
          panel={panel}
          onPanelChange={setPanel}
          screens={screens}
          onLeave={leave}
        />
      )}
      {isCovered && !isOutside && <Opening spaceName={spaceName} returningName={returningName} />}
      {connection.kind === 'waiting' && <WaitingScreen state={connection} onBackToDoor={onBackToDoor} />}
      {connection.kind === 'ended' && !isForDoor && (
        <EndedScreen state={connection} onBackToDoor={onBackToDoor} />
      )}
    </SpaceRoot>
  );
}

/** Whether something that is true at first has never ceased to be: another language loads the map anew in its place. */
function useIsFirstTime(isTrue: boolean): boolean {
  const [isFirst, setFirst] = useState(true);
  if (isFirst && !isTrue) setFirst(false);
  return isFirst && isTrue;
}
