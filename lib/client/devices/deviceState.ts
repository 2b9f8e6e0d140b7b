/** What a person captures with. */
export type CaptureKind = 'microphone' | 'camera';

/** What can be chosen. */
export type DeviceKind = CaptureKind | 'speaker';

/** Why a microphone or camera could not be had. */
export type RefusalReason =
  /** The person, the browser or the system said no. */
  | 'denied'
  /** There is none. */
  | 'missing'
  /** Another program holds it, or the hardware failed. */
  | 'busy'
  /** The page came over plain http from another host: the browser offers no devices at all. */
  | 'insecure'
  /** The chosen device cannot do what was asked. */
  | 'overconstrained'
  | 'unknown';

/** A microphone or camera. `idle`: not in use (not asked for yet, or switched off so that its light is out). */
export type CaptureState =
  | { readonly status: 'idle' }
  | { readonly status: 'asking' }
  | {
      readonly status: 'live';
      readonly track: MediaStreamTrack;
      readonly deviceId: string;
      readonly label: string;
    }
  | { readonly status: 'refused'; readonly reason: RefusalReason };

export interface DeviceChoice {
  readonly deviceId: string;
  /** As the browser names it; empty until the person has allowed devices once. */
  readonly label: string;
}

/** Something the person should be told once: a device went away and another took its place, or none did. */
export interface DeviceNotice {
  /** Grows with each notice, so that two alike are told apart. */
  readonly id: number;
  readonly kind: DeviceKind;
  readonly lost: string;
  readonly replacedBy: string | null;
}

export interface DevicesState {
  readonly microphone: CaptureState;
  readonly camera: CaptureState;
  /** What the person wants. A muted microphone stays open, silent; a camera that is off is closed. */
  readonly isMicrophoneOn: boolean;
  readonly isCameraOn: boolean;
  readonly lists: { readonly [K in DeviceKind]: readonly DeviceChoice[] };
  /** Chosen device ids; the empty string is the system's choice. */
  readonly chosen: { readonly [K in DeviceKind]: string };
  readonly canChooseSpeaker: boolean;
  readonly notice: DeviceNotice | null;
}

export const initialDevices: DevicesState = {
  microphone: { status: 'idle' },
  camera: { status: 'idle' },
  isMicrophoneOn: true,
  isCameraOn: true,
  lists: { microphone: [], camera: [], speaker: [] },
  chosen: { microphone: '', camera: '', speaker: '' },
  canChooseSpeaker: false,
  notice: null,
};

/** The live track of a capture, or null. */
export function trackOf(state: CaptureState): MediaStreamTrack | null {
  return state.status === 'live' ? state.track : null;
}

/** Whether the microphone counts as on: wanted, and not refused. Shown on switches; pressing asks once more. */
export function isMicrophoneUsed(state: Pick<DevicesState, 'isMicrophoneOn' | 'microphone'>): boolean {
  return state.isMicrophoneOn && state.microphone.status !== 'refused';
}

/** The same of the camera. */
export function isCameraUsed(state: Pick<DevicesState, 'isCameraOn' | 'camera'>): boolean {
  return state.isCameraOn && state.camera.status !== 'refused';
}

/** What the others are told: whether one can be heard and seen. */
export function mediaStateOf(state: DevicesState): { audio: boolean; video: boolean } {
  return {
    audio: state.isMicrophoneOn && state.microphone.status === 'live',
    video: state.isCameraOn && state.camera.status === 'live',
  };
}
