import type { CaptureKind, CaptureState, RefusalReason } from './deviceState.ts';
import { refusalOf } from './refusal.ts';

/** The part of `navigator.mediaDevices` that is used. */
export interface MediaDevicesPort {
  getUserMedia(constraints: MediaStreamConstraints): Promise<{ getTracks(): MediaStreamTrack[] }>;
  enumerateDevices(): Promise<readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[]>;
  addEventListener(type: 'devicechange', handler: () => void): void;
  removeEventListener(type: 'devicechange', handler: () => void): void;
}

/** SPEC §2: 1280×720 at 30/s. `ideal`: a weaker camera gives what it can. */
const cameraConstraints: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

const microphoneConstraints: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

export type Captured = { readonly [K in CaptureKind]?: CaptureState };

/** Device ids to capture with, per wanted kind; the empty string is the system's choice. */
export type Wanted = { readonly [K in CaptureKind]?: string };

/** What capturing asks of the browser. */
export interface CaptureEnvironment {
  /** Undefined on an insecure origin. */
  readonly mediaDevices: MediaDevicesPort | undefined;
  /** Whether the person has forbidden this kind for good. Browsers that do not tell answer false. */
  isForbidden(kind: CaptureKind): Promise<boolean>;
}

type Opened =
  | { readonly tracks: readonly MediaStreamTrack[] }
  | { readonly tracks: null; readonly reason: RefusalReason };

/**
 * Opens what is wanted: everything together first, so that the browser asks once; when that fails each on its own, so
 * that somebody who only has a microphone gets in. A chosen device that is gone is replaced by the system's choice.
 * Never rejects: a refusal is a state.
 */
export async function capture(environment: CaptureEnvironment, wanted: Wanted): Promise<Captured> {
  const { mediaDevices } = environment;
  const kinds = captureKinds.filter((kind) => wanted[kind] !== undefined);
  if (mediaDevices === undefined) return refuseAll(kinds, 'insecure');
  if (kinds.length > 1) {
    const together = await open(mediaDevices, wanted);
    if (together.tracks !== null) return statesOf(kinds, together.tracks);
    if (together.reason === 'denied' && !(await isOneForbidden(environment)))
      return refuseAll(kinds, 'denied');
  }
  const captured: { [K in CaptureKind]?: CaptureState } = {};
  for (const kind of kinds) captured[kind] = await captureOne(mediaDevices, kind, wanted[kind] ?? '');
  return captured;
}

const captureKinds = ['microphone', 'camera'] as const;

/** A "no" to the question is a "no" to both: asking again would only nag. One that was forbidden before is not. */
async function isOneForbidden(environment: CaptureEnvironment): Promise<boolean> {
  const forbidden = await Promise.all(captureKinds.map((kind) => environment.isForbidden(kind)));
  return forbidden.filter(Boolean).length === 1;
}

async function captureOne(
  devices: MediaDevicesPort,
  kind: CaptureKind,
  deviceId: string,
): Promise<CaptureState> {
  const chosen = await open(devices, { [kind]: deviceId });
  const isGone =
    chosen.tracks === null && (chosen.reason === 'overconstrained' || chosen.reason === 'missing');
  const opened = isGone && deviceId !== '' ? await open(devices, { [kind]: '' }) : chosen;
  if (opened.tracks === null) return { status: 'refused', reason: opened.reason };
  return liveOf(kind, opened.tracks);
}

async function open(devices: MediaDevicesPort, wanted: Wanted): Promise<Opened> {
  try {
    const stream = await devices.getUserMedia({
      audio: constraintsOf(microphoneConstraints, wanted.microphone),
      video: constraintsOf(cameraConstraints, wanted.camera),
    });
    return { tracks: stream.getTracks() };
  } catch (error) {
    return { tracks: null, reason: refusalOf(error) };
  }
}

function constraintsOf(
  base: MediaTrackConstraints,
  deviceId: string | undefined,
): MediaTrackConstraints | false {
  if (deviceId === undefined) return false;
  return deviceId === '' ? base : { ...base, deviceId: { exact: deviceId } };
}

function statesOf(kinds: readonly CaptureKind[], tracks: readonly MediaStreamTrack[]): Captured {
  return Object.fromEntries(kinds.map((kind) => [kind, liveOf(kind, tracks)]));
}

function liveOf(kind: CaptureKind, tracks: readonly MediaStreamTrack[]): CaptureState {
  const track = tracks.find((each) => each.kind === (kind === 'microphone' ? 'audio' : 'video'));
  if (track === undefined) return { status: 'refused', reason: 'unknown' };
  return { status: 'live', track, deviceId: track.getSettings().deviceId ?? '', label: track.label };
}

function refuseAll(kinds: readonly CaptureKind[], reason: RefusalReason): Captured {
  return Object.fromEntries(kinds.map((kind) => [kind, { status: 'refused', reason }]));
}
