import { expect, test } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { createMemorySignaling } from './memorySignaling.ts';
import type { SessionState } from './SessionState.ts';

const live: SessionState = { kind: 'live', sessionId: 'alice', userId: 'user-alice', iceServers: [] };
const callId = '018f0000-0000-7000-8000-00000000000a';

test('1 nothing is delivered before the flush', async () => {
  const { client, server, flush } = createMemorySignaling(live);
  const heard: number[] = [];
  client.on('/space', 'video-call-settled', ({ epoch }) => heard.push(epoch));
  server.send('/space', 'video-call-settled', { callId, epoch: 1 });
  expect(heard).toEqual([]);
  await flush();
  expect(heard).toEqual([1]);
});

test('2 a request is answered, and a refusal arrives as a RequestError', async () => {
  const { client, server, flush } = createMemorySignaling(live);
  server.answer('/space', 'video-call-ready', () => {
    throw new RefusedError('stale_epoch', 'too old');
  });
  const left = client.request('/space', 'leave', {});
  const ready = client.request('/space', 'video-call-ready', { callId, epoch: 1 });
  const refusal = expect(ready).rejects.toMatchObject({ name: 'RequestError', code: 'stale_epoch' });
  await flush();
  await expect(left).resolves.toEqual({});
  await refusal;
});

test('3 without a connection a request fails at once', async () => {
  const { client, server } = createMemorySignaling(live);
  server.setState({ kind: 'connecting' });
  await expect(client.request('/space', 'leave', {})).rejects.toMatchObject({ code: 'offline' });
});

test('4 a subscription ends', async () => {
  const { client, subscriptionCount } = createMemorySignaling(live);
  const ends = [client.on('/media', 'newProducer', () => undefined), client.onState(() => undefined)];
  expect(subscriptionCount()).toBe(2);
  for (const end of ends) end();
  expect(subscriptionCount()).toBe(0);
});
