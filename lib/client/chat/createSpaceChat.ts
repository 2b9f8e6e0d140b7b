import type { SpaceSession } from '../session/SpaceSession.ts';
import type { ChatStore } from './ChatStore.ts';
import { createChatStore } from './createChatStore.ts';
import { createSessionChat } from './sessionChat.ts';

/** The chat of the space that a session is in, on the session's own connection. */
export function createSpaceChat(session: SpaceSession): ChatStore {
  return createChatStore({ spaceId: session.spaceId, signaling: createSessionChat({ session }) });
}
