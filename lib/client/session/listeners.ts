import type { Unsubscribe } from './Signaling.ts';

/** Whoever wants to hear of one kind of news. */
export interface Listeners<News> {
  /** One handler given twice is two subscriptions. */
  add(handler: (news: News) => void): Unsubscribe;
  tell(news: News): void;
  clear(): void;
}

export function createListeners<News>(): Listeners<News> {
  const entries = new Set<(news: News) => void>();
  return {
    add(handler) {
      const entry = (news: News) => handler(news);
      entries.add(entry);
      return () => entries.delete(entry);
    },
    tell(news) {
      for (const entry of [...entries]) entry(news);
    },
    clear: () => entries.clear(),
  };
}
