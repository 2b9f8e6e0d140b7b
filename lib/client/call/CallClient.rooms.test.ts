import { describe, expect, test } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import {
  away,
  callId,
  live,
  openPage,
  type Page,
  person,
  plan,
  talkDirectly,
  talkThroughSfu,
} from './callPage.ts';

const roomId = '018f0000-0000-7000-b000-000000000001';
const otherCall = '018f0000-0000-7000-8000-00000000000b';

async function share(page: Page): Promise<void> {
  await page.client.share.start();
  await page.flush();
}

describe('the call of a chatroom', () => {
  test('1 is asked for by its room, and waits without a path while nobody else is there', async () => {
    const page = openPage();
    page.server.answer('/space', 'room-call-join', () => ({ callId }));
    const joining = page.client.joinRoom(roomId);
    await page.flush();
    await joining;
    expect(page.said('room-call-join')).toEqual([{ roomId }]);
    await page.start(plan(1, 'p2p'), roomId);
    await page.settle(1);
    await page.advance(60_000);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', roomId, participants: [] });
    expect([page.paths.openNames, page.said('video-call-ready'), page.problems]).toEqual([[], [], []]);
    expect(page.said('video-call-path-failed')).toEqual([]);
  });

  test('2 goes on when somebody comes and goes, and has no path again', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p'), roomId);
    await page.plan(plan(2, 'p2p', person('bob')));
    page.paths.newest.connect('bob');
    page.paths.newest.deliver('bob');
    await page.flush();
    expect(page.said('video-call-ready')).toEqual([{ callId, epoch: 2 }]);
    await page.plan(plan(3, 'p2p'));
    await page.settle(3);
    expect([page.paths.openNames, page.playing]).toEqual([[], []]);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', roomId, participants: [] });
  });

  test('3 is left by hand, and the end names the room', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p'), roomId);
    const leaving = page.client.leave();
    await page.flush();
    await leaving;
    expect(page.said('video-call-end')).toEqual([{ callId }]);
    expect(page.client.store.getState().call).toEqual({
      kind: 'none',
      ended: { callId, roomId, reason: 'stepped_away' },
    });
  });

  test('4 a refusal reaches whoever asked, and the present call goes on', async () => {
    const page = openPage();
    await talkDirectly(page);
    page.server.answer('/space', 'room-call-join', () => {
      throw new RefusedError('conflict', 'full');
    });
    const joining = page.client.joinRoom(roomId);
    const outcome = expect(joining).rejects.toMatchObject({ code: 'conflict' });
    await page.flush();
    await outcome;
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', roomId: null });
  });

  test('5 is resumed alone after a lost connection', async () => {
    const page = openPage();
    await page.start(plan(1, 'p2p'), roomId);
    page.server.setState(away);
    page.server.setState(live);
    await page.start(plan(1, 'p2p'), roomId);
    await page.advance(10_000);
    expect(page.client.store.getState().call).toMatchObject({ kind: 'active', roomId });
  });
});

describe('a shared screen', () => {
  test('6 is told to the server and sent on every path that is opened for it', async () => {
    const page = openPage();
    await talkDirectly(page);
    await share(page);
    expect(page.said('media-state').at(-1)).toEqual({ audio: true, video: true, screen: true });
    await page.plan(plan(2, 'sfu', person('bob')));
    expect(page.paths.newest.name).toBe('sfu');
    expect(page.paths.newest.local).toMatchObject({
      screen: page.screens.tracks[0],
      screenAudio: page.screens.tracks[1],
    });
  });

  test('7 ends everywhere when it is stopped in the browser', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await share(page);
    page.screens.endInBrowser();
    await page.flush();
    expect(page.paths.newest.local).toMatchObject({ screen: null, screenAudio: null });
    expect(page.said('media-state').at(-1)).toMatchObject({ screen: false });
  });

  test('8 ends with the call, also when another call takes its place', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await share(page);
    await page.start({ ...plan(1, 'p2p', person('dave')), callId: otherCall });
    expect(page.client.share.store.getState()).toMatchObject({
      share: { kind: 'off' },
      news: { what: 'ended', by: 'call' },
    });
    expect(page.screens.openTracks).toEqual([]);
    expect(page.said('media-state').at(-1)).toMatchObject({ screen: false });
  });

  test('9 goes on over another path and a lost connection, and is told again', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await share(page);
    await page.plan(plan(3, 'sfu', person('bob')));
    page.server.setState(away);
    page.server.setState(live);
    await page.start(plan(3, 'sfu', person('bob')));
    expect(page.client.share.store.getState().share.kind).toBe('on');
    expect(page.said('media-state').at(-1)).toEqual({ audio: true, video: true, screen: true });
    expect(page.paths.newest.local.screen).toBe(page.screens.tracks[0]);
  });

  test('10 stops when the visit is over', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    await share(page);
    page.client.dispose();
    expect(page.screens.openTracks).toEqual([]);
    expect(page.timers.pendingCount).toBe(0);
  });

  test('11 of somebody else is shown and heard while they say that they share', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    const state = { callId, sessionId: 'bob', audio: true, video: true };
    page.paths.newest.share('bob');
    await page.flush();
    expect(page.people()[0]).toMatchObject({ screen: false, screenTrack: null });
    page.server.send('/space', 'media-state', { ...state, screen: true });
    await page.flush();
    expect(page.people()[0]?.screenTrack?.id).toBe('sfu-screen');
    expect(page.playing).toContain('sfu-screen-audio');
    expect(page.playing).toContain('sfu-audio');
    page.server.send('/space', 'media-state', { ...state, screen: false });
    await page.flush();
    expect(page.people()[0]).toMatchObject({ screen: false, screenTrack: null });
    expect(page.playing).not.toContain('sfu-screen-audio');
  });

  test('12 of two people at once, and silence when they go', async () => {
    const page = openPage();
    await talkThroughSfu(page);
    for (const name of ['bob', 'carol']) page.paths.newest.share(name);
    const both = [person('bob', { screen: true }), person('carol', { screen: true })];
    await page.plan(plan(3, 'sfu', ...both));
    expect(page.people().map(({ screenTrack }) => screenTrack?.id)).toEqual(['sfu-screen', 'sfu-screen']);
    page.server.send('/space', 'video-call-end', { callId, reason: 'proximity_lost' });
    await page.flush();
    expect(page.playing).toEqual([]);
  });
});
