import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { createListeners } from '#lib/client/session/listeners.ts';
import type { SpaceSession } from '#lib/client/session/SpaceSession.ts';
import type { ReadableStore } from '../useSelected.ts';

/** The chat of a visit: null until its code has come. */
export interface VisitChat extends ReadableStore<ChatStore | null> {
  close(): void;
}

/**
 * Makes the chat of a visit on its session. Its code is fetched after the first join only: the map comes first. Without
 * a network it is tried again with the next join.
 */
export function createVisitChat(session: SpaceSession): VisitChat {
  const listeners = createListeners<void>();
  let chat: ChatStore | null = null;
  let isLoading = false;
  let isClosed = false;

  async function load(): Promise<void> {
    isLoading = true;
    try {
      const { createSpaceChat } = await import('#lib/client/chat/createSpaceChat.ts');
      if (isClosed) return;
      chat = createSpaceChat(session);
      listeners.tell();
    } catch (error) {
      console.warn('the chat could not be loaded', error);
    } finally {
      isLoading = false;
    }
  }

  const stopFollowing = session.onState(({ kind }) => {
    if (kind === 'live' && chat === null && !isLoading) void load();
  });

  return {
    getState: () => chat,
    subscribe: listeners.add,
    close() {
      isClosed = true;
      stopFollowing();
      listeners.clear();
      chat?.close();
    },
  };
}
