'use client';

import { useTranslations } from 'use-intl';
import { ChatButton } from '#components/chat/panel/ChatButton.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { CallState } from '#lib/client/call/callState.ts';
import { canShareScreen } from '#lib/client/call/screen/screenSource.ts';
import { CameraButton } from './CameraButton.tsx';
import { LeaveRoomCallButton, StepAwayButton } from './LeaveCallButton.tsx';
import { MicrophoneButton } from './MicrophoneButton.tsx';
import { ShareButton } from './screen/ShareButton.tsx';

interface ToolBarProps {
  call: CallState;
  isPeopleOpen: boolean;
  onTogglePeople: () => void;
  isChatOpen: boolean;
  onToggleChat: () => void;
  onShowDevices: () => void;
  onStepAway: () => void;
  onLeave: () => void;
}

/** What one does here, in one bar at the bottom. */
export function ToolBar(props: ToolBarProps) {
  const t = useTranslations('tools');
  return (
    <nav
      aria-label={t('label')}
      className="pointer-events-auto flex h-15 w-full items-center justify-between gap-0.5 rounded-lg bg-raised px-2 shadow-2 desk:w-auto desk:justify-start low:h-13 low:w-auto low:justify-start"
    >
      <MicrophoneButton />
      <CameraButton />
      {props.call.kind === 'active' && canShareScreen() && <ShareButton />}
      <IconButton icon="sliders" label={t('settings')} onClick={props.onShowDevices} aria-haspopup="dialog" />
      <Line />
      <IconButton
        icon="people"
        label={t('people')}
        shortcut="P"
        aria-expanded={props.isPeopleOpen}
        onClick={props.onTogglePeople}
      />
      <ChatButton isOpen={props.isChatOpen} onToggle={props.onToggleChat} />
      <Line />
      <WayOut call={props.call} onStepAway={props.onStepAway} onLeave={props.onLeave} />
    </nav>
  );
}

/** Out of the call one is in; without one, out of the space. */
function WayOut({ call, onStepAway, onLeave }: Pick<ToolBarProps, 'call' | 'onStepAway' | 'onLeave'>) {
  const t = useTranslations('tools');
  if (call.kind === 'none') {
    return <IconButton icon="away" label={t('leave')} tone="soft" onClick={onLeave} aria-haspopup="dialog" />;
  }
  if (call.roomId === null) return <StepAwayButton onLeave={onStepAway} />;
  return <LeaveRoomCallButton roomId={call.roomId} onLeave={onStepAway} />;
}

function Line() {
  return <span aria-hidden="true" className="mx-1.5 h-6 w-px bg-line max-desk:hidden" />;
}
