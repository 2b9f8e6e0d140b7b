import { hasHole, type Timeline, type TimelinePage, unknownTimeline } from '#lib/domain/chat/timeline.ts';
import type { MessagePage } from '#lib/protocol/chat/views.ts';
import type { RoomTimeline } from './ChatState.ts';

/** Where a window begins. */
export type Place = { readonly messageId: string } | { readonly at: string } | 'end';

/** What is held of one room's messages. */
export interface HeldRoom {
  readonly timeline: Timeline;
  readonly state: RoomTimeline['state'];
  /** What is to be read as soon as there is a connection. */
  readonly wanted: Place | null;
  readonly isLoadingOlder: boolean;
  readonly isLoadingNewer: boolean;
  readonly newAfterSeq: number | null;
  readonly jump: RoomTimeline['jump'];
  /** Raised when the window is replaced: pages of the former one are void. */
  readonly life: number;
  /** Order in which rooms were looked at last. */
  readonly usedAt: number;
  /** Replays that did not fill a hole, one after the other. */
  readonly vainReplays: number;
}

export const newHeldRoom: HeldRoom = {
  timeline: unknownTimeline,
  state: 'loading',
  wanted: 'end',
  isLoadingOlder: false,
  isLoadingNewer: false,
  newAfterSeq: null,
  jump: null,
  life: 0,
  usedAt: 0,
  vainReplays: 0,
};

/** As the interface sees it. */
export function shownTimeline(held: HeldRoom): RoomTimeline {
  const { timeline, state, isLoadingOlder, isLoadingNewer, newAfterSeq, jump } = held;
  const { messages, quoted, hasOlder, isAtEnd, lastSeq } = timeline;
  return {
    state,
    messages,
    quoted,
    hasOlder,
    isLoadingOlder,
    isAtEnd,
    isLoadingNewer,
    lastSeq,
    newAfterSeq,
    jump,
  };
}

/** Whether a replay is needed; while a page is on its way it may fill the hole itself. */
export function needsReplay({ state, timeline }: HeldRoom): boolean {
  return state === 'ready' && hasHole(timeline);
}

export function pageOf({ messages, quoted, hasOlder, hasNewer, lastSeq }: MessagePage): TimelinePage {
  return { messages, quoted, hasOlder, hasNewer, lastSeq };
}

/** The message that stands at a place: itself, or the first one at or after an instant. */
export function messageAt(timeline: Timeline, place: Place): string | null {
  const { messages } = timeline;
  const last = messages.at(-1)?.id ?? null;
  if (place === 'end') return last;
  if ('messageId' in place) return messages.some(({ id }) => id === place.messageId) ? place.messageId : null;
  const instant = Date.parse(place.at);
  return messages.find(({ at }) => Date.parse(at) >= instant)?.id ?? last;
}
