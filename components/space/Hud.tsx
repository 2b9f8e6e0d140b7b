'use client';

import { useCallback, useEffect } from 'react';
import { focusContent, focusContentIfLost } from '#hooks/focusContent.ts';
import { HudContext } from '#hooks/live/HudContext.ts';
import { useAnnouncementNotices } from '#hooks/live/useAnnouncementNotices.ts';
import { useArrivalNotices } from '#hooks/live/useArrivalNotices.ts';
import { useHudTools } from '#hooks/live/useHudTools.ts';
import { useModeratorNews } from '#hooks/live/useModeratorNews.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useCallNews } from '#hooks/useCallNews.ts';
import { useCorrectionNews } from '#hooks/useCorrectionNews.ts';
import { useDeviceNews } from '#hooks/useDeviceNews.ts';
import { useShortcuts } from '#hooks/useShortcuts.ts';
import { useCall, useVisitDevices } from '#hooks/useSpace.ts';
import { useStepAway } from '#hooks/useStepAway.ts';
import { isCameraUsed, isMicrophoneUsed } from '#lib/client/devices/deviceState.ts';
import type { Walker } from '#lib/client/input/createWalker.ts';
import { HudLayout } from './HudLayout.tsx';
import { HudWindows } from './HudWindows.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';

interface HudProps {
  /** Null until the map is there. */
  walker: Walker | null;
  isPeopleOpen: boolean;
  onPeopleOpenChange: (isOpen: boolean) => void;
  onLeave: () => void;
}

/** All that floats on the map: its news, its keys, and which of its windows is open. */
export function Hud({ walker, isPeopleOpen, onPeopleOpenChange, onLeave }: HudProps) {
  const { devices } = useVisit();
  const deviceState = useVisitDevices();
  const { tools, window, question, answered } = useHudTools();
  const { toasts, open } = tools;
  const isInCall = useCall().kind === 'active';
  const stepAway = useStepAway(toasts);
  const togglePeople = () => onPeopleOpenChange(!isPeopleOpen);
  /** The panel may have had the focus, so the map takes it. */
  const closePeople = () => {
    if (!isPeopleOpen) return;
    onPeopleOpenChange(false);
    focusContent();
  };
  useEffect(() => {
    // The button that left the call went with it.
    if (!isInCall) focusContentIfLost();
  }, [isInCall]);
  useCallNews(toasts);
  useCorrectionNews(toasts);
  useModeratorNews(toasts, walker);
  useArrivalNotices();
  useAnnouncementNotices();
  useDeviceNews(
    toasts,
    useCallback(() => open('devices'), [open]),
  );
  useShortcuts({
    m: () => void devices.setMicrophoneOn(!isMicrophoneUsed(deviceState)),
    v: () => void devices.setCameraOn(!isCameraUsed(deviceState)),
    p: togglePeople,
    x: stepAway,
    '?': () => open('shortcuts'),
    escape: closePeople,
  });

  return (
    <HudContext value={tools}>
      <HudLayout
        walker={walker}
        isPeopleOpen={isPeopleOpen}
        onTogglePeople={togglePeople}
        onStepAway={stepAway}
      />
      {isPeopleOpen && <PeoplePanel walker={walker} onClose={closePeople} />}
      <HudWindows
        open={window}
        question={question}
        isInCall={isInCall}
        onOpen={open}
        onAnswered={answered}
        onLeave={onLeave}
      />
    </HudContext>
  );
}
