import { createAlarm } from '../session/alarm.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatBoard } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import type { PageView } from './pageView.ts';

/** Says up to where I have read the room that I look at, a moment after its messages are on the screen. */
export interface ReadMarks {
  /** Looks whether something is to be said. */
  look(): void;
  /** What could not be said is said now. */
  connected(): void;
  clear(): void;
  close(): void;
}

export interface ReadMarksOptions {
  readonly board: ChatBoard;
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly pageView: PageView;
  readonly onRead: (roomId: string, seq: number) => void;
}

/** How long messages must be on the screen, in ms. */
export const readPauseMs = 300;

export function createReadMarks({ board, signaling, pageView, onRead }: ReadMarksOptions): ReadMarks {
  const next = createAlarm();
  const unsaid = new Map<string, number>();

  /** What of the open room is read, or null when that is no news. */
  function news(): { roomId: string; seq: number } | null {
    const { openRoomId, rooms, timelines } = board.get();
    if (openRoomId === null || !pageView.isVisible()) return null;
    const room = rooms?.get(openRoomId);
    const timeline = timelines.get(openRoomId);
    if (room === undefined || room.role === null || timeline === undefined) return null;
    const isShown = timeline.state === 'ready' && timeline.isAtEnd;
    if (!isShown || timeline.lastSeq <= room.readSeq) return null;
    return { roomId: openRoomId, seq: timeline.lastSeq };
  }

  function mark(): void {
    const read = news();
    if (read === null) return;
    onRead(read.roomId, read.seq);
    void say(read.roomId, read.seq);
  }

  async function say(roomId: string, seq: number): Promise<void> {
    unsaid.set(roomId, seq);
    try {
      await signaling.request('mark-read', { roomId, seq });
      if (unsaid.get(roomId) === seq) unsaid.delete(roomId);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (!error.isTransient) unsaid.delete(roomId);
    }
  }

  return {
    look() {
      if (news() !== null && !next.isSet()) next.set(readPauseMs, mark);
    },
    connected() {
      for (const [roomId, seq] of unsaid) void say(roomId, seq);
    },
    clear() {
      next.clear();
      unsaid.clear();
    },
    close: next.clear,
  };
}
