'use client';

import type { HudWindow, PersonQuestion } from '#hooks/live/HudContext.ts';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { BanDialog } from './BanDialog.tsx';
import { DeviceDialog } from './DeviceDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { SendOutDialog } from './SendOutDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

interface HudWindowsProps {
  open: HudWindow;
  question: PersonQuestion | null;
  isInCall: boolean;
  onOpen: (window: HudWindow) => void;
  onAnswered: () => void;
  onLeave: () => void;
}

/** The windows over the map; one at a time is open. A question about somebody outlives their line in the list. */
export function HudWindows(props: HudWindowsProps) {
  const { open, question, isInCall, onOpen, onAnswered, onLeave } = props;
  const windowProps = (which: HudWindow) => ({
    open: open === which,
    onOpenChange: (isOpen: boolean) => onOpen(isOpen ? which : 'none'),
  });
  return (
    <>
      <DeviceDialog {...windowProps('devices')} />
      <ShortcutsDialog {...windowProps('shortcuts')} />
      <InviteDialog {...windowProps('invite')} />
      <AnnounceDialog {...windowProps('announce')} />
      <LeaveDialog {...windowProps('leave')} isInCall={isInCall} onLeave={onLeave} />
      {question?.kind === 'ban' && <BanDialog person={question.person} onClose={onAnswered} />}
      {question?.kind === 'send_out' && <SendOutDialog person={question.person} onClose={onAnswered} />}
    </>
  );
}
