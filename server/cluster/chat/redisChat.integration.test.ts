import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChatNews } from '../../chat/ports.ts';
import { silentLogger } from '../../observability/Logger.ts';
import { startRedis, type TestRedis } from '../testRedis.ts';
import { describeChatBus } from './chatBus.contract.ts';
import { createRedisChatBus } from './createRedisChatBus.ts';
import { createRedisRecentEntries } from './createRedisRecentEntries.ts';
import { describeRecentEntries } from './recentEntries.contract.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const options = () => ({ url: redis.url, logger: silentLogger });

describeRecentEntries('Redis', () => createRedisRecentEntries(options()));
describeChatBus('Redis', () => createRedisChatBus(options()));

test('two processes that append to one room at once leave no gap', async () => {
  const [here, there] = [
    await createRedisRecentEntries(options()),
    await createRedisRecentEntries(options()),
  ];
  const roomId = uuidv7();
  await here.fill(roomId, [], 0);
  const react = (seq: number) => ({
    ...{ roomId, seq, at: '2026-03-01T09:00:00.000Z', userId: uuidv7(), clientId: uuidv7() },
    ...({ kind: 'react', messageId: uuidv7(), emoji: '🎉', isOn: true } as const),
  });
  const entries = Array.from({ length: 40 }, (_, index) => react(index + 1));
  await Promise.all(entries.map((entry) => (entry.seq % 2 === 0 ? here : there).append(roomId, [entry])));
  const end = await here.read(roomId);
  const seqs = end?.entries.map(({ seq }) => seq) ?? [];
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(end?.lastSeq ?? 0).toBe(seqs.length);
  await Promise.all([here.close(), there.close()]);
});

test('after a cut of Redis calls fail at once, and once it is back it says that news may be missing', async () => {
  const other = await startRedis();
  const reach = { url: other.url, logger: silentLogger };
  const bus = await createRedisChatBus(reach);
  const recent = await createRedisRecentEntries(reach);
  const heard: ChatNews[] = [];
  const onGap = vi.fn();
  bus.subscribe((news) => heard.push(news), onGap);
  await other.kill();
  const roomId = uuidv7();
  await vi.waitFor(() => expect(recent.read(roomId)).rejects.toThrow());
  await expect(bus.publish({ origin: 'x', kind: 'room-gone', roomId, spaceId: uuidv7() })).rejects.toThrow();
  await other.start();
  await vi.waitFor(() => expect(onGap).toHaveBeenCalled(), 10_000);
  const news = { origin: 'x', kind: 'room-gone', roomId, spaceId: uuidv7() } as const;
  await vi.waitFor(() => bus.publish(news), 10_000);
  await vi.waitFor(() => expect(heard).toEqual([news]));
  await vi.waitFor(async () => expect(await recent.read(roomId)).toBeNull(), 10_000);
  await Promise.all([bus.close(), recent.close()]);
  await other.stop();
});
