import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { CallHarness, callA, callB, sessionOf } from './callHarness.ts';

const signal = { candidate: null };

function codeOf(request: () => void): string {
  try {
    request();
  } catch (error) {
    return error instanceof RefusedError ? error.code : String(error);
  }
  return 'accepted';
}

describe('call service: paths', () => {
  it('1 two people get a direct call and are settled when both are ready', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toEqual(['alice start 1 p2p alice+bob', 'bob start 1 p2p alice+bob']);
    calls.ready('alice', 1);
    expect(calls.sent()).toEqual([]);
    calls.ready('bob', 1);
    expect(calls.sent()).toEqual(['alice settled 1', 'bob settled 1']);
    expect(calls.service.callOf(sessionOf('alice'))).toBe(callA);
  });

  it('2 a third moves all to the SFU in the same call, and back after 3 s', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob carol' });
    const three = 'alice+bob+carol';
    expect(calls.sent()).toEqual([
      `alice plan 2 sfu ${three}`,
      `bob plan 2 sfu ${three}`,
      `carol start 2 sfu ${three}`,
    ]);
    for (const name of ['alice', 'bob', 'carol']) calls.ready(name, 2);
    expect(calls.sent()).toEqual(['alice settled 2', 'bob settled 2', 'carol settled 2']);
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toEqual([
      'carol end proximity_lost',
      'alice plan 3 sfu alice+bob',
      'bob plan 3 sfu alice+bob',
    ]);
    calls.ready('alice', 3);
    calls.ready('bob', 3);
    calls.sent();
    calls.clock.advance(2_999);
    expect(calls.sent()).toEqual([]);
    calls.clock.advance(1);
    expect(calls.sent()).toEqual(['alice plan 4 p2p alice+bob', 'bob plan 4 p2p alice+bob']);
  });

  it('3 the same bubble again changes nothing', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'bob alice' });
    expect(calls.sent()).toEqual([]);
  });

  it('4 gives the former path up after 5 s though somebody is not over', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.stand({ [callA]: 'alice bob carol' });
    calls.ready('alice', 2);
    calls.sent();
    calls.clock.advance(4_999);
    expect(calls.sent()).toEqual([]);
    calls.clock.advance(1);
    expect(calls.sent()).toEqual(['alice settled 2', 'bob settled 2', 'carol settled 2']);
    calls.ready('bob', 2);
    calls.ready('carol', 2);
    expect(calls.sent()).toEqual([]);
  });

  it('5 keeps the SFU when the direct path has not shown within 5 s that it works', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob carol' });
    calls.stand({ [callA]: 'alice bob' });
    for (const name of ['alice', 'bob']) calls.ready(name, 2);
    calls.clock.advance(3_000);
    calls.ready('alice', 3);
    calls.sent();
    calls.clock.advance(5_000);
    expect(calls.sent()).toEqual(['alice plan 4 sfu alice+bob', 'bob plan 4 sfu alice+bob']);
  });

  it('6 a failed direct path goes to the SFU, and is not tried again for 60 s', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.service.pathFailed(sessionOf('alice'), { callId: callA, epoch: 1 });
    expect(calls.sent()).toEqual(['alice plan 2 sfu alice+bob', 'bob plan 2 sfu alice+bob']);
    expect(codeOf(() => calls.service.pathFailed(sessionOf('bob'), { callId: callA, epoch: 1 }))).toBe(
      'stale_epoch',
    );
    for (const name of ['alice', 'bob']) calls.ready(name, 2);
    calls.sent();
    calls.clock.advance(59_999);
    expect(calls.sent()).toEqual([]);
    calls.clock.advance(1);
    expect(calls.sent()).toEqual(['alice plan 3 p2p alice+bob', 'bob plan 3 p2p alice+bob']);
  });

  it('7 a call with the resident goes through the SFU and asks nothing of the resident', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice resident' });
    calls.ready('alice', 1);
    expect(calls.sent()).toEqual(['alice start 1 sfu alice+resident', 'alice settled 1']);
    expect(calls.service.callOf(sessionOf('resident'))).toBeNull();
  });
});

describe('call service: coming and going', () => {
  it('8 walking apart ends the call for both', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({});
    expect(calls.sent()).toEqual(['alice end proximity_lost', 'bob end proximity_lost']);
    expect(calls.service.callOf(sessionOf('alice'))).toBeNull();
  });

  it('9 who is left alone hears why the other is gone', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({}, { bob: 'user_disconnected' });
    expect(calls.sent()).toEqual(['alice end user_disconnected', 'bob end user_disconnected']);
  });

  it('10 leaving by hand names its reason; the others go on', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob carol' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob' }, { carol: 'user_ended' });
    expect(calls.sent().at(0)).toBe('carol end user_ended');
    expect(calls.sent()).toEqual([]);
  });

  it('11 merging moves people: the end of the one call comes before the start of the other', () => {
    const calls = new CallHarness();
    calls.stand({ [callB]: 'carol dave', [callA]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob carol dave' });
    const four = 'alice+bob+carol+dave';
    expect(calls.sent()).toEqual([
      'carol end moved',
      'dave end moved',
      `alice plan 2 sfu ${four}`,
      `bob plan 2 sfu ${four}`,
      `carol start 2 sfu ${four}`,
      `dave start 2 sfu ${four}`,
    ]);
  });

  it('12 a reload: the other gets a plan with the new session, the new session a start', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.stand({ [callA]: 'alice bob2' }, { bob: 'user_disconnected' });
    expect(calls.sent()).toEqual([
      'bob end user_disconnected',
      'alice plan 2 p2p alice+bob2',
      'bob2 start 2 p2p alice+bob2',
    ]);
  });

  it('13 who comes back is told the plan, and that it is settled', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.outbox.goAway(sessionOf('bob'));
    calls.stand({ [callA]: 'alice bob carol' });
    calls.clock.advance(5_000);
    calls.sent();
    calls.outbox.comeBack(sessionOf('bob'));
    calls.service.resume(sessionOf('bob'));
    expect(calls.sent()).toEqual(['bob start 2 sfu alice+bob+carol', 'bob settled 2']);
  });

  it('14 who was away when the call ended is told on coming back, for a minute', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.outbox.goAway(sessionOf('bob'));
    calls.stand({});
    calls.sent();
    calls.outbox.comeBack(sessionOf('bob'));
    calls.service.resume(sessionOf('bob'));
    expect(calls.sent()).toEqual(['bob end proximity_lost']);
    calls.clock.advance(60_000);
    calls.service.resume(sessionOf('bob'));
    expect(calls.sent()).toEqual([]);
  });

  it('15 who never gets a path is put out after 30 s, and stays out while in the bubble', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    for (const name of ['alice', 'bob']) calls.ready(name, 1);
    calls.stand({ [callA]: 'alice bob carol' });
    calls.sent();
    calls.clock.advance(30_000);
    const lines = calls.sent();
    expect(lines).toContain('carol end setup_timeout');
    expect(lines.filter((line) => line.includes('end'))).toHaveLength(1);
    calls.stand({ [callA]: 'alice bob carol' });
    expect(calls.sent().filter((line) => line.startsWith('carol'))).toEqual([]);
    calls.stand({ [callA]: 'alice bob' });
    calls.stand({ [callA]: 'alice bob carol' });
    expect(calls.sent().some((line) => line.startsWith('carol start'))).toBe(true);
  });

  it('16 two who never get a path both hear setup_timeout', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.clock.advance(30_000);
    expect(calls.sent()).toEqual(['alice end setup_timeout', 'bob end setup_timeout']);
    calls.stand({ [callA]: 'alice bob' });
    expect(calls.sent()).toEqual([]);
    calls.stand({ [callA]: 'alice bob carol' });
    expect(calls.sent()).toEqual(['bob start 2 p2p bob+carol', 'carol start 2 p2p bob+carol']);
  });

  it('17 closing ends every call with server_shutdown, once', async () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob', [callB]: 'carol dave' });
    calls.sent();
    await calls.service.close();
    await calls.service.close();
    expect(calls.sent()).toEqual(
      ['alice', 'bob', 'carol', 'dave'].map((name) => `${name} end server_shutdown`),
    );
    calls.stand({ [callA]: 'alice bob' });
    calls.clock.advance(100_000);
    expect(calls.sent()).toEqual([]);
  });
});

describe('call service: signaling', () => {
  it('18 relays to the addressee alone, stamped with the sender', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.service.signal(sessionOf('alice'), { callId: callA, epoch: 1, to: sessionOf('bob'), data: signal });
    expect(calls.sent()).toEqual(['bob signal alice']);
  });

  it('19 refuses strangers, addressees outside the call, oneself, and former epochs', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob', [callB]: 'carol dave' });
    calls.sent();
    const send = (from: string, to: string, epoch: number, callId = callA): string =>
      codeOf(() => calls.service.signal(sessionOf(from), { callId, epoch, to: sessionOf(to), data: signal }));
    expect(send('carol', 'alice', 1)).toBe('not_in_call');
    expect(send('erin', 'alice', 1)).toBe('not_in_call');
    expect(send('alice', 'carol', 1)).toBe('forbidden');
    expect(send('alice', 'carol', 1, callB)).toBe('not_in_call');
    expect(send('alice', 'alice', 1)).toBe('forbidden');
    expect(send('alice', 'bob', 2)).toBe('stale_epoch');
    calls.stand({ [callA]: 'alice bob erin', [callB]: 'carol dave' });
    calls.sent();
    expect(send('alice', 'bob', 1)).toBe('stale_epoch');
    expect(send('alice', 'bob', 2)).toBe('stale_epoch');
    expect(calls.sent()).toEqual([]);
  });

  it('20 refuses ready and path-failed of strangers and former epochs', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.stand({ [callA]: 'alice bob carol' });
    expect(codeOf(() => calls.ready('dave', 2))).toBe('not_in_call');
    expect(codeOf(() => calls.ready('alice', 1))).toBe('stale_epoch');
    expect(codeOf(() => calls.service.pathFailed(sessionOf('dave'), { callId: callA, epoch: 2 }))).toBe(
      'not_in_call',
    );
    expect(codeOf(() => calls.service.pathFailed(sessionOf('alice'), { callId: callA, epoch: 2 }))).toBe(
      'stale_epoch',
    );
  });

  it('21 tells the others who switched the microphone or camera, and newcomers how it stands', () => {
    const calls = new CallHarness();
    calls.stand({ [callA]: 'alice bob' });
    calls.sent();
    calls.service.setMediaState(sessionOf('alice'), { audio: false, video: true, screen: false });
    calls.service.setMediaState(sessionOf('erin'), { audio: false, video: true, screen: false });
    expect(calls.sent()).toEqual(['bob media-state alice']);
    calls.service.resume(sessionOf('bob'));
    expect(calls.outbox.take()[0]?.payload).toMatchObject({
      participants: [{ audio: false, video: true }, { audio: true }],
    });
  });
});
