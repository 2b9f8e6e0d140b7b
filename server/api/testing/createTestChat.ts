import { createChatService } from '#server/chat/createChatService.ts';
import type { ChatService } from '#server/chat/ports.ts';
import { scaledRates } from '#server/chat/settings.ts';
import type { Clock } from '#server/clock.ts';
import { createMemoryChatBus } from '#server/cluster/chat/createMemoryChatBus.ts';
import { createMemoryRecentEntries } from '#server/cluster/chat/createMemoryRecentEntries.ts';
import { silentLogger } from '#server/observability/Logger.ts';
import type { Store } from '#server/persistence/ports.ts';

/** Time as it is; what waits for it holds no test open. */
const idleClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** More than any test sends. */
const plentyFactor = 1_000;

/** The real chat over a store, to which nobody is connected. */
export const createTestChat = (store: Store): ChatService =>
  createChatService({
    store,
    recent: createMemoryRecentEntries(),
    bus: createMemoryChatBus(),
    broadcast: () => undefined,
    clock: idleClock,
    logger: silentLogger,
    settings: scaledRates(plentyFactor),
  });
