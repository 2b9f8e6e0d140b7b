'use client';

import { useSyncExternalStore } from 'react';
import type { CallState } from '#lib/client/call/callState.ts';
import type { DevicesState } from '#lib/client/devices/deviceState.ts';
import { trackOf } from '#lib/client/devices/deviceState.ts';
import type { SessionState } from '#lib/client/session/SessionState.ts';
import type { PersonalState } from '#lib/client/space/createPersonal.ts';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import { castFor } from '#lib/domain/cast.ts';
import { type PeopleView, peopleView } from './peopleView.ts';
import { useVisit } from './SpaceContext.ts';
import { isSameList } from './sameness.ts';
import { type SelfView, type TileView, tileViews } from './tileView.ts';
import { useSelected } from './useSelected.ts';

const connectionOf = (state: SpaceState) => state.connection;
const rosterOf = (state: SpaceState) => state.roster;
const selfOf = (state: SpaceState) => state.self;
const callOf = (state: { call: CallState }) => state.call;
const blockedOf = (state: PersonalState) => state.blocked;
const all = (state: DevicesState) => state;

/** The connection's state. */
export function useConnection(): SessionState {
  return useSelected(useVisit().space, connectionOf);
}

/** The present call, or its end. */
export function useCall(): CallState {
  return useSelected(useVisit().calls.store, callOf);
}

/** Microphone, camera and speaker of the visit. */
export function useVisitDevices(): DevicesState {
  return useSelected(useVisit().devices.store, all);
}

/** Everybody in the space, in the order of the list. */
export function usePeople(): PeopleView {
  const { space, personal } = useVisit();
  const roster = useSelected(space, rosterOf);
  const self = useSelected(space, selfOf);
  const blocked = useSelected(personal.store, blockedOf);
  const call = useCall();
  const { isMicrophoneOn } = useVisitDevices();
  return peopleView({
    roster: roster.values(),
    selfEntity: self?.entity ?? null,
    call,
    blocked,
    isSelfMuted: !isMicrophoneOn,
  });
}

/** How many real people are in the space; programs are not counted. */
export function usePeopleCount(): number {
  const roster = useSelected(useVisit().space, rosterOf);
  return [...roster.values()].filter((who) => !who.isResident).length;
}

/** The pictures at the top. A tile that did not change keeps the list's identity. */
export function useTiles(): readonly TileView[] {
  const self = useSelfView();
  const { calls } = useVisit();
  return useSelected(calls.store, ({ call }) => tileViews(call, self), isSameList);
}

/** Who I am among the tiles; null before the first join. */
export function useSelfView(): SelfView | null {
  const { space } = useVisit();
  const self = useSelected(space, selfOf);
  const roster = useSelected(space, rosterOf);
  const devices = useVisitDevices();
  if (self === null) return null;
  const who = roster.get(self.entity);
  return {
    sessionId: self.sessionId,
    userId: self.userId,
    name: who?.username ?? '',
    cast: who?.cast ?? castFor(self.userId),
    isMuted: !devices.isMicrophoneOn || trackOf(devices.microphone) === null,
    videoTrack: devices.isCameraOn ? trackOf(devices.camera) : null,
  };
}

/** Whether the browser thinks that there is a network. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribeToNetwork, readNetwork, () => true);
}

function readNetwork(): boolean {
  return navigator.onLine;
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
