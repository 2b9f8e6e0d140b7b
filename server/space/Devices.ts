import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { CallService, MediaState } from '../call/ports.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { Person } from './Person.ts';

/** What a tab says of its microphone and camera; in `join` either may be left out. */
export interface DeviceState {
  readonly audio?: boolean | undefined;
  readonly video?: boolean | undefined;
}

/** What somebody says after switching; without `screen` that stays as it is. */
export interface SwitchedState {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen?: boolean | undefined;
}

/** People's microphones, cameras and screens: what their tabs say of them, and what moderators did. Calls hear of it at once. */
export class Devices {
  readonly #calls: CallService;
  readonly #sessions: SessionRegistry;
  /** Who was muted by whom and has not switched on again. */
  readonly #mutedBy = new WeakMap<Person, PersonView>();
  readonly #toRemind = new Set<Person>();

  constructor(deps: { calls: CallService; sessions: SessionRegistry }) {
    this.#calls = deps.calls;
    this.#sessions = deps.sessions;
  }

  /** Somebody switched by hand. */
  switched(person: Person, state: SwitchedState): void {
    if (state.audio) this.#mutedBy.delete(person);
    this.#set(person, { ...state, screen: state.screen ?? person.screen });
  }

  /**
   * A tab comes in. One that was away may not know that it was muted meanwhile: that its microphone is on is no wish
   * of its owner's, and it is told once it has joined.
   */
  arrived(person: Person, state: DeviceState, isReturn: boolean): void {
    const isMuted = isReturn && this.#mutedBy.has(person);
    if (isMuted) this.#toRemind.add(person);
    else this.#mutedBy.delete(person);
    const { audio = person.audio, video = person.video } = state;
    // Another tab shares nothing yet, whatever the former one did.
    this.#set(person, { audio: audio && !isMuted, video, screen: isReturn && person.screen });
  }

  mute(person: Person, by: PersonView): void {
    person.audio = false;
    this.#mutedBy.set(person, by);
    this.#calls.mute(person.sessionId);
    this.#sessions.send(person.sessionId, '/space', 'muted', { by });
  }

  /** Tells those who came back and are still muted. */
  remind(): void {
    for (const person of this.#toRemind) {
      const by = this.#mutedBy.get(person);
      if (by !== undefined) this.#sessions.send(person.sessionId, '/space', 'muted', { by });
    }
    this.#toRemind.clear();
  }

  #set(person: Person, { audio, video, screen }: MediaState): void {
    if (audio === person.audio && video === person.video && screen === person.screen) return;
    Object.assign(person, { audio, video, screen });
    this.#calls.setMediaState(person.sessionId, { audio, video, screen });
  }
}
