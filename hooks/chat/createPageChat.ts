import { v7 as uuidv7 } from 'uuid';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { createChatStore } from '#lib/client/chat/createChatStore.ts';
import { createTicketChat } from '#lib/client/chat/ticketChat.ts';
import { createRestClient } from '#lib/client/rest/createRestClient.ts';

export interface PageChatOptions {
  readonly spaceId: string;
  /** Whom the page belongs to. */
  readonly userId: string;
}

/** The chat of a page without a map, on a connection of its own; `close` ends it. */
export function createPageChat({ spaceId, userId }: PageChatOptions): ChatStore {
  const signaling = createTicketChat({ spaceId, userId, sessionId: uuidv7(), rest: createRestClient() });
  return createChatStore({ spaceId, signaling });
}
