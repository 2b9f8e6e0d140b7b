import type { ChatBus, ChatNews } from '../../chat/ports.ts';
import type { Logger } from '../../observability/Logger.ts';
import { connectRedis } from './redisConnection.ts';

const channel = 'chat:news';

interface Subscriber {
  readonly listener: (news: ChatNews) => void;
  readonly onGap: () => void;
}

/**
 * News between the chats of several processes, over Redis. It publishes over one connection and hears over another one;
 * after a cut of the latter it says that something may have been missed. Rejects when Redis cannot be reached at first.
 */
export async function createRedisChatBus(options: { url: string; logger: Logger }): Promise<ChatBus> {
  const { url, logger } = options;
  const subscribers = new Set<Subscriber>();
  const publisher = await connectRedis(url, 'chat news, out', logger);
  const hearer = await connectRedis(url, 'chat news, in', logger).catch((error: unknown) => {
    publisher.disconnect();
    throw error;
  });
  const hear = (text: string): void => {
    try {
      const news = JSON.parse(text) as ChatNews;
      for (const { listener } of [...subscribers]) listener(news);
    } catch (error) {
      logger.error({ error }, 'news of the chat could not be carried out');
    }
  };
  hearer.on('message', (_channel: string, text: string) => hear(text));
  await hearer.subscribe(channel);
  // Back after a cut: first it hears again, then everybody looks what came meanwhile.
  hearer.on('ready', () => {
    hearer.subscribe(channel).then(
      () => {
        for (const { onGap } of [...subscribers]) onGap();
      },
      (error: unknown) => {
        logger.warn({ error }, 'the chat could not listen to Redis again');
        hearer.disconnect(true);
      },
    );
  });
  return {
    async publish(news) {
      await publisher.publish(channel, JSON.stringify(news));
    },
    subscribe(listener, onGap) {
      const subscriber = { listener, onGap };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    async close() {
      subscribers.clear();
      publisher.disconnect();
      hearer.disconnect();
    },
  };
}
