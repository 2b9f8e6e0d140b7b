import type { Clock } from '../clock.ts';

/**
 * Runs a task when it is asked to, at most once per interval: at once after a quiet time, else when the interval is
 * over. While nobody asks there is no timer.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #task: () => void;
  #lastRunMs = Number.NEGATIVE_INFINITY;
  #due: { readonly atMs: number; readonly cancel: () => void } | null = null;
  #isClosed = false;

  constructor(clock: Clock, intervalMs: number, task: () => void) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#task = task;
  }

  /**
   * Asks for a run at `atMs` or as soon as the interval allows, whichever is later; the earliest wish counts. A clock
   * that was set back delays a run by one interval at most.
   */
  request(atMs = this.#clock.nowMs()): void {
    if (this.#isClosed) return;
    const nowMs = this.#clock.nowMs();
    const dueMs = Math.max(atMs, Math.min(this.#lastRunMs, nowMs) + this.#intervalMs);
    if (this.#due !== null && this.#due.atMs <= dueMs) return;
    this.#due?.cancel();
    const cancel = this.#clock.after(Math.max(0, dueMs - nowMs), () => this.#run());
    this.#due = { atMs: dueMs, cancel };
  }

  /** No run happens after this. Idempotent. */
  close(): void {
    this.#isClosed = true;
    this.#due?.cancel();
    this.#due = null;
  }

  #run(): void {
    this.#due = null;
    this.#lastRunMs = this.#clock.nowMs();
    this.#task();
  }
}
