import { v7 as uuidv7 } from 'uuid';
import type { Logger } from '../../observability/Logger.ts';
import type { ChatBus, ChatNews } from '../ports.ts';

type Told<News> = News extends unknown ? Omit<News, 'origin'> : never;

/** News as they are made; the newsroom stamps them. */
export type OwnNews = Told<ChatNews>;

export interface NewsroomDeps {
  readonly bus: ChatBus;
  readonly logger: Logger;
  /** Carries news out on the connections of this process. */
  readonly carryOut: (news: OwnNews) => void;
  /** News of other processes may have been lost. */
  readonly onGap: () => void;
}

/**
 * News of this chat go to its own connections at once, and over the bus to the chats of other processes; theirs come in
 * the same way. A bus that fails delays others, and nobody here.
 */
export class Newsroom {
  readonly #deps: NewsroomDeps;
  readonly #origin = uuidv7();
  readonly #unsubscribe: () => void;

  constructor(deps: NewsroomDeps) {
    this.#deps = deps;
    this.#unsubscribe = deps.bus.subscribe(
      (news) => {
        if (news.origin !== this.#origin) deps.carryOut(news);
      },
      () => deps.onGap(),
    );
  }

  /** Resolves when the bus has taken them, or could not. */
  async publish(news: OwnNews): Promise<void> {
    this.#deps.carryOut(news);
    try {
      await this.#deps.bus.publish({ ...news, origin: this.#origin });
    } catch (error) {
      this.#deps.logger.warn({ error, kind: news.kind }, 'the chats of other processes could not be told');
    }
  }

  close(): void {
    this.#unsubscribe();
  }
}
