import type { CallPlan, Participant, ServerPayload, Signal } from '#lib/protocol/catalogue.ts';
import type { AudioSink } from '../media/AudioSink.ts';
import type { Signaling } from '../session/Signaling.ts';
import { CallMeters } from './CallMeters.ts';
import { type CallParticipant, isSameParticipant, newParticipant } from './callState.ts';
import { type Expected, isCarried, shownConnection } from './choosePath.ts';
import type { LocalMedia, MediaPath } from './MediaPath.ts';
import { type OpenPaths, PathSet } from './PathSet.ts';
import { PathWatch } from './PathWatch.ts';
import type { ReportProblem } from './problems.ts';
import { isTransient } from './requestErrors.ts';
import type { Scope } from './Scope.ts';
import { ShownPaths } from './ShownPaths.ts';

export interface ActiveCallOptions {
  readonly scope: Scope;
  readonly selfSessionId: string;
  readonly signaling: Signaling;
  readonly openPaths: OpenPaths;
  readonly audio: AudioSink;
  readonly local: LocalMedia;
  readonly report: ReportProblem;
  /** The others changed; the array is new. */
  readonly onParticipants: (participants: readonly CallParticipant[]) => void;
}

/** A connected path is not waited on any longer than this for media that does not come, in ms. */
export const patienceMs = 10_000;

/**
 * One call from its start to its end, over all its epochs: carries out the server's plans, chooses for each person the
 * path that is shown and heard, and tells the server when everybody is over. What belongs to one epoch only (the watch,
 * "ready said") lives in the epoch's own scope.
 */
export class ActiveCall {
  readonly callId: string;
  readonly #options: ActiveCallOptions;
  readonly #scope: Scope;
  readonly #paths: PathSet;
  readonly #meters: CallMeters;
  readonly #shown = new ShownPaths();
  readonly #tileHeights = new Map<string, number>();
  #plan: CallPlan;
  #participants: readonly CallParticipant[] = [];
  #local: LocalMedia;
  #epochScope: Scope;
  #watch: PathWatch | null = null;
  #readyIs: 'open' | 'said' = 'open';
  #isPatienceOver = false;

  constructor(plan: CallPlan, options: ActiveCallOptions) {
    this.callId = plan.callId;
    this.#options = options;
    this.#scope = options.scope.child();
    this.#local = options.local;
    this.#plan = plan;
    this.#epochScope = this.#scope.child();
    this.#paths = new PathSet(this.#scope, options.openPaths, () => this.#refresh());
    this.#meters = new CallMeters(this.#scope, {
      report: options.report,
      people: () => this.#shown.voices,
      onChange: () => this.#refresh(),
    });
    this.#scope.add(() => this.#silenceAll());
    this.#begin(plan);
  }

  get epoch(): number {
    return this.#plan.epoch;
  }

  get mode(): MediaPath['mode'] {
    return this.#plan.mode;
  }

  /** Carries out a plan. One of an older epoch is dropped; the same epoch again only refreshes who has what switched on. */
  applyPlan(plan: CallPlan): void {
    if (plan.epoch < this.#plan.epoch) return;
    const isNew = plan.epoch > this.#plan.epoch;
    this.#plan = plan;
    if (isNew) this.#begin(plan);
    else this.#refresh();
  }

  /** Everybody is over: the former paths go. */
  settled(epoch: number): void {
    if (epoch !== this.#plan.epoch) return;
    this.#paths.closeFormer();
    this.#refresh();
  }

  signal(epoch: number, fromSessionId: string, data: Signal): void {
    if (epoch !== this.#plan.epoch || !this.#others().some((other) => other.sessionId === fromSessionId))
      return;
    this.#paths.handleSignal(epoch, data);
  }

  setMediaState({ sessionId, audio, video, screen }: ServerPayload<'/space', 'media-state'>): void {
    const participants = this.#plan.participants.map((each) =>
      each.sessionId === sessionId ? { ...each, audio, video, screen } : each,
    );
    this.#plan = { ...this.#plan, participants };
    this.#refresh();
  }

  setLocal(local: LocalMedia): void {
    this.#local = local;
    this.#paths.setLocal(local);
    this.#refresh();
  }

  setTileHeight(sessionId: string, heightPx: number): void {
    this.#tileHeights.set(sessionId, heightPx);
    this.#paths.current?.showAt?.(sessionId, heightPx);
  }

  signalingIsBack(): void {
    this.#paths.signalingIsBack();
    this.#refresh();
  }

  close(): void {
    this.#scope.close();
  }

  #begin(plan: CallPlan): void {
    this.#epochScope.close();
    this.#epochScope = this.#scope.child();
    this.#readyIs = 'open';
    this.#isPatienceOver = false;
    this.#watch =
      plan.mode === 'p2p' ? new PathWatch(this.#epochScope, () => this.#tellPathFailed(plan.epoch)) : null;
    this.#epochScope.after(patienceMs, () => {
      this.#isPatienceOver = true;
      this.#refresh();
    });
    this.#paths.begin(plan, this.#others(), this.#local);
    for (const [sessionId, heightPx] of this.#tileHeights) this.#paths.current?.showAt?.(sessionId, heightPx);
    this.#refresh();
  }

  #others(): readonly Participant[] {
    return this.#plan.participants.filter((each) => each.sessionId !== this.#options.selfSessionId);
  }

  /** The resident gives back what one sends oneself. */
  #expectedOf(other: Participant): Expected {
    if (!other.isResident) return other;
    return { audio: this.#local.audio !== null, video: this.#local.video !== null };
  }

  #refresh(): void {
    if (this.#scope.isClosed) return;
    const others = this.#others();
    this.#forgetGone(others);
    const next = others.map((other) => this.#carry(other));
    this.#publish(next);
    const current = this.#paths.current;
    if (current === null) return;
    const first = others[0];
    if (first !== undefined) this.#watch?.update(current.remote(first.sessionId).connection);
    const isReady = others.every((other) =>
      isCarried(current.remote(other.sessionId), this.#expectedOf(other), this.#isPatienceOver),
    );
    if (isReady && others.length > 0) this.#tellReady();
  }

  #carry(other: Participant): CallParticipant {
    const { sessionId } = other;
    const { current } = this.#paths;
    const base = newParticipant(other);
    if (current === null) return base;
    const expected = this.#expectedOf(other);
    const isPatienceOver = this.#isPatienceOver;
    const isOpen = (path: MediaPath) => this.#paths.has(path);
    const shown = this.#shown.update({ sessionId, current, expected, isPatienceOver, isOpen });
    const heard = shown.audio.remote(sessionId);
    this.#options.audio.play(sessionId, heard.audioTrack);
    // Screens go through the SFU only, which is the current path for as long as one is shared.
    const { screenTrack, screenAudioTrack } = current.remote(sessionId);
    this.#options.audio.play(screenVoiceOf(sessionId), other.screen ? screenAudioTrack : null);
    return {
      ...base,
      isSpeaking: other.audio && this.#meters.isSpeaking(sessionId),
      quality: this.#meters.quality(sessionId),
      connection: shownConnection(heard, expected, isPatienceOver),
      audioTrack: heard.audioTrack,
      videoTrack: expected.video ? shown.video.remote(sessionId).videoTrack : null,
      screenTrack: other.screen ? screenTrack : null,
      path: shown.audio.mode,
    };
  }

  #forgetGone(others: readonly Participant[]): void {
    const present = new Set(others.map((other) => other.sessionId));
    for (const sessionId of this.#shown.sessionIds) {
      if (present.has(sessionId)) continue;
      this.#shown.forget(sessionId);
      this.#silence(sessionId);
    }
  }

  #publish(next: readonly CallParticipant[]): void {
    const last = new Map(this.#participants.map((each) => [each.sessionId, each]));
    const merged = next.map((each) => {
      const before = last.get(each.sessionId);
      return before !== undefined && isSameParticipant(before, each) ? before : each;
    });
    const isSame =
      merged.length === this.#participants.length &&
      merged.every((each, index) => each === this.#participants[index]);
    if (isSame) return;
    this.#participants = merged;
    this.#options.onParticipants(merged);
  }

  #tellReady(): void {
    if (this.#readyIs === 'said') return;
    this.#readyIs = 'said';
    const { callId, epoch } = this.#plan;
    this.#options.signaling
      .request('/space', 'video-call-ready', { callId, epoch })
      .catch((error: unknown) => {
        if (this.#plan.epoch !== epoch || this.#scope.isClosed) return;
        // Said again with the next change, at the latest when the signaling is back.
        if (isTransient(error)) this.#readyIs = 'open';
        this.#options.report('"ready" was not taken', error);
      });
  }

  #tellPathFailed(epoch: number): void {
    this.#options.signaling
      .request('/space', 'video-call-path-failed', { callId: this.callId, epoch })
      .catch((error: unknown) => this.#options.report('"path failed" was not taken', error));
  }

  #silenceAll(): void {
    for (const sessionId of this.#shown.sessionIds) this.#silence(sessionId);
  }

  #silence(sessionId: string): void {
    this.#options.audio.play(sessionId, null);
    this.#options.audio.play(screenVoiceOf(sessionId), null);
  }
}

/** A screen's sound is played beside its owner's voice. */
function screenVoiceOf(sessionId: string): string {
  return `${sessionId} screen`;
}
