import { describe, expect, it } from 'vitest';
import { CallHarness, callA, callB, identityOf, sessionOf, spaceId } from './callHarness.ts';

const roomId = '0190c000-0000-7000-b000-000000000001';

/** Calls of whom `callA` is a chatroom's. */
function openCalls(): CallHarness {
  const calls = new CallHarness();
  calls.ofRoom(callA, roomId);
  return calls;
}

describe('the call of a chatroom', () => {
  it('1 begins with one person, who is in it and waits', () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice' });
    const sent = calls.outbox.take();
    expect(sent[0]).toMatchObject({
      event: 'video-call-start',
      payload: { callId: callA, roomId, isProximityCall: false, epoch: 1, participants: [{}] },
    });
    expect(calls.service.callOf(sessionOf('alice'))).toBe(callA);
    calls.clock.advance(120_000);
    expect(calls.sent()).toEqual([]);
  });

  it('2 a call of people who stand together names no room', () => {
    const calls = openCalls();
    calls.stand({ [callB]: 'alice bob' });
    expect(calls.outbox.take()[0]?.payload).toMatchObject({ roomId: null, isProximityCall: true });
  });

  it('3 the next one to come gets the call going, and who stays behind waits again', () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toEqual(['alice plan 2 p2p alice+bob', 'bob start 2 p2p alice+bob']);
    calls.ready('alice', 2);
    calls.ready('bob', 2);
    expect(calls.sent()).toEqual(['alice settled 2', 'bob settled 2']);
    calls.stand({ [callA]: 'alice' }, { bob: 'user_ended' });
    expect(calls.sent()).toEqual(['bob end user_ended', 'alice plan 3 p2p alice', 'alice settled 3']);
    calls.stand({});
    expect(calls.sent()).toEqual(['alice end proximity_lost']);
  });

  it('4 the last one on the SFU needs no path, and the room is closed', async () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice bob carol' });
    await calls.joinRoom('alice');
    calls.sent();
    calls.stand({ [callA]: 'alice' });
    expect(calls.sent().slice(2)).toEqual(['alice plan 2 p2p alice', 'alice settled 2']);
    expect(await calls.media.stats()).toMatchObject({ rooms: 0, transports: 0 });
  });

  it('5 somebody who comes from a bubble leaves it for the room', () => {
    const calls = openCalls();
    calls.stand({ [callB]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'alice' });
    expect(calls.sent()).toEqual([
      'alice end moved',
      'bob end proximity_lost',
      'alice start 1 p2p alice',
      'alice settled 1',
    ]);
  });

  it('6 who is kept from everybody else waits, hears nobody, and is not put out', () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice bob' }, {}, [['alice', 'bob']]);
    expect(calls.sent()).toEqual([
      'alice start 1 p2p alice',
      'bob start 1 p2p bob',
      'alice settled 1',
      'bob settled 1',
    ]);
    calls.stand({ [callA]: 'alice bob carol' }, {}, [['alice', 'bob']]);
    expect(calls.sent()).toEqual([
      'alice plan 2 sfu alice+carol',
      'bob plan 2 sfu bob+carol',
      'carol start 2 sfu alice+bob+carol',
    ]);
    calls.stand({ [callA]: 'alice bob' }, {}, [['alice', 'bob']]);
    calls.sent();
    calls.clock.advance(60_000);
    expect(calls.sent()).toEqual([]);
  });

  it('7 who comes to a call in which nobody exists for them is told of it, and the others keep their plan', () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob carol' }, {}, [
      ['alice', 'carol'],
      ['bob', 'carol'],
    ]);
    expect(calls.sent()).toContain('carol start 2 p2p carol');
  });

  it('8 who gets no path within the set-up time is put out, and the space hears of it', () => {
    const calls = openCalls();
    const heard: string[][] = [];
    const stop = calls.service.onSetupTimedOut((...who) => heard.push(who));
    calls.stand({ [callA]: 'alice bob carol' });
    calls.ready('alice', 1);
    calls.ready('carol', 1);
    calls.sent();
    calls.clock.advance(30_000);
    expect(heard).toEqual([[spaceId, sessionOf('bob')]]);
    expect(calls.sent()).toContain('bob end setup_timeout');
    stop();
  });

  it('9 goes on for somebody whose connection is back, alone or not', () => {
    const calls = openCalls();
    calls.stand({ [callA]: 'alice' });
    calls.sent();
    calls.service.resume(sessionOf('alice'));
    expect(calls.sent()).toEqual(['alice start 1 p2p alice', 'alice settled 1']);
  });
});

describe('a shared screen', () => {
  it('10 moves two people to the SFU, and back after the delay when it ends', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.ready('alice', 1);
    calls.ready('bob', 1);
    calls.sent();
    calls.share('alice', true);
    expect(calls.sent()).toEqual([
      'bob media-state alice',
      'alice plan 2 sfu alice+bob',
      'bob plan 2 sfu alice+bob',
    ]);
    calls.ready('alice', 2);
    calls.ready('bob', 2);
    calls.clock.advance(10_000);
    calls.sent();
    calls.share('bob', true);
    expect(calls.sent()).toEqual(['alice media-state bob']);
    calls.share('alice', false);
    calls.share('bob', false);
    expect(calls.sent()).toEqual(['bob media-state alice', 'alice media-state bob']);
    calls.clock.advance(2_999);
    expect(calls.sent()).toEqual([]);
    calls.clock.advance(1);
    expect(calls.sent()).toEqual(['alice plan 3 p2p alice+bob', 'bob plan 3 p2p alice+bob']);
  });

  it('11 is in the list that a newcomer gets, and a plan made for it holds', () => {
    const calls = new CallHarness();
    calls.share('alice', true);
    calls.stand({ [callA]: 'alice bob' });
    const start = calls.outbox.take()[1];
    expect(start?.payload).toMatchObject({
      mode: 'sfu',
      participants: [{ screen: true }, { screen: false }],
    });
  });

  it('12 stays as it is when a moderator mutes who shares', () => {
    const calls = new CallHarness();
    calls.share('alice', true);
    calls.stand({ [callA]: 'alice bob' });
    calls.outbox.take();
    calls.service.mute(sessionOf('alice'));
    expect(calls.outbox.take()).toMatchObject([
      { event: 'media-state', payload: { audio: false, video: true, screen: true } },
    ]);
  });

  it('13 is not given back to its owner by the resident', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice resident' });
    const transportId = await calls.joinRoom('alice');
    calls.sent();
    await calls.produceScreen('alice', transportId);
    expect(calls.sent()).toEqual([]);
    await calls.produceVideo('alice', transportId);
    expect(calls.sent()).toHaveLength(1);
  });

  it('14 is received by the others beside the camera, and ends without it', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob carol' });
    const transportId = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const camera = await calls.produceVideo('alice', transportId);
    const screen = await calls.produceScreen('alice', transportId);
    await calls.consume('bob', camera);
    await calls.consume('bob', screen);
    calls.sent();
    const { mediaHandlers } = calls.service;
    await mediaHandlers.closeProducer(identityOf('alice'), { producerId: screen });
    expect(calls.outbox.take()).toMatchObject([
      { event: 'producerClosed', payload: { producerId: screen } },
      { event: 'consumerClosed' },
    ]);
    expect(await calls.media.stats()).toMatchObject({ producers: 1, consumers: 1 });
  });
});
