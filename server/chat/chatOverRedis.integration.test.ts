import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRedisChatBus } from '../cluster/chat/createRedisChatBus.ts';
import { createRedisRecentEntries } from '../cluster/chat/createRedisRecentEntries.ts';
import { startRedis, type TestRedis } from '../cluster/testRedis.ts';
import { silentLogger } from '../observability/Logger.ts';
import { heard, startChat } from './testing/chatHarness.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

test('1.12 two processes over a real Redis: order, cache and news survive its death', async () => {
  const harness = await startChat();
  const reach = { url: redis.url, logger: silentLogger };
  const own = async () => ({
    bus: await createRedisChatBus(reach),
    recent: await createRedisRecentEntries(reach),
  });
  const [parts, otherParts] = [await own(), await own()];
  const [here, there] = [harness.beside(parts), harness.beside(otherParts)];
  const { owner, member } = harness.people;
  const roomId = await harness.room([owner.id, member.id]);
  const max = await harness.connect(member.id, { chat: there });
  const send = (message: string) =>
    here.ask(
      'send-message',
      { userId: owner.id, linkId: null },
      { roomId, message, type: 'text', mentions: [] },
    );
  const words = Array.from({ length: 60 }, (_, index) => `Text ${index}`);
  await Promise.all(words.slice(0, 30).map(send));
  await vi.waitFor(() => expect(heard(max, roomId).map(({ text }) => text)).toEqual(words.slice(0, 30)));
  expect((await parts.recent.read(roomId))?.lastSeq).toBe(30);
  await redis.kill();
  for (const word of words.slice(30, 45)) await send(word);
  await redis.start();
  await vi.waitFor(
    () => expect(heard(max, roomId).map(({ text }) => text)).toEqual(words.slice(0, 45)),
    15_000,
  );
  for (const word of words.slice(45)) await send(word);
  await vi.waitFor(() => expect(heard(max, roomId).map(({ text }) => text)).toEqual(words), 15_000);
  const { missed } = await there.handlers.sync(max, { rooms: [{ roomId, afterSeq: 20 }] });
  expect(missed[0]?.entries.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 21),
  );
  await harness.close();
  await Promise.all([parts, otherParts].flatMap(({ bus, recent }) => [bus.close(), recent.close()]));
});
