import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChatBus, ChatNews } from '../../chat/ports.ts';

/** What every implementation of `ChatBus` must do; `create` gives another process's end of the same bus. */
export function describeChatBus(name: string, create: () => Promise<ChatBus>): void {
  describe(`chat bus: ${name}`, () => {
    let [here, there]: ChatBus[] = [];
    beforeAll(async () => {
      here = await create();
      there = await create();
    });
    afterAll(async () => {
      await here?.close();
      await there?.close();
    });

    function listen(bus: ChatBus | undefined, origin: string): { heard: ChatNews[]; stop: () => void } {
      const heard: ChatNews[] = [];
      const stop = bus?.subscribe((news) => {
        if (news.origin === origin) heard.push(news);
      }, vi.fn());
      return { heard, stop: stop ?? vi.fn() };
    }

    const read = (origin: string, seq: number): ChatNews => ({
      ...{ origin, kind: 'read', roomId: uuidv7(), userId: uuidv7(), seq, isForOthers: true },
    });

    test('1. news are heard everywhere, by who published them too, in their order', async () => {
      const origin = uuidv7();
      const mine = listen(here, origin);
      const theirs = listen(there, origin);
      const news = Array.from({ length: 50 }, (_, index) => read(origin, index));
      await Promise.all(news.map((one) => here?.publish(one)));
      await vi.waitFor(() => expect(theirs.heard).toEqual(news));
      await vi.waitFor(() => expect(mine.heard).toEqual(news));
      mine.stop();
      theirs.stop();
    });

    test('2. who has unsubscribed hears nothing', async () => {
      const origin = uuidv7();
      const [gone, stays] = [listen(here, origin), listen(here, origin)];
      gone.stop();
      await here?.publish(read(origin, 1));
      await vi.waitFor(() => expect(stays.heard).toHaveLength(1));
      expect(gone.heard).toEqual([]);
      stays.stop();
    });
  });
}
