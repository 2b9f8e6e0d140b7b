'use client';

import { NoticesView } from './notices/NoticesView.tsx';
import { PinsView } from './pins/PinsView.tsx';
import { SearchView } from './search/SearchView.tsx';
import { ThreadView } from './thread/ThreadView.tsx';
import type { Shell } from './useShell.ts';

interface SideViewProps {
  shell: Shell;
  /** Whether it lies over the room. */
  isOver: boolean;
}

/** What was opened beside a room: a thread, pins, a search, messages for me. */
export function SideView({ shell, isOver }: SideViewProps) {
  const { roomId, side } = shell.state;
  /** Where what stands beside hides the room, a message that is looked for takes its place. */
  function pick(toRoom: string, messageId: string): void {
    if (isOver) shell.closeSide();
    shell.openMessage(toRoom, messageId);
  }
  switch (side?.kind) {
    case 'thread':
      return roomId === null ? null : (
        <ThreadView
          key={side.messageId}
          roomId={roomId}
          threadId={side.messageId}
          onClose={shell.closeSide}
        />
      );
    case 'pins':
      return roomId === null ? null : <PinsView roomId={roomId} onPick={pick} onClose={shell.closeSide} />;
    case 'search':
      return <SearchView roomId={roomId} onPick={pick} onClose={shell.closeSide} />;
    case 'notices':
      return <NoticesView onPick={pick} onClose={shell.closeSide} />;
    case undefined:
      return null;
  }
}
