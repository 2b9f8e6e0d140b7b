import { ManualTimers } from '../call/Timers.ts';
import { MemoryTrack } from '../media/MemoryTrack.ts';
import type { MediaDevicesPort } from './capture.ts';
import type { CaptureKind } from './deviceState.ts';
import type { DeviceEnvironment } from './environment.ts';

interface Plugged {
  readonly kind: 'audioinput' | 'videoinput' | 'audiooutput';
  readonly deviceId: string;
  readonly label: string;
}

/** What a browser would throw: an error known by its name. */
function namedError(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}

const inputOf = { microphone: 'audioinput', camera: 'videoinput' } as const;

/** A computer's microphones, cameras and speakers in memory: devices are plugged in and out, busy, or forbidden. */
export class MemoryDevices implements MediaDevicesPort {
  readonly tracks: MemoryTrack[] = [];
  /** What was asked of the person, in order: `microphone+camera`. */
  readonly asked: string[] = [];
  readonly busy = new Set<string>();
  readonly forbidden = new Set<CaptureKind>();
  /** As many phones are: a camera is busy while another one is open. */
  opensOneCamera = false;
  #plugged: Plugged[] = [];
  readonly #listeners = new Set<() => void>();

  plug(kind: Plugged['kind'], deviceId: string): void {
    this.#plugged.push({ kind, deviceId, label: `the ${deviceId}` });
    this.#tell();
  }

  unplug(deviceId: string): void {
    this.#plugged = this.#plugged.filter((each) => each.deviceId !== deviceId);
    for (const track of this.openTracks) if (track.getSettings().deviceId === deviceId) track.unplug();
    this.#tell();
  }

  /** Tracks that are still open: their devices' lights are on. */
  get openTracks(): MemoryTrack[] {
    return this.tracks.filter((track) => track.readyState === 'live');
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<{ getTracks(): MediaStreamTrack[] }> {
    const wanted: [CaptureKind, MediaStreamConstraints['audio']][] = [
      ['microphone', constraints.audio],
      ['camera', constraints.video],
    ];
    const kinds = wanted.filter(([, constraint]) => constraint !== false && constraint !== undefined);
    this.asked.push(kinds.map(([kind]) => kind).join('+'));
    if (kinds.some(([kind]) => this.forbidden.has(kind))) throw namedError('NotAllowedError');
    // All or nothing, as in a browser: first everything is found, then everything is opened.
    const found = kinds.map(([kind, constraint]) => [kind, this.#find(kind, exactIdOf(constraint))] as const);
    const tracks = found.map(([kind, device]) => this.#open(kind, device));
    return { getTracks: () => tracks };
  }

  async enumerateDevices(): Promise<readonly Plugged[]> {
    return this.#plugged;
  }

  addEventListener(_type: 'devicechange', handler: () => void): void {
    this.#listeners.add(handler);
  }

  removeEventListener(_type: 'devicechange', handler: () => void): void {
    this.#listeners.delete(handler);
  }

  #open(kind: CaptureKind, device: Plugged): MemoryTrack {
    const track = new MemoryTrack(
      kind === 'microphone' ? 'audio' : 'video',
      `track-${this.tracks.length}`,
      device,
    );
    this.tracks.push(track);
    return track;
  }

  #find(kind: CaptureKind, deviceId: string | undefined): Plugged {
    const ofKind = this.#plugged.filter((each) => each.kind === inputOf[kind]);
    if (ofKind.length === 0) throw namedError('NotFoundError');
    const found = deviceId === undefined ? ofKind[0] : ofKind.find((each) => each.deviceId === deviceId);
    if (found === undefined) throw namedError('OverconstrainedError');
    if (this.busy.has(found.deviceId) || (kind === 'camera' && this.#isOtherCameraOpen(found)))
      throw namedError('NotReadableError');
    return found;
  }

  #isOtherCameraOpen({ deviceId }: Plugged): boolean {
    const cameras = this.openTracks.filter((track) => track.kind === 'video');
    return this.opensOneCamera && cameras.some((track) => track.getSettings().deviceId !== deviceId);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function exactIdOf(constraint: MediaStreamConstraints['audio']): string | undefined {
  if (typeof constraint !== 'object') return undefined;
  const { deviceId } = constraint;
  if (typeof deviceId !== 'object' || !('exact' in deviceId) || typeof deviceId.exact !== 'string')
    return undefined;
  return deviceId.exact;
}

/** Everything `createDevices` needs, in memory; `measured` are the tracks whose loudness is being measured. */
export interface MemoryDeviceEnvironment extends DeviceEnvironment {
  readonly timers: ManualTimers;
  readonly measured: Set<MediaStreamTrack>;
  readonly stored: Map<string, string>;
  readonly chimes: string[];
}

export function memoryEnvironment(
  devices: MemoryDevices | undefined,
  stored = new Map<string, string>(),
): MemoryDeviceEnvironment {
  const measured = new Set<MediaStreamTrack>();
  const chimes: string[] = [];
  return {
    mediaDevices: devices,
    isForbidden: async (kind) => devices?.forbidden.has(kind) ?? false,
    storage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
    stored,
    canChooseSpeaker: true,
    timers: new ManualTimers(),
    measured,
    chimes,
    measureLevel(scope, track, onLevel) {
      measured.add(track);
      scope.add(() => measured.delete(track));
      onLevel(0.5);
    },
    async playTestSound(speakerId) {
      chimes.push(speakerId);
    },
  };
}
