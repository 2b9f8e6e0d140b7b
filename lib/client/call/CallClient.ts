import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallPlan, CallStart } from '#lib/protocol/catalogue.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { DevicesState } from '../devices/deviceState.ts';
import { AudioSink } from '../media/AudioSink.ts';
import type { SessionState } from '../session/SessionState.ts';
import type { Signaling } from '../session/Signaling.ts';
import { ActiveCall } from './ActiveCall.ts';
import { type CallEnding, type CallState, type CallStoreState, noCall } from './callState.ts';
import { isSameMedia, localMediaOf, ownMediaState } from './localMedia.ts';
import type { LocalMedia } from './MediaPath.ts';
import { openBrowserPaths } from './openBrowserPaths.ts';
import type { OpenPaths } from './PathSet.ts';
import { type ReportProblem, reportToConsole } from './problems.ts';
import { Scope } from './Scope.ts';
import type { ScreenSource } from './screen/captureScreen.ts';
import { createScreenShare, type ScreenShare } from './screen/createScreenShare.ts';
import { screenSourceOfPage } from './screen/screenSource.ts';
import { nextSpeaking, silent } from './speaking.ts';
import { browserTimers, type Timers } from './Timers.ts';

/** The part of `createDevices()` that calls need. */
export interface CallDevices {
  readonly store: Pick<StoreApi<DevicesState>, 'getState' | 'subscribe'>;
  /** Hears the microphone's loudness, 0 to 1, while subscribed. */
  onLevel(listener: (level: number) => void): () => void;
}

export interface CallClientOptions {
  readonly signaling: Signaling;
  readonly devices: CallDevices;
  /** Used until a live session brings its own. */
  readonly iceServers: readonly IceServer[];
  readonly self: { readonly sessionId: string };
  /** Where screens come from; the browser's where it is left out. */
  readonly screens?: ScreenSource;
  readonly audio?: AudioSink;
  readonly openPaths?: OpenPaths;
  readonly timers?: Timers;
  readonly report?: ReportProblem;
}

export interface CallClient {
  readonly store: StoreApi<CallStoreState>;
  /** The own screen in the call. */
  readonly share: ScreenShare;
  /**
   * Goes into the call of a chatroom, or begins it. The call itself starts when the server says so.
   * @throws RequestError when the server refuses (`conflict`: the call is full) or cannot be reached.
   */
  joinRoom(roomId: string): Promise<void>;
  /**
   * Leaves the call by hand.
   * @throws RequestError when the server could not be told; the call then goes on.
   */
  leave(): Promise<void>;
  /**
   * How high a person's picture is shown, in device px (CSS px times `devicePixelRatio`), so that no larger one is sent
   * than is seen. Without it the largest comes.
   */
  setTileHeight(sessionId: string, heightPx: number): void;
  /** Lets refused sound play; call it from a click. */
  resumeAudio(): Promise<void>;
  /** Ends everything: call, sound, subscriptions. Idempotent. Own tracks belong to the devices and stay. */
  dispose(): void;
}

/** After a reconnect the server sends the current plan again. A call it says nothing of within this time is over, in ms. */
export const resumeTimeMs = 4_000;

/** Builds the calls of one space session. One at a time is active; the server decides when it starts and ends. */
export function createCallClient(options: CallClientOptions): CallClient {
  return new SessionCalls(options);
}

class SessionCalls implements CallClient {
  readonly store: StoreApi<CallStoreState> = createStore<CallStoreState>(() => ({
    call: noCall,
    needsTap: false,
  }));
  readonly share: ScreenShare;
  readonly #signaling: Signaling;
  readonly #devices: CallDevices;
  readonly #selfSessionId: string;
  readonly #audio: AudioSink;
  readonly #openPaths: OpenPaths;
  readonly #report: ReportProblem;
  readonly #scope: Scope;
  #iceServers: readonly IceServer[];
  #call: { readonly active: ActiveCall; readonly scope: Scope } | null = null;
  #local: LocalMedia;
  #isLive = false;
  /** Whether the server has said anything of the call over the present connection. */
  #isConfirmed = true;
  #cancelResume: (() => void) | null = null;
  #told = '';
  /** The call that is being left by hand: its end may come before the answer does. */
  #leavingCallId: string | null = null;

  constructor(options: CallClientOptions) {
    const timers = options.timers ?? browserTimers;
    this.#signaling = options.signaling;
    this.#devices = options.devices;
    this.#selfSessionId = options.self.sessionId;
    this.#iceServers = options.iceServers;
    this.#report = options.report ?? reportToConsole;
    this.#scope = new Scope(timers);
    this.share = createScreenShare(options.screens ?? screenSourceOfPage(), timers);
    this.#scope.add(() => this.share.dispose());
    this.#audio = options.audio ?? new AudioSink({ timers, report: this.#report });
    this.#openPaths =
      options.openPaths ??
      openBrowserPaths({
        signaling: this.#signaling,
        selfSessionId: this.#selfSessionId,
        iceServers: () => this.#iceServers,
        report: this.#report,
      });
    this.#scope.add(() => this.#audio.dispose());
    this.#local = this.#localMedia();
    this.#hearServer();
    this.#hearPage();
  }

  async joinRoom(roomId: string): Promise<void> {
    await this.#signaling.request('/space', 'room-call-join', { roomId });
  }

  async leave(): Promise<void> {
    const callId = this.#call?.active.callId;
    if (callId === undefined) return;
    this.#leavingCallId = callId;
    try {
      await this.#signaling.request('/space', 'video-call-end', { callId });
      this.#end(callId, 'user_ended');
    } finally {
      this.#leavingCallId = null;
    }
  }

  setTileHeight(sessionId: string, heightPx: number): void {
    this.#call?.active.setTileHeight(sessionId, heightPx);
  }

  resumeAudio(): Promise<void> {
    return this.#audio.resume();
  }

  dispose(): void {
    if (this.#call !== null) this.#end(this.#call.active.callId, 'session_ended');
    this.#scope.close();
  }

  #hearServer(): void {
    const space = '/space' as const;
    const signaling = this.#signaling;
    const subscriptions = [
      signaling.on(space, 'video-call-start', (start) => this.#start(start)),
      signaling.on(space, 'video-call-plan', (plan) => this.#applyPlan(plan)),
      signaling.on(space, 'video-call-settled', ({ callId, epoch }) =>
        this.#activeOf(callId)?.settled(epoch),
      ),
      signaling.on(space, 'video-call-signaling', (message) => {
        this.#activeOf(message.callId)?.signal(message.epoch, message.from, message.data);
      }),
      signaling.on(space, 'video-call-end', ({ callId, reason }) => this.#end(callId, reason)),
      signaling.on(space, 'media-state', (state) => this.#activeOf(state.callId)?.setMediaState(state)),
      signaling.onState((state) => this.#sessionChanged(state)),
    ];
    for (const unsubscribe of subscriptions) this.#scope.add(unsubscribe);
  }

  #hearPage(): void {
    const { store } = this.#devices;
    this.#scope.add(store.subscribe((state, before) => this.#devicesChanged(state, before)));
    this.#scope.add(this.share.store.subscribe(() => this.#sendLocal()));
    this.#scope.add(this.#audio.store.subscribe(({ needsTap }) => this.store.setState({ needsTap })));
    this.#chooseSpeaker(store.getState().chosen.speaker);
  }

  /** A start for a call that runs already, with a smaller epoch, comes from a server that was started anew. */
  #start(start: CallStart): void {
    const active = this.#activeOf(start.callId);
    const isAnew = active !== null && start.epoch < active.epoch && !this.#isConfirmed;
    if (active === null || isAnew) this.#open(start);
    else this.#applyPlan(start);
  }

  #applyPlan(plan: CallPlan): void {
    const active = this.#activeOf(plan.callId);
    if (active === null) return;
    this.#confirmed();
    active.applyPlan(plan);
    this.#patchCall({ epoch: active.epoch, mode: active.mode });
  }

  #open({ roomId, ...plan }: CallStart): void {
    this.#confirmed();
    this.#call?.scope.close();
    const { callId, epoch, mode } = plan;
    if (this.#call !== null && this.#call.active.callId !== callId) this.share.callEnded();
    this.store.setState({
      call: { kind: 'active', callId, roomId, epoch, mode, isSelfSpeaking: false, participants: [] },
    });
    const scope = this.#scope.child();
    this.#watchOwnVoice(scope);
    const active = new ActiveCall(plan, {
      scope,
      selfSessionId: this.#selfSessionId,
      signaling: this.#signaling,
      openPaths: this.#openPaths,
      audio: this.#audio,
      local: this.#localMedia(),
      report: this.#report,
      onParticipants: (participants) => this.#patchCall({ participants }),
    });
    this.#call = { active, scope };
  }

  #end(callId: string, reason: CallEnding): void {
    if (this.#call?.active.callId !== callId) return;
    this.#confirmed();
    this.#call.scope.close();
    this.#call = null;
    this.share.callEnded();
    const { call } = this.store.getState();
    const roomId = call.kind === 'active' ? call.roomId : null;
    const isMine = reason === 'user_ended' && callId === this.#leavingCallId;
    this.store.setState({
      call: { kind: 'none', ended: { callId, roomId, reason: isMine ? 'stepped_away' : reason } },
    });
  }

  #activeOf(callId: string): ActiveCall | null {
    return this.#call?.active.callId === callId ? this.#call.active : null;
  }

  #patchCall(change: Partial<ActiveState>): void {
    const { call } = this.store.getState();
    if (call.kind === 'active') this.store.setState({ call: { ...call, ...change } });
  }

  #sessionChanged(state: SessionState): void {
    if (state.kind === 'ended' && this.#call !== null) this.#end(this.#call.active.callId, 'session_ended');
    // Who waits at a closed door shows nothing meanwhile.
    if (state.kind === 'waiting') this.share.callEnded();
    if (state.kind !== 'live') {
      this.#isLive = false;
      this.#isConfirmed = false;
      return;
    }
    this.#iceServers = state.iceServers;
    this.#isLive = true;
    this.#told = '';
    this.#tellMediaState();
    this.#connectionIsBack();
  }

  #connectionIsBack(): void {
    const active = this.#call?.active;
    if (active === undefined) return;
    active.signalingIsBack();
    if (this.#isConfirmed) return;
    this.#cancelResume?.();
    this.#cancelResume = this.#scope.after(resumeTimeMs, () => this.#end(active.callId, 'forgotten'));
  }

  #confirmed(): void {
    this.#isConfirmed = true;
    this.#cancelResume?.();
    this.#cancelResume = null;
  }

  #devicesChanged(state: DevicesState, before: DevicesState): void {
    if (state.chosen.speaker !== before.chosen.speaker) this.#chooseSpeaker(state.chosen.speaker);
    this.#sendLocal();
  }

  /** Sends what there is to send now, where that changed, and says what is on. */
  #sendLocal(): void {
    const local = this.#localMedia();
    const isSame = isSameMedia(local, this.#local);
    this.#local = local;
    if (!isSame) this.#call?.active.setLocal(local);
    this.#tellMediaState();
  }

  #localMedia(): LocalMedia {
    return localMediaOf(this.#devices.store.getState(), this.share.store.getState().share);
  }

  /** Says what is on, when it changed since it was last said over this connection. */
  #tellMediaState(): void {
    const { share } = this.share.store.getState();
    const mediaState = ownMediaState(this.#devices.store.getState(), share);
    const said = JSON.stringify(mediaState);
    if (!this.#isLive || said === this.#told) return;
    this.#told = said;
    this.#signaling.request('/space', 'media-state', mediaState).catch((error: unknown) => {
      if (this.#told === said) this.#told = '';
      this.#report('the others were not told what is on', error);
    });
  }

  #chooseSpeaker(deviceId: string): void {
    this.#audio
      .setSpeaker(deviceId)
      .catch((error: unknown) => this.#report('the speaker was not chosen', error));
  }

  #watchOwnVoice(scope: Scope): void {
    let speaking = silent;
    const hear = (level: number) => {
      const { isMicrophoneOn } = this.#devices.store.getState();
      const next = nextSpeaking(speaking, isMicrophoneOn ? level : null, scope.timers.nowMs());
      if (next.isSpeaking !== speaking.isSpeaking) this.#patchCall({ isSelfSpeaking: next.isSpeaking });
      speaking = next;
    };
    scope.add(this.#devices.onLevel(hear));
  }
}

type ActiveState = Extract<CallState, { kind: 'active' }>;
