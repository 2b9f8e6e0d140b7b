'use client';

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { ChatNews } from '#components/chat/notices/ChatNews.tsx';
import { useCallFromAddress } from '#hooks/call/useCallFromAddress.ts';
import type { Screens } from '#hooks/call/useScreens.ts';
import { useShareNews } from '#hooks/call/useShareNews.ts';
import { focusContent, focusContentIfLost } from '#hooks/focusContent.ts';
import { HudContext } from '#hooks/live/HudContext.ts';
import { useAnnouncementNotices } from '#hooks/live/useAnnouncementNotices.ts';
import { useArrivalNotices } from '#hooks/live/useArrivalNotices.ts';
import { useHudTools } from '#hooks/live/useHudTools.ts';
import { useModeratorNews } from '#hooks/live/useModeratorNews.ts';
import type { HudPanel } from '#hooks/mapInsets.ts';
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
import { NewsPlace } from './NewsPlace.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';

/** Its code is not needed until somebody writes. */
const ChatPanel = lazy(async () => ({
  default: (await import('#components/chat/panel/ChatPanel.tsx')).ChatPanel,
}));

/** A place in the chat that was asked for; each wish has a token of its own. */
interface ChatWish {
  readonly roomId: string;
  readonly messageId: string | null;
  readonly token: number;
}

interface HudProps {
  /** Null until the map is there. */
  walker: Walker | null;
  /** What stands beside the map; one thing at a time. */
  panel: HudPanel;
  onPanelChange: (panel: HudPanel) => void;
  screens: Screens;
  onLeave: () => void;
}

/** All that floats on the map: its news, its keys, and which of its windows is open. */
export function Hud({ walker, panel, onPanelChange, screens, onLeave }: HudProps) {
  const { devices } = useVisit();
  const deviceState = useVisitDevices();
  const { tools, window, question, answered } = useHudTools();
  const { toasts, open } = tools;
  const isInCall = useCall().kind === 'active';
  const stepAway = useStepAway(toasts);
  const [wish, setWish] = useState<ChatWish | null>(null);
  const showChat = useCallback(
    (roomId: string, messageId: string | null = null) => {
      setWish((last) => ({ roomId, messageId, token: (last?.token ?? 0) + 1 }));
      onPanelChange('chat');
    },
    [onPanelChange],
  );
  const hud = useMemo(() => ({ ...tools, showChat }), [tools, showChat]);
  const changePanel = (next: HudPanel) => {
    setWish(null);
    onPanelChange(next);
  };
  const toggle = (which: HudPanel) => changePanel(panel === which ? 'none' : which);
  const togglePeople = () => toggle('people');
  const toggleChat = () => toggle('chat');
  /** The panel may have had the focus, so the map takes it. */
  const closePanel = () => {
    if (panel === 'none') return;
    changePanel('none');
    focusContent();
  };
  useEffect(() => {
    // The button that left the call went with it.
    if (!isInCall) focusContentIfLost();
  }, [isInCall]);
  useCallNews(toasts);
  useShareNews(toasts);
  useCallFromAddress(toasts);
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
    c: toggleChat,
    x: stepAway,
    '?': () => open('shortcuts'),
    escape: closePanel,
  });

  return (
    <HudContext value={hud}>
      <HudLayout
        walker={walker}
        panel={panel}
        onTogglePeople={togglePeople}
        onToggleChat={toggleChat}
        onStepAway={stepAway}
        screens={screens}
      />
      {panel === 'people' && <PeoplePanel walker={walker} onClose={closePanel} />}
      <NewsPlace panel={panel}>
        <ChatNews onShow={showChat} />
        {panel === 'chat' && (
          <Suspense>
            <ChatPanel key={wish?.token} start={wish} onClose={closePanel} />
          </Suspense>
        )}
      </NewsPlace>
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
