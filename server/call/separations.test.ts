import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { CallHarness, callA, identityOf, sessionOf } from './callHarness.ts';

const everybody = 'alice bob carol';
const apart: [string, string][] = [['alice', 'bob']];

async function codeOf(request: () => unknown): Promise<string> {
  try {
    await request();
  } catch (error) {
    return error instanceof RefusedError ? error.code : String(error);
  }
  return 'accepted';
}

/** A call of three, of whom all send their voice and have received Carol's and each other's. */
async function threeWhoSpeak(separated: [string, string][] = []) {
  const calls = new CallHarness();
  calls.stand({ [callA]: everybody }, {}, separated);
  const producers: Record<string, string> = {};
  for (const name of everybody.split(' ')) {
    producers[name] = await calls.produceAudio(name, await calls.joinRoom(name));
  }
  return { calls, producers };
}

describe('people of one call who block each other', () => {
  it('1. are in no plan of each other; the third has both', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: everybody }, {}, apart);
    expect(calls.sent()).toEqual([
      'alice start 1 sfu alice+carol',
      'bob start 1 sfu bob+carol',
      'carol start 1 sfu alice+bob+carol',
    ]);
  });

  it('2. a block within a call gives another plan at once, and so does its end', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: everybody });
    calls.sent();
    calls.stand({ [callA]: everybody }, {}, apart);
    expect(calls.sent()).toEqual([
      'alice plan 2 sfu alice+carol',
      'bob plan 2 sfu bob+carol',
      'carol plan 2 sfu alice+bob+carol',
    ]);
    calls.stand({ [callA]: everybody }, {}, apart);
    expect(calls.sent()).toEqual([]);
    calls.stand({ [callA]: everybody });
    expect(calls.sent()).toContain('alice plan 3 sfu alice+bob+carol');
  });

  it('3. hear nothing of each other: no signaling, no media state, no producers', async () => {
    const { calls, producers } = await threeWhoSpeak(apart);
    const told = calls.outbox.take().filter(({ event }) => event === 'newProducer');
    const toBob = told.filter(({ to }) => to === sessionOf('bob'));
    expect(toBob.map(({ payload }) => payload)).toMatchObject([{ sessionId: sessionOf('carol') }]);
    calls.service.setMediaState(sessionOf('alice'), { audio: false, video: true, screen: false });
    expect(calls.sent()).toEqual(['carol media-state alice']);
    const signal = { callId: callA, epoch: 1, to: sessionOf('bob'), data: { candidate: null } };
    expect(await codeOf(() => calls.service.signal(sessionOf('alice'), signal))).toBe('forbidden');
    const toCarol = { ...signal, to: sessionOf('carol') };
    expect(await codeOf(() => calls.service.signal(sessionOf('alice'), toCarol))).toBe('stale_epoch');
    expect(await codeOf(() => calls.consume('bob', producers.alice ?? ''))).toBe('not_found');
    expect(await codeOf(() => calls.consume('bob', producers.carol ?? ''))).toBe('accepted');
    const { mediaHandlers: on } = calls.service;
    const room = await on.joinRoom(identityOf('bob'), { roomId: callA });
    expect(room.peers.map(({ sessionId }) => sessionId)).toEqual([sessionOf('carol')]);
    expect(room.producers.map(({ producerId }) => producerId)).toEqual([producers.carol]);
    calls.outbox.take();
    await on.pauseProducer(identityOf('alice'), { producerId: producers.alice ?? '' });
    await on.closeProducer(identityOf('alice'), { producerId: producers.alice ?? '' });
    expect(calls.sent()).toEqual(['carol producerPaused', 'carol producerClosed']);
  });

  it('4. what flows between them ends at once, and is offered again when the block is lifted', async () => {
    const { calls, producers } = await threeWhoSpeak();
    await calls.consume('alice', producers.bob ?? '');
    await calls.consume('bob', producers.alice ?? '');
    const kept = await calls.consume('carol', producers.alice ?? '');
    calls.outbox.take();
    calls.stand({ [callA]: everybody }, {}, apart);
    const lines = calls.sent().filter((line) => !line.includes('plan'));
    expect(lines.sort()).toEqual([
      'alice consumerClosed',
      'alice producerClosed',
      'bob consumerClosed',
      'bob producerClosed',
    ]);
    await expect.poll(async () => (await calls.media.stats()).consumers).toBe(1);
    const { mediaHandlers: on } = calls.service;
    expect(await codeOf(() => on.resumeConsumer(identityOf('carol'), { consumerId: kept }))).toBe('accepted');
    calls.stand({ [callA]: everybody });
    const news = calls.outbox.take().filter(({ event }) => event === 'newProducer');
    expect(news.map(({ to, payload }) => [to, payload])).toEqual([
      [sessionOf('bob'), expect.objectContaining({ producerId: producers.alice })],
      [sessionOf('alice'), expect.objectContaining({ producerId: producers.bob })],
    ]);
  });

  it('5. two of them alone are no call, also when the third never got a path', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: everybody }, {}, apart);
    calls.ready('alice', 1);
    calls.ready('bob', 1);
    calls.sent();
    calls.clock.advance(30_000);
    expect(calls.sent().sort()).toEqual([
      'alice end setup_timeout',
      'bob end setup_timeout',
      'carol end setup_timeout',
    ]);
    expect(calls.service.callOf(sessionOf('alice'))).toBeNull();
  });

  it('6. a direct call of two is out of the question', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' }, {}, apart);
    expect(calls.sent()).toEqual([]);
    expect(calls.service.callOf(sessionOf('alice'))).toBeNull();
  });
});

describe('names', () => {
  it('7. another name reaches the people of a call by the plan they have', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.rename('bob', 'Bo');
    calls.stand({ [callA]: 'alice bob' });
    const messages = calls.outbox.take();
    expect(messages.map(({ event }) => event)).toEqual(['video-call-plan', 'video-call-plan']);
    expect(messages[0]?.payload).toMatchObject({
      epoch: 1,
      participants: [{ username: 'alice' }, { username: 'Bo' }],
    });
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toEqual([]);
  });
});

describe('muting', () => {
  it('8. pauses the microphone on the SFU, tells the others, and ends when its owner switches it on', async () => {
    const { calls, producers } = await threeWhoSpeak();
    calls.outbox.take();
    calls.service.mute(sessionOf('alice'));
    await expect.poll(() => calls.isPaused(producers.alice ?? '')).toBe(true);
    expect(calls.sent()).toEqual([
      'bob media-state alice',
      'carol media-state alice',
      'bob producerPaused',
      'carol producerPaused',
    ]);
    calls.service.setMediaState(sessionOf('alice'), { audio: false, video: false, screen: false });
    expect(calls.isPaused(producers.alice ?? '')).toBe(true);
    calls.service.setMediaState(sessionOf('alice'), { audio: true, video: false, screen: false });
    await expect.poll(() => calls.isPaused(producers.alice ?? '')).toBe(false);
  });

  it('9. leaves a screen’s sound and a microphone alone that its owner had switched off', async () => {
    const { calls, producers } = await threeWhoSpeak();
    const { mediaHandlers: on } = calls.service;
    const own = { producerId: producers.bob ?? '' };
    await on.pauseProducer(identityOf('bob'), own);
    calls.service.mute(sessionOf('bob'));
    calls.service.setMediaState(sessionOf('bob'), { audio: true, video: true, screen: false });
    await on.pauseProducer(identityOf('bob'), own);
    expect(calls.isPaused(own.producerId)).toBe(true);
    await on.resumeProducer(identityOf('bob'), own);
    expect(calls.isPaused(own.producerId)).toBe(false);
  });

  it('10. somebody in no call is muted without a trace here', () => {
    const calls = new CallHarness();
    calls.service.mute(sessionOf('alice'));
    expect(calls.sent()).toEqual([]);
  });
});
