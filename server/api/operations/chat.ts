import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Operations } from '../define.ts';
import { fileOperations } from './chat/files.ts';
import { historyOperations } from './chat/history.ts';
import { messageOperations } from './chat/messages.ts';
import { chatModerationOperations } from './chat/moderation.ts';
import { roomOperations } from './chat/rooms.ts';

/** Every route of the chat; what they do is the chat's own (`lib/protocol/chat/operations.ts`). */
export const chatOperations: Operations<typeof chatRoutes> = {
  ...roomOperations,
  ...messageOperations,
  ...historyOperations,
  ...fileOperations,
  ...chatModerationOperations,
};
