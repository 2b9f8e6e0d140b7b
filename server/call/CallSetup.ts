import type { Clock } from '#server/clock.ts';

/** Who of a call has not yet heard anybody, and since when. Somebody for whom that takes too long is reported once. */
export class CallSetup {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #onTimeout: (sessionId: string) => void;
  readonly #waiting = new Map<string, () => void>();

  constructor(clock: Clock, timeoutMs: number, onTimeout: (sessionId: string) => void) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#onTimeout = onTimeout;
  }

  begin(sessionId: string): void {
    this.done(sessionId);
    const cancel = this.#clock.after(this.#timeoutMs, () => {
      this.#waiting.delete(sessionId);
      this.#onTimeout(sessionId);
    });
    this.#waiting.set(sessionId, cancel);
  }

  /** Got there, or left. */
  done(sessionId: string): void {
    this.#waiting.get(sessionId)?.();
    this.#waiting.delete(sessionId);
  }

  clear(): void {
    for (const sessionId of [...this.#waiting.keys()]) this.done(sessionId);
  }
}
