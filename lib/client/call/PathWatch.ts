import type { PathConnection } from './MediaPath.ts';
import type { Scope } from './Scope.ts';

/** A direct path must connect within this time, in ms. */
export const connectTimeMs = 5_000;
/** A lost direct path must be healed by an ICE restart within this time, in ms. */
export const healTimeMs = 6_000;

/** Watches a direct path's connection and says when it took too long; then again after each further such time. */
export class PathWatch {
  readonly #scope: Scope;
  readonly #onFailed: () => void;
  #connection: PathConnection | null = null;
  #cancel: () => void = () => undefined;

  constructor(scope: Scope, onFailed: () => void) {
    this.#scope = scope;
    this.#onFailed = onFailed;
  }

  update(connection: PathConnection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#cancel();
    if (connection !== 'live') this.#arm(connection === 'connecting' ? connectTimeMs : healTimeMs);
  }

  #arm(timeMs: number): void {
    this.#cancel = this.#scope.after(timeMs, () => {
      this.#arm(timeMs);
      this.#onFailed();
    });
  }
}
