import type { ChatState } from './ChatState.ts';

/** A chat of which nothing is known yet. */
export function emptyChatState(spaceId: string): ChatState {
  return {
    connection: { kind: 'connecting' },
    spaceId,
    selfId: null,
    rooms: null,
    people: new Map(),
    openRoomId: null,
    timelines: new Map(),
    outgoing: [],
    drafts: new Map(),
    typing: new Map(),
    readBy: new Map(),
    notices: [],
  };
}
