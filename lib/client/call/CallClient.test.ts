import { describe, expect, test } from 'vitest';
import { overlapMs } from '../media/AudioSink.ts';
import { patienceMs } from './ActiveCall.ts';
import { resumeTimeMs } from './CallClient.ts';
import { speakingPeriodMs } from './CallMeters.ts';
import { away, callId, live, openPage, person, plan, talkDirectly, talkThroughSfu } from './callPage.ts';
import { noLocalMedia } from './MediaPath.ts';
import { connectTimeMs, healTimeMs } from './PathWatch.ts';

describe('a call from start to end', () => {
  test('1 opens a direct path with own tracks, and says ready once Bob really arrives', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob')));
    expect(page.paths.openNames).toEqual(['p2p-1']);
    expect(page.paths.newest.local.audio?.id).toBe('own-audio');
    page.paths.newest.connect('bob');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([]);
    expect(page.people()).toMatchObject([{ sessionId: 'bob', connection: 'connecting', path: 'p2p' }]);
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
    expect(page.people()).toMatchObject([{ sessionId: 'bob', connection: 'live', path: 'p2p' }]);
    expect(page.playing).toEqual(['p2p-1-audio']);
  });

  test('2 ends with its reason, and nothing is left', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.send('/space', 'video-call-end', { callId, reason: 'proximity_lost' });
    await page.flush();
    expect(page.client.store.getState().call).toEqual({
      kind: 'none',
      ended: { callId, roomId: null, reason: 'proximity_lost' },
    });
    expect(page.paths.openNames).toEqual([]);
    expect(page.playing).toEqual([]);
    expect(page.timers.pendingCount).toBe(0);
    expect(page.levelListeners.size).toBe(0);
  });

  test('3 an end while connecting leaves nothing either', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob')));
    page.server.send('/space', 'video-call-end', { callId, reason: 'proximity_lost' });
    await page.flush();
    expect([page.paths.openNames, page.timers.pendingCount]).toEqual([[], 0]);
    await page.advance(60_000);
    expect(page.said('video-call-path-failed')).toEqual([]);
  });

  test('4 leaving by hand tells the server and ends here', async () => {
    const page = openPage();
    await talkDirectly(page);
    const left = page.client.leave();
    await page.flush();
    await left;
    expect(page.said('video-call-end')).toEqual([{ callId }]);
    expect(page.client.store.getState().call).toMatchObject({
      kind: 'none',
      ended: { reason: 'stepped_away' },
    });
  });

  test('4b when the other one steps away, it was not me', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.send('/space', 'video-call-end', { callId, reason: 'user_ended' });
    await page.flush();
    expect(page.client.store.getState().call).toMatchObject({ ended: { reason: 'user_ended' } });
  });

  test('5 a dispose closes everything, subscriptions too', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    page.client.dispose();
    page.client.dispose();
    expect(page.paths.openNames).toEqual([]);
    expect(page.signaling.subscriptionCount()).toBe(0);
    expect([page.timers.pendingCount, page.playing, page.levelListeners.size]).toEqual([0, [], 0]);
  });

  test('6 a call of another id takes the place of the running one', async () => {
    const page = openPage();
    await talkDirectly(page);
    const other = '018f0000-0000-7000-8000-00000000000b';
    await page.start({ ...plan(1, 'sfu', person('dan'), person('eve')), callId: other });
    expect(page.paths.openNames).toEqual(['sfu']);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', callId: other });
  });
});

describe('make before break', () => {
  test('7 the direct path stays heard until the SFU carries Bob, and open until settled', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob'), person('carol')));
    expect(page.paths.openNames).toEqual(['p2p-1', 'sfu']);
    page.paths.newest.connect('bob');
    await page.flush();
    expect(page.pathOf('bob')).toBe('p2p-1');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.pathOf('bob')).toBe('sfu');
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
    page.paths.newest.connect('carol');
    page.paths.newest.deliver('carol');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([
      { callId, epoch: 1 },
      { callId, epoch: 2 },
    ]);
    expect(page.paths.openNames).toEqual(['p2p-1', 'sfu']);
    await page.settle(2);
    expect(page.paths.openNames).toEqual(['sfu']);
  });

  test('8 Carol leaves: the SFU stays heard until the new direct path carries Bob', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await page.plan(plan(3, 'sfu', person('bob')));
    expect(page.people().map((each) => each.sessionId)).toEqual(['bob']);
    expect(page.said('video-call-ready').at(-1)).toEqual({ callId, epoch: 3 });
    await page.plan(plan(4, 'p2p', person('bob')));
    expect(page.pathOf('bob')).toBe('sfu');
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.pathOf('bob')).toBe('p2p-4');
    await page.settle(4);
    expect(page.paths.openNames).toEqual(['p2p-4']);
    expect(page.paths.opened.map((path) => path.name)).toEqual(['p2p-1', 'sfu', 'p2p-4']);
  });

  test('9 Dan comes before the way back was settled: the open SFU path is taken up again', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await page.plan(plan(3, 'p2p', person('bob')));
    await page.plan(plan(4, 'sfu', person('bob'), person('dan')));
    expect(page.paths.opened.map((path) => path.name)).toEqual(['p2p-1', 'sfu', 'p2p-3']);
    expect(page.pathOf('bob')).toBe('sfu');
    const sfu = page.paths.opened[1];
    sfu?.connect('dan');
    sfu?.deliver('dan');
    await page.flush();
    expect(page.said('video-call-ready').at(-1)).toEqual({ callId, epoch: 4 });
    await page.settle(4);
    expect(page.paths.openNames).toEqual(['sfu']);
  });

  test('10 old and new sound overlap, so that there is no hole', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob')));
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.playing).toEqual(['p2p-1-audio', 'sfu-audio']);
    await page.advance(overlapMs);
    expect(page.playing).toEqual(['sfu-audio']);
  });

  test('11 settled before everybody is over: the former path goes all the same', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob')));
    await page.settle(2);
    expect(page.paths.openNames).toEqual(['sfu']);
    expect(page.people()).toMatchObject([{ sessionId: 'bob', path: 'sfu', connection: 'connecting' }]);
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.said('video-call-ready').at(-1)).toEqual({ callId, epoch: 2 });
  });

  test('12 a broken SFU (room lost) keeps its person and says so, and ready is said once', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    page.paths.newest.table.setConnection('reconnecting');
    expect(page.people().map((each) => each.connection)).toEqual(['reconnecting', 'reconnecting']);
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.people()[0]).toMatchObject({ connection: 'live', path: 'sfu' });
    expect(page.said('video-call-ready')).toHaveLength(2);
  });
});

describe('sound and picture', () => {
  test('33 the voice moves over as soon as it arrives; the picture follows when it does', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob')));
    page.paths.newest.connect('bob');
    page.paths.newest.table.setArrived('bob', 'audio');
    await page.flush();
    expect(page.people()[0]?.audioTrack?.id).toBe('sfu-audio');
    expect(page.people()[0]?.videoTrack?.id).toBe('p2p-1-video');
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
    page.paths.newest.table.setArrived('bob', 'video');
    await page.flush();
    expect(page.people()[0]?.videoTrack?.id).toBe('sfu-video');
    expect(page.said('video-call-ready').at(-1)).toEqual({ callId, epoch: 2 });
  });
});

describe('tile heights', () => {
  test('34 reach the path, and a later one too', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.client.setTileHeight('bob', 112);
    await page.plan(plan(2, 'sfu', person('bob'), person('carol')));
    page.client.setTileHeight('carol', 400);
    expect([...page.paths.newest.shownHeights]).toEqual([
      ['bob', 112],
      ['carol', 400],
    ]);
  });
});

describe('epochs', () => {
  test('13 plans, signals and settlements of an older epoch are dropped', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob'), person('carol')));
    await page.plan(plan(1, 'p2p', person('bob')));
    await page.settle(1);
    const data = { candidate: null };
    page.server.send('/space', 'video-call-signaling', { callId, epoch: 1, from: 'bob', data });
    await page.flush();
    expect(page.paths.openNames).toEqual(['p2p-1', 'sfu']);
    expect(page.paths.opened[0]?.signals).toEqual([]);
    expect(page.client.store.getState().call).toMatchObject({ epoch: 2, mode: 'sfu' });
  });

  test('14 signals of the present epoch reach the path; those of strangers do not', async () => {
    const page = openPage();
    await talkDirectly(page);
    const data = { candidate: null };
    page.server.send('/space', 'video-call-signaling', { callId, epoch: 1, from: 'mallory', data });
    page.server.send('/space', 'video-call-signaling', { callId, epoch: 1, from: 'bob', data });
    await page.flush();
    expect(page.paths.newest.signals).toEqual([data]);
  });

  test('15 the same plan again changes nothing but what is switched on', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(1, 'p2p', person('bob', { video: false })));
    expect(page.paths.opened).toHaveLength(1);
    expect(page.people()).toMatchObject([{ video: false, videoTrack: null, path: 'p2p' }]);
    expect(page.said('video-call-ready')).toHaveLength(1);
  });
});

describe('failing paths', () => {
  test('16 a direct path that does not connect in time is reported', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob')));
    await page.advance(connectTimeMs - 1);
    expect(page.said('video-call-path-failed')).toEqual([]);
    await page.advance(1);
    expect(page.said('video-call-path-failed')).toEqual([{ callId, epoch: 1 }]);
  });

  test('17 a lost one is reported unless it heals in time', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.paths.newest.table.setConnection('reconnecting');
    await page.advance(healTimeMs - 1);
    page.paths.newest.table.setConnection('live');
    await page.advance(healTimeMs);
    expect(page.said('video-call-path-failed')).toEqual([]);
    page.paths.newest.table.setConnection('reconnecting');
    await page.advance(healTimeMs);
    expect(page.said('video-call-path-failed')).toEqual([{ callId, epoch: 1 }]);
  });

  test('18 the former path may fail unnoticed while the SFU takes over', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob')));
    page.paths.opened[0]?.table.setConnection('reconnecting');
    await page.advance(60_000);
    expect(page.said('video-call-path-failed')).toEqual([]);
  });

  test('19 a frozen camera does not hold up the call', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob')));
    page.paths.newest.connect('bob');
    page.paths.newest.table.setArrived('bob', 'audio');
    await page.advance(patienceMs - 1);
    expect(page.said('video-call-ready')).toEqual([]);
    await page.advance(1);
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
  });
});

describe('signaling lost and back', () => {
  test('20 media is left alone; the same epoch changes nothing', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.setState(away);
    page.server.setState(live);
    await page.plan(plan(1, 'p2p', person('bob')));
    await page.advance(resumeTimeMs * 2);
    expect(page.paths.openNames).toEqual(['p2p-1']);
    expect(page.paths.newest.signalingReturns).toBe(1);
    expect(page.client.store.getState().call.kind).toBe('active');
  });

  test('21 the plan may come before the session counts as live', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.setState(away);
    await page.plan(plan(1, 'p2p', person('bob')));
    page.server.setState(live);
    await page.advance(resumeTimeMs * 2);
    expect(page.client.store.getState().call.kind).toBe('active');
  });

  test('22 a server that knows nothing of the call any more: it is over', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.setState(away);
    await page.advance(60_000);
    expect(page.client.store.getState().call.kind).toBe('active');
    page.server.setState(live);
    await page.advance(resumeTimeMs);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'none', ended: { reason: 'forgotten' } });
    expect([page.paths.openNames, page.timers.pendingCount]).toEqual([[], 0]);
  });

  test('23 a server started anew may begin the same bubble at epoch 1 again', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    page.server.setState(away);
    page.server.setState(live);
    await page.start(plan(1, 'p2p', person('bob')));
    expect(page.paths.openNames).toEqual(['p2p-1']);
    await page.advance(resumeTimeMs);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', epoch: 1, mode: 'p2p' });
  });

  test('24 a ready that could not be said is said once the signaling is back', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob')));
    page.server.setState(away);
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([]);
    page.server.setState(live);
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
  });

  test('25 a session that ended ends the call', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.setState({ kind: 'ended', reason: 'taken_over', code: null });
    expect(page.client.store.getState().call).toMatchObject({
      kind: 'none',
      ended: { reason: 'session_ended' },
    });
  });
});

describe('what is switched on', () => {
  test('26 own camera off: every open path sends none, and the others are told', async () => {
    const page = openPage();
    await talkDirectly(page);
    await page.plan(plan(2, 'sfu', person('bob'), person('carol')));
    page.store.setState({ isCameraOn: false, camera: { status: 'idle' } });
    await page.flush();
    expect(page.paths.opened.map((path) => path.local.video)).toEqual([null, null]);
    expect(page.said('media-state')).toEqual([
      { audio: true, video: true, screen: false },
      { audio: true, video: false, screen: false },
    ]);
  });

  test('27 own mute is told and touches no path', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.store.setState({ isMicrophoneOn: false });
    await page.flush();
    expect(page.paths.newest.local.audio?.id).toBe('own-audio');
    expect(page.said('media-state').at(-1)).toEqual({ audio: false, video: true, screen: false });
  });

  test('28 somebody without camera and microphone takes part', async () => {
    const refused = { status: 'refused', reason: 'missing' } as const;
    const page = openPage({ microphone: refused, camera: refused });
    await talkDirectly(page);
    expect(page.said('media-state')).toEqual([{ audio: false, video: false, screen: false }]);
    expect(page.said('video-call-ready')).toHaveLength(1);
    expect(page.paths.newest.local).toEqual(noLocalMedia);
  });

  test('29 nothing is awaited of somebody who only listens', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p', person('bob', { audio: false, video: false })));
    page.paths.newest.table.setConnection('live');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
  });

  test('30 the resident is expected to give back just what one sends', async () => {
    const page = openPage({ isCameraOn: false, camera: { status: 'idle' } });
    await page.start(plan(1, 'sfu', person('guide', { isResident: true })));
    page.paths.newest.connect('guide');
    page.paths.newest.table.setArrived('guide', 'audio');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 1 }]);
  });

  test("31 Bob's media state shows in his tile", async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.send('/space', 'media-state', {
      callId,
      sessionId: 'bob',
      audio: false,
      video: false,
      screen: false,
    });
    await page.flush();
    expect(page.people()).toMatchObject([{ audio: false, video: false, videoTrack: null }]);
  });

  test('32 who speaks is marked, and the others keep their identity in the store', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    const carolBefore = page.people()[1];
    page.paths.newest.levels.set('bob', 0.5);
    await page.advance(speakingPeriodMs);
    expect(page.people()[0]?.isSpeaking).toBe(true);
    expect(page.people()[1]).toBe(carolBefore);
    for (const listener of page.levelListeners) listener(0.5);
    expect(page.client.store.getState().call).toMatchObject({ isSelfSpeaking: true });
  });
});
