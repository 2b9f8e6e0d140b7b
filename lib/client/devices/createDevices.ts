import { createStore, type StoreApi } from 'zustand/vanilla';
import { Scope } from '../call/Scope.ts';
import { capture, type Wanted } from './capture.ts';
import { loadChoices, saveChoices } from './choices.ts';
import { listDevices } from './deviceList.ts';
import {
  type CaptureKind,
  type CaptureState,
  type DeviceKind,
  type DevicesState,
  initialDevices,
  type RefusalReason,
  trackOf,
} from './deviceState.ts';
import { browserEnvironment, type DeviceEnvironment } from './environment.ts';
import { LevelMeter } from './LevelMeter.ts';

/** A person's microphone, camera and speaker. */
export interface Devices {
  readonly store: StoreApi<DevicesState>;
  /** Opens what is switched on and not open yet. Resolves when the browser has answered; refusals are states. */
  start(): Promise<void>;
  /** Off: the microphone stays open and silent. On: it is heard again, opened if need be. */
  setMicrophoneOn(isOn: boolean): Promise<void>;
  /** Off: the camera is closed, so that its light goes out. On: it is opened again. */
  setCameraOn(isOn: boolean): Promise<void>;
  /** Takes another device (the empty string: the system's choice) and remembers it. */
  choose(kind: DeviceKind, deviceId: string): Promise<void>;
  /** Hears the microphone's loudness (0 to 1, about 15/s); it is measured only while somebody listens. */
  onLevel(listener: (level: number) => void): () => void;
  /** Plays a chime through the chosen speaker. @throws when the browser refuses. */
  playTestSound(): Promise<void>;
  dismissNotice(): void;
  /** Closes microphone and camera for now, so that nothing is recorded; what is switched on stays so for `start`. */
  rest(): void;
  /** Closes everything; lights go out. Idempotent. */
  dispose(): void;
}

/** Builds the devices of one page. Nothing is asked of the person before `start`. */
export function createDevices(environment: DeviceEnvironment = browserEnvironment()): Devices {
  return new PageDevices(environment);
}

class PageDevices implements Devices {
  readonly store: StoreApi<DevicesState>;
  readonly #environment: DeviceEnvironment;
  readonly #scope: Scope;
  readonly #meter: LevelMeter;
  /** Grows with each wish per kind: an answer to an older wish is closed again. */
  readonly #wish = { microphone: 0, camera: 0 };
  readonly #trackScopes: { [K in CaptureKind]: Scope };
  #noticeId = 0;

  constructor(environment: DeviceEnvironment) {
    this.#environment = environment;
    this.#scope = new Scope(environment.timers);
    this.#trackScopes = { microphone: this.#scope.child(), camera: this.#scope.child() };
    this.store = createStore<DevicesState>(() => ({
      ...initialDevices,
      chosen: loadChoices(environment.storage),
      canChooseSpeaker: environment.canChooseSpeaker,
    }));
    this.#meter = new LevelMeter(this.#scope, environment.measureLevel);
    this.#scope.add(
      this.store.subscribe(({ microphone }) => {
        this.#meter.setTrack(trackOf(microphone));
      }),
    );
    this.#hearPlugs();
  }

  async start(): Promise<void> {
    const { isMicrophoneOn, isCameraOn, microphone, camera } = this.store.getState();
    const kinds: CaptureKind[] = [];
    if (isMicrophoneOn && isOpenable(microphone)) kinds.push('microphone');
    if (isCameraOn && isOpenable(camera)) kinds.push('camera');
    await this.#open(kinds);
  }

  async setMicrophoneOn(isOn: boolean): Promise<void> {
    this.store.setState({ isMicrophoneOn: isOn });
    const { microphone } = this.store.getState();
    const track = trackOf(microphone);
    if (track !== null) track.enabled = isOn;
    else if (isOn && isOpenable(microphone)) await this.#open(['microphone']);
  }

  async setCameraOn(isOn: boolean): Promise<void> {
    this.store.setState({ isCameraOn: isOn });
    if (!isOn) this.#close('camera');
    else if (isOpenable(this.store.getState().camera)) await this.#open(['camera']);
  }

  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    const chosen = { ...this.store.getState().chosen, [kind]: deviceId };
    this.store.setState({ chosen });
    saveChoices(this.#environment.storage, chosen);
    if (kind === 'speaker' || !this.#isOn(kind)) return;
    const former = trackOf(this.store.getState()[kind]);
    await this.#open([kind]);
    // Many phones open one camera at a time. The former one is closed by now, so asking once more helps.
    if (former !== null && isRefusedAs('busy', this.store.getState()[kind])) await this.#open([kind]);
  }

  onLevel(listener: (level: number) => void): () => void {
    return this.#meter.listen(listener);
  }

  playTestSound(): Promise<void> {
    return this.#environment.playTestSound(this.store.getState().chosen.speaker);
  }

  dismissNotice(): void {
    this.store.setState({ notice: null });
  }

  rest(): void {
    this.#close('microphone');
    this.#close('camera');
  }

  dispose(): void {
    this.#wish.microphone += 1;
    this.#wish.camera += 1;
    this.#scope.close();
    this.store.setState({ microphone: { status: 'idle' }, camera: { status: 'idle' } });
  }

  #isOn(kind: CaptureKind): boolean {
    const { isMicrophoneOn, isCameraOn } = this.store.getState();
    return kind === 'microphone' ? isMicrophoneOn : isCameraOn;
  }

  /** Opens devices; what is live meanwhile stays so until the new track is there, so that nobody sees a hole. */
  async #open(kinds: readonly CaptureKind[]): Promise<void> {
    if (kinds.length === 0 || this.#scope.isClosed) return;
    const { chosen } = this.store.getState();
    const wishes = kinds.map((kind) => [kind, ++this.#wish[kind]] as const);
    for (const kind of kinds)
      if (trackOf(this.store.getState()[kind]) === null) this.#set(kind, { status: 'asking' });
    const wanted: Wanted = Object.fromEntries(kinds.map((kind) => [kind, chosen[kind]]));
    const captured = await capture(this.#environment, wanted);
    for (const [kind, wish] of wishes) this.#take(kind, wish, captured[kind]);
    await this.#refreshLists();
  }

  #take(kind: CaptureKind, wish: number, state: CaptureState | undefined): void {
    if (state === undefined) return;
    if (wish !== this.#wish[kind]) {
      trackOf(state)?.stop();
      return;
    }
    this.#trackScopes[kind].close();
    const scope = this.#scope.child();
    this.#trackScopes[kind] = scope;
    const track = trackOf(state);
    if (track !== null) {
      if (kind === 'microphone') track.enabled = this.store.getState().isMicrophoneOn;
      scope.add(() => track.stop());
      scope.listen(track, 'ended', () => this.#unplugged(kind, track.label));
    }
    this.#set(kind, state);
  }

  #close(kind: CaptureKind): void {
    this.#wish[kind] += 1;
    this.#trackScopes[kind].close();
    this.#set(kind, { status: 'idle' });
  }

  #set(kind: CaptureKind, state: CaptureState): void {
    this.store.setState(kind === 'microphone' ? { microphone: state } : { camera: state });
  }

  /** A track ends by itself when its device goes away: another takes its place, and the person is told. */
  #unplugged(kind: CaptureKind, lost: string): void {
    this.#close(kind);
    this.#reopen(kind, lost).catch(reportUnexpected);
  }

  async #reopen(kind: CaptureKind, lost: string): Promise<void> {
    await this.#open([kind]);
    if (this.#scope.isClosed) return;
    const state = this.store.getState()[kind];
    this.#notify(kind, lost, state.status === 'live' ? state.label : null);
  }

  #notify(kind: DeviceKind, lost: string, replacedBy: string | null): void {
    this.#noticeId += 1;
    this.store.setState({ notice: { id: this.#noticeId, kind, lost, replacedBy } });
  }

  #hearPlugs(): void {
    const { mediaDevices } = this.#environment;
    if (mediaDevices === undefined) return;
    const refresh = () => {
      this.#plugsChanged().catch(reportUnexpected);
    };
    mediaDevices.addEventListener('devicechange', refresh);
    this.#scope.add(() => mediaDevices.removeEventListener('devicechange', refresh));
  }

  /** Somebody who had no camera and plugs one in need not ask for it again. */
  async #plugsChanged(): Promise<void> {
    await this.#refreshLists();
    const state = this.store.getState();
    const isBack = (kind: CaptureKind) =>
      this.#isOn(kind) && isRefusedAs('missing', state[kind]) && state.lists[kind].length > 0;
    await this.#open((['microphone', 'camera'] as const).filter(isBack));
  }

  async #refreshLists(): Promise<void> {
    const { mediaDevices } = this.#environment;
    if (mediaDevices === undefined) return;
    const before = this.store.getState();
    const lists = await listDevices(mediaDevices);
    if (this.#scope.isClosed) return;
    this.store.setState({ lists });
    this.#fallBackSpeaker(before, lists.speaker);
  }

  /** Sound would go nowhere: the system's choice takes over for now; the remembered choice stays for when it is back. */
  #fallBackSpeaker(before: DevicesState, speakers: DevicesState['lists']['speaker']): void {
    const { chosen } = this.store.getState();
    const lost = before.lists.speaker.find((each) => each.deviceId === chosen.speaker);
    if (chosen.speaker === '' || lost === undefined) return;
    if (speakers.some((each) => each.deviceId === chosen.speaker)) return;
    this.store.setState({ chosen: { ...chosen, speaker: '' } });
    this.#notify('speaker', lost.label, speakers[0]?.label ?? null);
  }
}

/** Another attempt makes sense unless one is under way or it is open already. */
function isOpenable(state: CaptureState): boolean {
  return state.status === 'idle' || state.status === 'refused';
}

function isRefusedAs(reason: RefusalReason, state: CaptureState): boolean {
  return state.status === 'refused' && state.reason === reason;
}

function reportUnexpected(error: unknown): void {
  console.error('devices: the browser did not list its devices', error);
}
