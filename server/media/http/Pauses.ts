import type { Clock } from '#server/clock.ts';

/** Waits that end early, all together, when their owner does. */
export class Pauses {
  readonly #clock: Clock;
  readonly #endings = new Set<() => void>();
  #isClosed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Resolves after `delayMs`, or at once when closed, or when the returned `end` is called. */
  begin(delayMs: number): { over: Promise<void>; end: () => void } {
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      const cancel = this.#clock.after(delayMs, () => end());
      end = () => {
        cancel();
        this.#endings.delete(end);
        resolve();
      };
      this.#endings.add(end);
    });
    if (this.#isClosed) end();
    return { over, end };
  }

  close(): void {
    this.#isClosed = true;
    for (const end of [...this.#endings]) end();
  }
}
