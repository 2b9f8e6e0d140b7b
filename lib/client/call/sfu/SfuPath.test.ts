import { Device, FakeHandler, testFakeParameters as fake, type types } from 'mediasoup-client';
import { describe, expect, test, vi } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { MediaSource, ProducerInfo } from '#lib/protocol/media.ts';
import { MemoryTrack } from '../../media/MemoryTrack.ts';
import { createMemorySignaling } from '../../session/memorySignaling.ts';
import type { SessionState } from '../../session/SessionState.ts';
import { noLocalMedia } from '../MediaPath.ts';
import { Scope } from '../Scope.ts';
import { ManualTimers } from '../Timers.ts';
import { SfuPath } from './SfuPath.ts';

const roomId = '018f0000-0000-7000-8000-00000000000a';
const bob = '018f0000-0000-7000-8000-0000000000b0';
const live: SessionState = { kind: 'live', sessionId: 'alice', userId: 'user-alice', iceServers: [] };
const away: SessionState = { kind: 'reconnecting', attempt: 1, sinceMs: 0 };

function producer(
  producerId: string,
  kind: 'audio' | 'video' = 'audio',
  source: MediaSource = kind === 'audio' ? 'microphone' : 'camera',
): ProducerInfo {
  return { producerId, userId: bob, sessionId: bob, kind, appData: { source }, isPaused: false };
}

/** An SFU path on mediasoup-client's own fake handler, with a server that knows these producers. */
function openPath(producers: ProducerInfo[] = []) {
  const signaling = createMemorySignaling(live);
  const timers = new ManualTimers();
  const scope = new Scope(timers);
  const transports: types.Transport[] = [];
  const { server, flush } = signaling;
  let made = 0;
  server.answer('/media', 'joinRoom', () => ({ peers: [], producers }));
  server.answer('/media', 'getRouterRtpCapabilities', () => fake.generateRouterRtpCapabilities());
  server.answer('/media', 'createWebRtcTransport', ({ direction }) => {
    const { iceParameters, iceCandidates, dtlsParameters } = fake.generateTransportRemoteParameters();
    made += 1;
    return { id: `${direction}-${made}`, iceParameters, iceCandidates, dtlsParameters };
  });
  server.answer('/media', 'produce', ({ kind }) => ({ id: `own-${kind}` }));
  server.answer('/media', 'startScreenShare', ({ appData }) => ({ id: `own-${appData.source}` }));
  server.answer('/media', 'consume', ({ producerId }) => {
    const kind = producerId.endsWith('video') ? ('video' as const) : ('audio' as const);
    const codecMimeType = kind === 'audio' ? 'audio/opus' : 'video/VP8';
    const { rtpParameters } = fake.generateConsumerRemoteParameters({ codecMimeType });
    return { id: `consumer-of-${producerId}`, producerId, kind, rtpParameters };
  });
  server.answer('/media', 'restartIce', () => ({
    iceParameters: fake.generateTransportRemoteParameters().iceParameters,
  }));
  const problems: string[] = [];
  const path = new SfuPath({
    scope,
    roomId,
    signaling: signaling.client,
    iceServers: [],
    report: (what) => problems.push(what),
    loadDevice: async () => {
      const device = new Device({ handlerFactory: FakeHandler.createFactory(fake) });
      device.observer.on('newtransport', (transport) => transports.push(transport));
      return device;
    },
  });
  path.setLocal({ ...noLocalMedia, audio: new MemoryTrack('audio', 'own-audio') });
  timers.advance(0);
  const said = (event: string) =>
    server.received.filter((each) => each.event === event).map((each) => each.payload);
  /** Delivers until the condition holds. */
  const until = (condition: () => void) =>
    vi.waitFor(async () => {
      await flush();
      condition();
    });
  const turn = (direction: 'send' | 'recv', state: types.ConnectionState) =>
    transports
      .findLast((each) => each.direction === direction)
      ?.handler.emit('@connectionstatechange', state);
  return { path, server, until, said, turn, timers, scope, transports, problems, signaling };
}

type Opened = ReturnType<typeof openPath>;

/** In the room, sending, receiving Bob's sound. */
async function talk(): Promise<Opened> {
  const opened = openPath([producer('bob-audio')]);
  await opened.until(() => expect(opened.said('resumeConsumer')).toHaveLength(1));
  await opened.until(() => expect(opened.said('produce')).toHaveLength(1));
  opened.turn('recv', 'connected');
  return opened;
}

describe('SfuPath', () => {
  test('1 joins, sends the microphone, receives what is announced, and resumes it once it is in place', async () => {
    const { path, said } = await talk();
    expect(said('resumeConsumer')).toEqual([{ consumerId: 'consumer-of-bob-audio' }]);
    expect(path.remote(bob)).toMatchObject({ connection: 'live', videoTrack: null });
    expect(path.remote(bob).audioTrack?.kind).toBe('audio');
    expect(said('produce')).toMatchObject([{ kind: 'audio', appData: { source: 'microphone' } }]);
  });

  test('2 what is announced twice is received once; what is closed goes', async () => {
    const { path, server, until, said } = await talk();
    server.send('/media', 'newProducer', producer('bob-audio'));
    server.send('/media', 'newProducer', producer('bob-audio-2'));
    await until(() => expect(said('consume')).toHaveLength(2));
    server.send('/media', 'producerClosed', { producerId: 'bob-audio-2' });
    await until(() => expect(path.remote(bob).audioTrack).toBeNull());
  });

  test('3 an announcement that comes while the room opens waits its turn', async () => {
    const { server, until, said } = openPath();
    server.send('/media', 'newProducer', producer('early'));
    await until(() => expect(said('resumeConsumer')).toEqual([{ consumerId: 'consumer-of-early' }]));
  });

  test('4 a camera comes later, goes (paused) and comes back (resumed) on one producer', async () => {
    const { path, until, said } = await talk();
    const audio = new MemoryTrack('audio', 'own-audio');
    path.setLocal({ ...noLocalMedia, audio, video: new MemoryTrack('video', 'own-video') });
    await until(() => expect(said('produce')).toHaveLength(2));
    path.setLocal({ ...noLocalMedia, audio });
    await until(() => expect(said('pauseProducer')).toEqual([{ producerId: 'own-video' }]));
    path.setLocal({ ...noLocalMedia, audio, video: new MemoryTrack('video', 'own-video-2') });
    await until(() => expect(said('resumeProducer')).toEqual([{ producerId: 'own-video' }]));
    expect(said('produce')).toHaveLength(2);
  });

  test('5 a lost room is joined again, with everything', async () => {
    const { path, server, until, said, timers } = await talk();
    server.send('/media', 'roomLost', { roomId });
    await until(() => expect(path.remote(bob).connection).toBe('reconnecting'));
    expect(path.remote(bob).audioTrack).toBeNull();
    timers.advance(0);
    await until(() => expect(said('resumeConsumer')).toHaveLength(2));
    await until(() => expect(said('produce')).toHaveLength(2));
    expect(said('joinRoom')).toHaveLength(2);
  });

  test('6 a lost way is healed by an ICE restart', async () => {
    const { path, until, said, timers, turn } = await talk();
    turn('recv', 'disconnected');
    expect(path.remote(bob).connection).toBe('reconnecting');
    timers.advance(1_000);
    await until(() => expect(said('restartIce')).toHaveLength(1));
    turn('recv', 'connected');
    expect(path.remote(bob).connection).toBe('live');
    timers.advance(60_000);
    await until(() => expect(said('joinRoom')).toHaveLength(1));
  });

  test('7 after two restarts in vain the room is joined again', async () => {
    const { until, said, timers, turn } = await talk();
    turn('recv', 'failed');
    timers.advance(0);
    await until(() => expect(said('restartIce')).toHaveLength(1));
    await until(() => expect(timers.pendingCount).toBe(1));
    timers.advance(3_000);
    await until(() => expect(said('restartIce')).toHaveLength(2));
    await until(() => expect(timers.pendingCount).toBe(1));
    timers.advance(3_000);
    timers.advance(0);
    await until(() => expect(said('joinRoom')).toHaveLength(2));
  });

  test('8 a transport that the SFU does not know any more: joined again at once', async () => {
    const { server, until, said, timers, turn } = await talk();
    server.answer('/media', 'restartIce', () => {
      throw new RefusedError('not_found', 'gone');
    });
    turn('send', 'failed');
    timers.advance(0);
    await until(() => expect(said('leaveRoom')).toHaveLength(1));
    timers.advance(0);
    await until(() => expect(said('joinRoom')).toHaveLength(2));
  });

  test('9 while no worker lives it keeps trying, with pauses', async () => {
    const { server, until, said, timers, path } = await talk();
    server.answer('/media', 'getRouterRtpCapabilities', () => {
      throw new RefusedError('media_unavailable', 'no worker');
    });
    server.send('/media', 'roomLost', { roomId });
    await until(() => expect(path.remote(bob).connection).toBe('reconnecting'));
    timers.advance(0);
    await until(() => expect(said('leaveRoom')).toHaveLength(2));
    timers.advance(499);
    await until(() => expect(said('joinRoom')).toHaveLength(2));
    server.answer('/media', 'getRouterRtpCapabilities', () => fake.generateRouterRtpCapabilities());
    timers.advance(1);
    await until(() => expect(said('resumeConsumer')).toHaveLength(2));
  });

  test('10 signaling lost and back: media is left alone, what was missed is fetched', async () => {
    const producers = [producer('bob-audio')];
    const { path, server, until, said } = openPath(producers);
    await until(() => expect(said('resumeConsumer')).toHaveLength(1));
    server.setState(away);
    const heard = path.remote(bob).audioTrack;
    producers.push(producer('bob-video', 'video'));
    server.setState(live);
    path.signalingIsBack();
    await until(() => expect(path.remote(bob).videoTrack).not.toBeNull());
    expect(path.remote(bob).audioTrack).toBe(heard);
    expect(said('createWebRtcTransport')).toHaveLength(2);
  });

  test('11 closing leaves the room and nothing else behind', async () => {
    const { path, until, said, timers, scope, transports, signaling } = await talk();
    path.close();
    path.close();
    await until(() => expect(said('leaveRoom')).toEqual([{ roomId }]));
    expect(transports.map((transport) => transport.closed)).toEqual([true, true]);
    expect([timers.pendingCount, scope.size, signaling.subscriptionCount()]).toEqual([0, 0, 0]);
  });

  test('12 closing while it opens leaves nothing either', async () => {
    const { path, until, said, timers, transports, signaling } = openPath([producer('bob-audio')]);
    path.close();
    await until(() => expect(said('leaveRoom')).toHaveLength(1));
    expect(transports.every((transport) => transport.closed)).toBe(true);
    expect([timers.pendingCount, signaling.subscriptionCount()]).toEqual([0, 0]);
  });

  test('13 a small tile takes a low layer, asked for before the picture starts and again when it changes', async () => {
    const { path, until, said, server } = await talk();
    path.showAt(bob, 112);
    server.send('/media', 'newProducer', producer('bob-video', 'video'));
    await until(() => expect(said('resumeConsumer')).toHaveLength(2));
    path.showAt(bob, 100);
    path.showAt(bob, 700);
    await until(() =>
      expect(said('setPreferredLayers')).toEqual([
        { consumerId: 'consumer-of-bob-video', spatialLayer: 0 },
        { consumerId: 'consumer-of-bob-video', spatialLayer: 2 },
      ]),
    );
  });

  test('14 a shared screen and its sound are sent beside camera and voice, and end without them', async () => {
    const { path, until, said } = await talk();
    const audio = new MemoryTrack('audio', 'own-audio');
    const screen = new MemoryTrack('video', 'screen');
    const screenAudio = new MemoryTrack('audio', 'screen-sound');
    path.setLocal({ ...noLocalMedia, audio, screen, screenAudio });
    await until(() => expect(said('startScreenShare')).toHaveLength(2));
    expect(said('startScreenShare')).toMatchObject([
      { kind: 'video', appData: { source: 'screen' } },
      { kind: 'audio', appData: { source: 'screen-audio' } },
    ]);
    path.setLocal({ ...noLocalMedia, audio });
    await until(() =>
      expect(said('closeProducer')).toEqual([
        { producerId: 'own-screen' },
        { producerId: 'own-screen-audio' },
      ]),
    );
    expect([screen.readyState, said('pauseProducer')]).toEqual(['live', []]);
  });

  test('15 another screen gets a producer of its own; one that the SFU has ended already is no fault', async () => {
    const { path, server, until, said, problems } = await talk();
    server.answer('/media', 'closeProducer', () => {
      throw new RefusedError('not_found', 'gone');
    });
    path.setLocal({ ...noLocalMedia, screen: new MemoryTrack('video', 'screen') });
    await until(() => expect(said('startScreenShare')).toHaveLength(1));
    path.setLocal({ ...noLocalMedia, screen: new MemoryTrack('video', 'screen-2') });
    await until(() => expect(said('startScreenShare')).toHaveLength(2));
    expect([said('closeProducer').length, said('joinRoom').length, problems]).toEqual([1, 1, []]);
  });

  test('16 a screen is sent again when the room was lost', async () => {
    const { path, server, until, said, timers } = await talk();
    path.setLocal({ ...noLocalMedia, screen: new MemoryTrack('video', 'screen') });
    await until(() => expect(said('startScreenShare')).toHaveLength(1));
    server.send('/media', 'roomLost', { roomId });
    await until(() => expect(path.remote(bob).connection).toBe('reconnecting'));
    timers.advance(0);
    await until(() => expect(said('startScreenShare')).toHaveLength(2));
  });

  test('17 the end of a share is said again when it was not heard', async () => {
    const { path, server, until, said } = await talk();
    path.setLocal({ ...noLocalMedia, screen: new MemoryTrack('video', 'screen') });
    await until(() => expect(said('startScreenShare')).toHaveLength(1));
    server.setState(away);
    path.setLocal(noLocalMedia);
    server.setState(live);
    path.signalingIsBack();
    await until(() => expect(said('closeProducer')).toContainEqual({ producerId: 'own-screen' }));
  });

  test('18 another’s screen and its sound are received beside face and voice, in their only size', async () => {
    const { path, server, until, said } = await talk();
    path.showAt(bob, 112);
    server.send('/media', 'newProducer', producer('bob-screen-video', 'video', 'screen'));
    server.send('/media', 'newProducer', producer('bob-screen-audio', 'audio', 'screen-audio'));
    await until(() => expect(path.remote(bob).screenAudioTrack).not.toBeNull());
    const voice = path.remote(bob).audioTrack;
    expect(path.remote(bob).screenTrack?.kind).toBe('video');
    expect(path.remote(bob).screenAudioTrack).not.toBe(voice);
    expect([path.remote(bob).videoTrack, said('setPreferredLayers')]).toEqual([null, []]);
    server.send('/media', 'producerClosed', { producerId: 'bob-screen-video' });
    await until(() => expect(path.remote(bob).screenTrack).toBeNull());
    expect(path.remote(bob).audioTrack).toBe(voice);
  });
});
