import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { opusParameters } from '../media/fixtures.ts';
import { CallHarness, callA, callB, identityOf, sessionOf } from './callHarness.ts';
import { HeldPort } from './heldPort.ts';

const nothing = { rooms: 0, transports: 0, producers: 0, consumers: 0 };

async function codeOf(request: () => unknown): Promise<string> {
  try {
    await request();
  } catch (error) {
    return error instanceof RefusedError ? error.code : String(error);
  }
  return 'accepted';
}

/** A call of three on the SFU. */
function callOfThree(): CallHarness {
  const calls = new CallHarness();
  calls.stand({ [callA]: 'alice bob carol' });
  calls.sent();
  return calls;
}

function heldCalls(): { calls: CallHarness; held: HeldPort } {
  const held: HeldPort[] = [];
  const calls = new CallHarness((port) => {
    const wrapped = new HeldPort(port);
    held.push(wrapped);
    return wrapped.port;
  });
  const [first] = held;
  if (first === undefined) throw new Error('the port was not wrapped');
  calls.stand({ [callA]: 'alice bob carol' });
  calls.sent();
  return { calls, held: first };
}

describe('SFU room of a call', () => {
  it('1 joining tells who is there and what they send; new producers are announced to the others', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const producerId = await calls.produceAudio('alice', sending);
    const [announced, ...rest] = calls.outbox.take();
    expect(rest).toEqual([]);
    expect(announced).toMatchObject({
      to: sessionOf('bob'),
      event: 'newProducer',
      payload: { producerId, sessionId: sessionOf('alice'), kind: 'audio', isPaused: false },
    });
    const joined = await calls.service.mediaHandlers.joinRoom(identityOf('carol'), { roomId: callA });
    expect(joined.peers.map((peer) => peer.sessionId)).toEqual([sessionOf('alice'), sessionOf('bob')]);
    expect(joined.producers).toMatchObject([{ producerId, sessionId: sessionOf('alice') }]);
  });

  it('2 joining again lists what there is and leaves transports alone', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    const producerId = await calls.produceAudio('alice', sending);
    await calls.joinRoom('bob');
    const again = await calls.service.mediaHandlers.joinRoom(identityOf('bob'), { roomId: callA });
    expect(again.producers).toMatchObject([{ producerId }]);
    expect(await calls.media.stats()).toMatchObject({ rooms: 1, transports: 4, producers: 1 });
  });

  it('3 consumes the others, pauses and resumes, and hears of both', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const producerId = await calls.produceVideo('alice', sending);
    const consumerId = await calls.consume('bob', producerId);
    const { mediaHandlers: on } = calls.service;
    await on.resumeConsumer(identityOf('bob'), { consumerId });
    await on.setPreferredLayers(identityOf('bob'), { consumerId, spatialLayer: 1 });
    calls.sent();
    await on.pauseProducer(identityOf('alice'), { producerId });
    await on.pauseProducer(identityOf('alice'), { producerId });
    const joined = await on.joinRoom(identityOf('carol'), { roomId: callA });
    expect(joined.producers).toMatchObject([{ producerId, isPaused: true }]);
    await on.resumeProducer(identityOf('alice'), { producerId });
    expect(calls.sent()).toEqual(['bob producerPaused', 'bob producerResumed', 'carol producerResumed']);
    await on.closeProducer(identityOf('alice'), { producerId });
    expect(calls.sent()).toEqual(['bob producerClosed', 'carol producerClosed', 'bob consumerClosed']);
  });

  it('4 a session reaches only the room of its own call', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob carol', [callB]: 'dave erin frank' });
    const { mediaHandlers: on } = calls.service;
    expect(await codeOf(() => on.joinRoom(identityOf('alice'), { roomId: callB }))).toBe('not_in_call');
    expect(await codeOf(() => on.joinRoom(identityOf('nobody'), { roomId: callA }))).toBe('not_in_call');
    expect(await codeOf(() => on.getRouterRtpCapabilities(identityOf('alice'), { roomId: callA }))).toBe(
      'not_in_call',
    );
    const sending = await calls.joinRoom('dave', callB);
    const producerId = await calls.produceAudio('dave', sending);
    await calls.joinRoom('alice');
    expect(await codeOf(() => calls.consume('alice', producerId))).toBe('not_found');
    expect(await codeOf(() => on.closeProducer(identityOf('alice'), { producerId }))).toBe('not_found');
    expect(await codeOf(() => on.restartIce(identityOf('alice'), { transportId: sending }))).toBe(
      'not_found',
    );
  });

  it('5 a session touches only what is its own in the call too', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const producerId = await calls.produceAudio('alice', sending);
    const consumerId = await calls.consume('bob', producerId);
    const { mediaHandlers: on } = calls.service;
    const bob = identityOf('bob');
    const alice = identityOf('alice');
    expect(await codeOf(() => on.pauseProducer(bob, { producerId }))).toBe('not_found');
    expect(await codeOf(() => calls.produceAudio('bob', sending))).toBe('not_found');
    expect(await codeOf(() => on.closeConsumer(alice, { consumerId }))).toBe('not_found');
    expect(await codeOf(() => calls.consume('alice', producerId))).toBe('forbidden');
  });

  it('6 two people on a direct path have no room', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    const { mediaHandlers: on } = calls.service;
    expect(await codeOf(() => on.joinRoom(identityOf('alice'), { roomId: callA }))).toBe('stale_epoch');
    expect(await codeOf(() => on.leaveRoom(identityOf('alice'), { roomId: callA }))).toBe('accepted');
  });

  it('7 refuses what does not fit: kind and source, a receiving transport, no receiving transport', async () => {
    const calls = callOfThree();
    const { mediaHandlers: on } = calls.service;
    const alice = identityOf('alice');
    const sending = await calls.joinRoom('alice');
    const recv = await on.createWebRtcTransport(alice, { roomId: callA, direction: 'recv' });
    const audio = { kind: 'audio' as const, rtpParameters: opusParameters() };
    const camera = { ...audio, transportId: sending, appData: { source: 'camera' as const } };
    const microphone = { ...audio, transportId: sending, appData: { source: 'microphone' as const } };
    expect(await codeOf(() => on.produce(alice, camera))).toBe('bad_request');
    expect(await codeOf(() => on.startScreenShare(alice, microphone))).toBe('bad_request');
    expect(await codeOf(() => calls.produceAudio('alice', recv.id))).toBe('bad_request');
    const producerId = await calls.produceAudio('alice', sending);
    await on.joinRoom(identityOf('bob'), { roomId: callA });
    expect(await codeOf(() => calls.consume('bob', producerId))).toBe('bad_request');
  });

  it('8 keeps one transport per direction, one producer per source, one consumer per producer', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    await calls.produceAudio('alice', sending);
    const second = await calls.produceAudio('alice', sending);
    await calls.consume('bob', second);
    await calls.consume('bob', second);
    expect(await calls.media.stats()).toEqual({
      workers: 1,
      rooms: 1,
      transports: 4,
      producers: 1,
      consumers: 1,
    });
    expect(calls.sent()).toEqual(['bob newProducer alice', 'bob producerClosed', 'bob newProducer alice']);
    await calls.service.mediaHandlers.createWebRtcTransport(identityOf('alice'), {
      roomId: callA,
      direction: 'send',
    });
    expect(await calls.media.stats()).toEqual({
      workers: 1,
      rooms: 1,
      transports: 4,
      producers: 0,
      consumers: 0,
    });
    expect(calls.sent()).toEqual(['bob producerClosed', 'bob consumerClosed']);
  });

  it('9 who walks away takes their media along, and the others hear of it', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const producerId = await calls.produceAudio('alice', sending);
    await calls.consume('bob', producerId);
    calls.sent();
    calls.stand({ [callA]: 'bob carol' });
    expect(calls.sent()).toEqual([
      'bob producerClosed',
      'bob consumerClosed',
      'alice end proximity_lost',
      'bob plan 2 sfu bob+carol',
      'carol plan 2 sfu bob+carol',
    ]);
    expect(await calls.media.stats()).toMatchObject({ transports: 2, producers: 0, consumers: 0 });
  });

  it('10 a reload closes the former session’s media', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('carol');
    await calls.produceAudio('carol', sending);
    calls.stand({ [callA]: 'alice bob carol2' });
    expect(await calls.media.stats()).toMatchObject({ transports: 0, producers: 0 });
    expect(calls.sent().at(-1)).toBe('carol2 start 2 sfu alice+bob+carol2');
    await calls.joinRoom('carol2');
    expect(await codeOf(() => calls.produceAudio('carol', sending))).toBe('not_in_call');
  });

  it('11 the room stays until the direct path is settled, then it is closed', async () => {
    const calls = callOfThree();
    await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    calls.stand({ [callA]: 'alice bob' });
    calls.clock.advance(3_000);
    calls.ready('alice', 3);
    expect(await calls.media.stats()).toMatchObject({ rooms: 1, transports: 4 });
    calls.ready('bob', 3);
    expect(await calls.media.stats()).toMatchObject(nothing);
    calls.stand({ [callA]: 'alice bob carol' });
    await calls.joinRoom('alice');
    expect(await calls.media.stats()).toMatchObject({ rooms: 1, transports: 2 });
  });

  it('12 the end of a call closes its room', async () => {
    const calls = callOfThree();
    await calls.joinRoom('alice');
    calls.stand({});
    expect(await calls.media.stats()).toMatchObject(nothing);
    expect(await codeOf(() => calls.joinRoom('alice'))).toBe('not_in_call');
  });

  it('13 the resident gives people their own picture and voice back', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice resident' });
    const { mediaHandlers: on } = calls.service;
    const joined = await on.joinRoom(identityOf('alice'), { roomId: callA });
    expect(joined.peers).toEqual([
      { sessionId: sessionOf('resident'), userId: identityOf('resident').userId },
    ]);
    calls.sent();
    const producerId = await calls.produceAudio('alice', await calls.joinRoom('alice'));
    expect(calls.sent()).toEqual(['alice newProducer resident']);
    await calls.consume('alice', producerId);
    const again = await on.joinRoom(identityOf('alice'), { roomId: callA });
    expect(again.producers).toMatchObject([{ producerId, sessionId: sessionOf('resident') }]);
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toContain('alice consumerClosed');
    expect(await calls.media.stats()).toMatchObject({ producers: 1, consumers: 0 });
    expect(await codeOf(() => calls.consume('alice', producerId))).toBe('forbidden');
  });

  it('14 a lost room is told to those in it; they join it again under the same id', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    await calls.produceAudio('alice', sending);
    calls.sent();
    calls.outbox.goAway(sessionOf('bob'));
    calls.media.killWorker();
    expect(calls.sent()).toEqual(['alice roomLost']);
    expect(await codeOf(() => calls.produceAudio('alice', sending))).toBe('not_in_call');
    const again = await calls.joinRoom('alice');
    await calls.produceAudio('alice', again);
    calls.outbox.comeBack(sessionOf('bob'));
    calls.service.resume(sessionOf('bob'));
    expect(calls.sent()).toContain('bob roomLost');
    await calls.joinRoom('bob');
    calls.service.resume(sessionOf('bob'));
    expect(calls.sent()).not.toContain('bob roomLost');
    expect(await calls.media.stats()).toMatchObject({ rooms: 1, transports: 4, producers: 1 });
  });

  it('15 without a worker a room is media_unavailable, and joinable later', async () => {
    const calls = callOfThree();
    calls.media.killWorker('dead');
    expect(await codeOf(() => calls.joinRoom('alice'))).toBe('media_unavailable');
    calls.media.killWorker();
    expect(await codeOf(() => calls.joinRoom('alice'))).toBe('accepted');
  });

  it('16 a transport that ended by itself takes its producers along', async () => {
    const calls = callOfThree();
    const sending = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    await calls.produceAudio('alice', sending);
    calls.sent();
    calls.media.loseTransport(`${callA}.1`, sending);
    expect(calls.sent()).toEqual(['bob producerClosed']);
    expect(await codeOf(() => calls.produceAudio('alice', sending))).toBe('not_found');
  });
});

describe('SFU room of a call: answers that come late', () => {
  for (const when of ['before', 'after'] as const) {
    it(`17 a transport for somebody who left is ended (held ${when})`, async () => {
      const { calls, held } = heldCalls();
      const reached = held.hold('createTransport', when);
      const joining = codeOf(() => calls.joinRoom('alice'));
      await reached;
      calls.stand({ [callA]: 'bob carol' });
      held.letGo();
      expect(await joining).toBe('not_in_call');
      expect(await calls.media.stats()).toMatchObject({ transports: 0 });
    });

    it(`18 a transport for a call that ended opens no room (held ${when})`, async () => {
      const { calls, held } = heldCalls();
      const reached = held.hold('createTransport', when);
      const joining = codeOf(() => calls.joinRoom('alice'));
      await reached;
      calls.stand({});
      held.letGo();
      expect(await joining).not.toBe('accepted');
      expect(await calls.media.stats()).toMatchObject(nothing);
    });

    it(`19 capabilities asked for as the call ends open no room (held ${when})`, async () => {
      const { calls, held } = heldCalls();
      const alice = identityOf('alice');
      await calls.service.mediaHandlers.joinRoom(alice, { roomId: callA });
      const reached = held.hold('routerRtpCapabilities', when);
      const asking = codeOf(() =>
        calls.service.mediaHandlers.getRouterRtpCapabilities(alice, { roomId: callA }),
      );
      await reached;
      calls.stand({});
      held.letGo();
      expect(await asking).not.toBe('accepted');
      expect(await calls.media.stats()).toMatchObject(nothing);
    });

    it(`20 a producer of somebody who left meanwhile is ended and never announced (held ${when})`, async () => {
      const { calls, held } = heldCalls();
      const sending = await calls.joinRoom('alice');
      await calls.joinRoom('bob');
      const reached = held.hold('produce', when);
      const producing = codeOf(() => calls.produceAudio('alice', sending));
      await reached;
      await calls.service.mediaHandlers.leaveRoom(identityOf('alice'), { roomId: callA });
      held.letGo();
      expect(await producing).not.toBe('accepted');
      expect(calls.sent()).toEqual([]);
      expect(await calls.media.stats()).toMatchObject({ producers: 0 });
    });

    it(`21 a consumer of a producer that ended meanwhile is ended (held ${when})`, async () => {
      const { calls, held } = heldCalls();
      const sending = await calls.joinRoom('alice');
      await calls.joinRoom('bob');
      const producerId = await calls.produceAudio('alice', sending);
      const rtpCapabilities = await calls.media.routerRtpCapabilities(`${callA}.1`);
      const reached = held.hold('consume', when);
      const { mediaHandlers: on } = calls.service;
      const consuming = codeOf(() => on.consume(identityOf('bob'), { producerId, rtpCapabilities }));
      await reached;
      await on.closeProducer(identityOf('alice'), { producerId });
      held.letGo();
      expect(await consuming).toBe('not_found');
      expect(await calls.media.stats()).toMatchObject({ producers: 0, consumers: 0 });
    });
  }

  it('22 leaving and joining again at once leaves the new joining alone', async () => {
    const { calls, held } = heldCalls();
    const reached = held.hold('createTransport', 'after');
    const first = codeOf(() => calls.joinRoom('alice'));
    await reached;
    await calls.service.mediaHandlers.leaveRoom(identityOf('alice'), { roomId: callA });
    const second = codeOf(() => calls.joinRoom('alice'));
    held.letGo();
    expect([await first, await second]).toEqual(['not_in_call', 'accepted']);
    expect(await calls.media.stats()).toMatchObject({ transports: 2 });
  });

  it('23 the same source is not produced twice at once', async () => {
    const { calls, held } = heldCalls();
    const sending = await calls.joinRoom('alice');
    const reached = held.hold('produce', 'after');
    const first = codeOf(() => calls.produceAudio('alice', sending));
    await reached;
    const second = codeOf(() => calls.produceAudio('alice', sending));
    expect(await second).toBe('rate_limited');
    held.letGo();
    expect(await first).toBe('accepted');
    expect(await calls.media.stats()).toMatchObject({ producers: 1 });
  });
});
