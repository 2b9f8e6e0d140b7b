import { createStore } from 'zustand/vanilla';
import type { CallPlan, Participant } from '#lib/protocol/catalogue.ts';
import { type DevicesState, initialDevices } from '../devices/deviceState.ts';
import { AudioSink } from '../media/AudioSink.ts';
import { MemoryTrack } from '../media/MemoryTrack.ts';
import { createMemorySignaling } from '../session/memorySignaling.ts';
import type { SessionState } from '../session/SessionState.ts';
import { type CallClientOptions, createCallClient } from './CallClient.ts';
import type { CallParticipant } from './callState.ts';
import { MemoryPaths } from './memoryPaths.ts';
import { MemoryScreens } from './screen/memoryScreens.ts';
import { ManualTimers } from './Timers.ts';

export const callId = '018f0000-0000-7000-8000-00000000000a';
export const live: SessionState = { kind: 'live', sessionId: 'alice', userId: 'user-alice', iceServers: [] };
export const away: SessionState = { kind: 'reconnecting', attempt: 1, sinceMs: 0 };

/** Somebody of the call, whose microphone and camera are on. */
export function person(sessionId: string, change: Partial<Participant> = {}): Participant {
  const base = {
    sessionId,
    userId: `user-${sessionId}`,
    username: sessionId,
    x: 0,
    y: 0,
    cast: 'a',
    isResident: false,
  };
  return { ...base, audio: true, video: true, screen: false, ...change };
}

/** A plan for Alice and these. */
export function plan(epoch: number, mode: CallPlan['mode'], ...others: Participant[]): CallPlan {
  return { callId, epoch, mode, participants: [person('alice'), ...others] };
}

/** Alice's page: the client under test with everything around it in memory. */
export function openPage(state: Partial<DevicesState> = {}) {
  const signaling = createMemorySignaling(live);
  const timers = new ManualTimers();
  const paths = new MemoryPaths();
  const playing: string[] = [];
  const startPlayback = (track: MediaStreamTrack) => ({
    play: async () => {
      playing.push(track.id);
    },
    setSpeaker: async () => undefined,
    stop: () => {
      playing.splice(playing.indexOf(track.id), 1);
    },
  });
  const audio = new AudioSink({ timers, startPlayback });
  const microphone = {
    status: 'live',
    track: new MemoryTrack('audio', 'own-audio'),
    deviceId: 'm',
    label: '',
  } as const;
  const camera = {
    status: 'live',
    track: new MemoryTrack('video', 'own-video'),
    deviceId: 'c',
    label: '',
  } as const;
  const store = createStore<DevicesState>(() => ({ ...initialDevices, microphone, camera, ...state }));
  const levelListeners = new Set<(level: number) => void>();
  const problems: string[] = [];
  const screens = new MemoryScreens();
  const options: CallClientOptions = {
    signaling: signaling.client,
    devices: {
      store,
      onLevel(listener) {
        levelListeners.add(listener);
        return () => levelListeners.delete(listener);
      },
    },
    iceServers: [],
    self: { sessionId: 'alice' },
    screens,
    audio,
    openPaths: paths,
    timers,
    report: (what) => problems.push(what),
  };
  const client = createCallClient(options);
  const { server, flush } = signaling;
  return {
    client,
    server,
    signaling,
    flush,
    timers,
    paths,
    playing,
    store,
    levelListeners,
    problems,
    screens,
    async start(first: CallPlan, roomId: string | null = null) {
      const isProximityCall = roomId === null;
      server.send('/space', 'video-call-start', { ...first, isProximityCall, roomId });
      await flush();
    },
    async plan(next: CallPlan) {
      server.send('/space', 'video-call-plan', next);
      await flush();
    },
    async settle(epoch: number) {
      server.send('/space', 'video-call-settled', { callId, epoch });
      await flush();
    },
    async advance(ms: number) {
      timers.advance(ms);
      await flush();
    },
    said: (event: string) =>
      server.received.filter((each) => each.event === event).map((each) => each.payload),
    people(): readonly CallParticipant[] {
      const { call } = client.store.getState();
      return call.kind === 'active' ? call.participants : [];
    },
    pathOf(sessionId: string): string | undefined {
      const track = this.people().find((each) => each.sessionId === sessionId)?.audioTrack;
      return track?.id.replace('-audio', '');
    },
  };
}

export type Page = ReturnType<typeof openPage>;

/** Alice and Bob talk directly. */
export async function talkDirectly(page: Page): Promise<void> {
  await page.start(plan(1, 'p2p', person('bob')));
  page.paths.newest.connect('bob');
  page.paths.newest.deliver('bob');
  await page.flush();
  await page.settle(1);
}

/** Carol made it three, and everybody is over on the SFU. */
export async function talkThroughSfu(page: Page): Promise<void> {
  await talkDirectly(page);
  await page.plan(plan(2, 'sfu', person('bob'), person('carol')));
  for (const name of ['bob', 'carol']) {
    page.paths.newest.connect(name);
    page.paths.newest.deliver(name);
  }
  await page.flush();
  await page.settle(2);
}
