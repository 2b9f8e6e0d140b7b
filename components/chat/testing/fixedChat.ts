import type { ChatState, RoomTimeline } from '#lib/client/chat/ChatState.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { emptyChatState } from '#lib/client/chat/emptyChatState.ts';
import { pendingChat } from '#lib/client/chat/pendingChat.ts';

/** A chat that stays as it is given, to look at one state of the interface. */
export function fixedChat(over: Partial<ChatState>): ChatStore {
  const state: ChatState = {
    ...emptyChatState('space'),
    connection: { kind: 'live' },
    selfId: 'me',
    ...over,
  };
  return { ...pendingChat, getState: () => state };
}

/** The timeline of a room, read to its end. */
export function fixedTimeline(over: Partial<RoomTimeline> = {}): RoomTimeline {
  return {
    state: 'ready',
    messages: [],
    quoted: new Map(),
    hasOlder: false,
    isLoadingOlder: false,
    isAtEnd: true,
    isLoadingNewer: false,
    lastSeq: 0,
    newAfterSeq: null,
    jump: null,
    ...over,
  };
}
