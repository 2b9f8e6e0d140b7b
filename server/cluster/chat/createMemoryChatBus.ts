import type { ChatBus, ChatNews } from '../../chat/ports.ts';

/** News between the chats of one process: heard by all that subscribed, in the turn in which they are published. */
export function createMemoryChatBus(): ChatBus {
  const listeners = new Set<(news: ChatNews) => void>();
  return {
    async publish(news) {
      for (const listener of [...listeners]) listener(news);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
