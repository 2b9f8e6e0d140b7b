'use client';

import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { BrowseDialog } from './BrowseDialog.tsx';
import { CreateRoomDialog } from './CreateRoomDialog.tsx';
import { WriteDialog } from './WriteDialog.tsx';

/** The windows that the side list opens. */
export type RoomListWindow = 'none' | 'create' | 'browse' | 'write';

interface RoomListWindowsProps {
  open: RoomListWindow;
  onClose: () => void;
  onPick: (room: ChatroomView) => void;
}

/** One window at a time; each leads into a room when it is done. */
export function RoomListWindows({ open, onClose, onPick }: RoomListWindowsProps) {
  function pick(room: ChatroomView): void {
    onClose();
    onPick(room);
  }
  return (
    <>
      {open === 'create' && <CreateRoomDialog onClose={onClose} onMade={pick} />}
      {open === 'browse' && <BrowseDialog onClose={onClose} onPick={pick} />}
      {open === 'write' && <WriteDialog onClose={onClose} onPick={pick} />}
    </>
  );
}
