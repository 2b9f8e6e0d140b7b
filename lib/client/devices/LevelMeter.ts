import type { Scope } from '../call/Scope.ts';
import type { DeviceEnvironment } from './environment.ts';

/** Measures the present microphone while somebody listens, and nothing otherwise. */
export class LevelMeter {
  readonly #owner: Scope;
  readonly #measure: DeviceEnvironment['measureLevel'];
  readonly #listeners = new Set<(level: number) => void>();
  #track: MediaStreamTrack | null = null;
  #measuring: { readonly track: MediaStreamTrack; readonly scope: Scope } | null = null;

  constructor(owner: Scope, measure: DeviceEnvironment['measureLevel']) {
    this.#owner = owner;
    this.#measure = measure;
  }

  setTrack(track: MediaStreamTrack | null): void {
    this.#track = track;
    this.#update();
  }

  /** Each call is a subscription of its own. */
  listen(listener: (level: number) => void): () => void {
    const own = (level: number) => listener(level);
    this.#listeners.add(own);
    this.#update();
    return () => {
      this.#listeners.delete(own);
      this.#update();
    };
  }

  #update(): void {
    const track = this.#listeners.size > 0 && !this.#owner.isClosed ? this.#track : null;
    if (track === (this.#measuring?.track ?? null)) return;
    this.#measuring?.scope.close();
    this.#measuring = null;
    if (track === null) return;
    const scope = this.#owner.child();
    this.#measuring = { track, scope };
    this.#measure(scope, track, (level) => {
      for (const listener of [...this.#listeners]) listener(level);
    });
  }
}
