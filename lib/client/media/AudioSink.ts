import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ReportProblem, reportToConsole } from '../call/problems.ts';
import { Scope } from '../call/Scope.ts';
import { browserTimers, type Timers } from '../call/Timers.ts';
import { type Playback, playWithElement } from './playback.ts';

export interface AudioSinkState {
  /** Sound is wanted and the browser refuses to play it before somebody touches the page. */
  readonly needsTap: boolean;
}

export interface AudioSinkOptions {
  readonly timers?: Timers;
  readonly startPlayback?: (track: MediaStreamTrack) => Playback;
  readonly report?: ReportProblem;
}

interface Voice {
  readonly track: MediaStreamTrack;
  readonly playback: Playback;
  readonly scope: Scope;
}

/** Old and new sound overlap by this much, in ms: the new one's jitter buffer fills meanwhile. A short echo is forgiven, a hole is not. */
export const overlapMs = 200;
/** A new track that does not begin to sound within this time takes over nevertheless, in ms. */
export const takeoverLimitMs = 3_000;

/**
 * Plays each person's sound. When the path of a person changes, the new track is started first and the old one is
 * stopped once the new one sounds, so that the hearer notices nothing.
 */
export class AudioSink {
  readonly store: StoreApi<AudioSinkState> = createStore<AudioSinkState>(() => ({ needsTap: false }));
  readonly #scope: Scope;
  readonly #startPlayback: (track: MediaStreamTrack) => Playback;
  readonly #report: ReportProblem;
  readonly #voices = new Map<string, Voice>();
  #speaker = '';

  constructor(options: AudioSinkOptions = {}) {
    this.#scope = new Scope(options.timers ?? browserTimers);
    this.#startPlayback = options.startPlayback ?? playWithElement;
    this.#report = options.report ?? reportToConsole;
  }

  /** Plays this track as the person's voice from now on; `null` silences them. */
  play(sessionId: string, track: MediaStreamTrack | null): void {
    const former = this.#voices.get(sessionId);
    if (former?.track === track || this.#scope.isClosed) return;
    if (track === null) {
      this.#voices.delete(sessionId);
      former?.scope.close();
      this.#clearTapIfSilent();
      return;
    }
    const voice = this.#start(track);
    this.#voices.set(sessionId, voice);
    if (former === undefined) this.#sound(voice, () => undefined);
    else this.#takeOver(former, voice);
  }

  /** Tries again to play everything; call it from a click. Rejects nothing: `needsTap` says whether it worked. */
  async resume(): Promise<void> {
    const outcomes = await Promise.all([...this.#voices.values()].map((voice) => this.#isRefused(voice)));
    this.store.setState({ needsTap: outcomes.includes(true) });
  }

  /** Plays everything through this speaker, now and later; the empty string is the system's choice. */
  async setSpeaker(deviceId: string): Promise<void> {
    this.#speaker = deviceId;
    await Promise.all([...this.#voices.values()].map((voice) => voice.playback.setSpeaker(deviceId)));
  }

  dispose(): void {
    this.#scope.close();
    this.#voices.clear();
  }

  #start(track: MediaStreamTrack): Voice {
    const scope = this.#scope.child();
    const playback = this.#startPlayback(track);
    scope.add(() => playback.stop());
    if (this.#speaker !== '') {
      playback
        .setSpeaker(this.#speaker)
        .catch((error: unknown) => this.#report('the speaker was not chosen', error));
    }
    return { track, playback, scope };
  }

  #takeOver(former: Voice, next: Voice): void {
    former.scope.after(takeoverLimitMs, () => former.scope.close());
    this.#sound(next, () => former.scope.after(overlapMs, () => former.scope.close()));
    // The next may end before it took over: then the former has nobody to wait for.
    next.scope.add(() => former.scope.close());
  }

  #sound(voice: Voice, onSounding: () => void): void {
    voice.playback.play().then(onSounding, (error: unknown) => {
      if (voice.scope.isClosed) return;
      if (isRefusal(error)) this.store.setState({ needsTap: true });
      else this.#report('sound was not played', error);
    });
  }

  async #isRefused(voice: Voice): Promise<boolean> {
    try {
      await voice.playback.play();
      return false;
    } catch (error) {
      if (isRefusal(error)) return true;
      // A voice that ended meanwhile interrupts its own start: no touch would change that.
      if (!voice.scope.isClosed) this.#report('sound was not played', error);
      return false;
    }
  }

  #clearTapIfSilent(): void {
    if (this.#voices.size === 0) this.store.setState({ needsTap: false });
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotAllowedError';
}
