import { createChatService } from '../../chat/createChatService.ts';
import type { ChatService } from '../../chat/ports.ts';
import type { Clock } from '../../clock.ts';
import { createMemoryChatBus } from '../../cluster/chat/createMemoryChatBus.ts';
import { createMemoryRecentEntries } from '../../cluster/chat/createMemoryRecentEntries.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Store } from '../../persistence/ports.ts';
import { broadcastChat } from '../chat/fans.ts';

/** The chat as the server has it, with nothing of its own but memory. */
export function openChat(deps: { store: Store; clock: Clock; logger: Logger }): ChatService {
  return createChatService({
    ...deps,
    recent: createMemoryRecentEntries(),
    bus: createMemoryChatBus(),
    broadcast: broadcastChat,
  });
}
