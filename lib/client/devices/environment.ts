import type { Scope } from '../call/Scope.ts';
import type { Timers } from '../call/Timers.ts';
import { browserTimers } from '../call/Timers.ts';
import { canChooseSpeaker } from '../media/playback.ts';
import type { CaptureEnvironment } from './capture.ts';
import type { ChoiceStorage } from './choices.ts';
import type { CaptureKind } from './deviceState.ts';
import { measureLevel } from './measureLevel.ts';
import { playTestSound } from './testSound.ts';

/** Everything the devices ask of the browser. */
export interface DeviceEnvironment extends CaptureEnvironment {
  readonly storage: ChoiceStorage | null;
  readonly canChooseSpeaker: boolean;
  readonly timers: Timers;
  measureLevel(scope: Scope, track: MediaStreamTrack, onLevel: (level: number) => void): void;
  playTestSound(speakerId: string): Promise<void>;
}

/** The real browser. Safe to call where there is none (server rendering): everything is missing then. */
export function browserEnvironment(): DeviceEnvironment {
  return {
    mediaDevices: mediaDevicesOfPage(),
    storage: typeof window === 'undefined' ? null : storageOfPage(),
    canChooseSpeaker: canChooseSpeaker(),
    timers: browserTimers,
    isForbidden,
    measureLevel,
    playTestSound,
  };
}

/** The DOM types say that it always exists; over plain http from another host it does not. */
function mediaDevicesOfPage(): MediaDevices | undefined {
  if (typeof navigator === 'undefined' || !('mediaDevices' in navigator)) return undefined;
  return navigator.mediaDevices;
}

/** A browser that forbids storage throws when it is merely named. */
function storageOfPage(): ChoiceStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

async function isForbidden(kind: CaptureKind): Promise<boolean> {
  try {
    const status = await navigator.permissions.query({ name: kind });
    return status.state === 'denied';
  } catch {
    // Browsers without this permission's name reject with a TypeError.
    return false;
  }
}
