import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import type { Clock } from '#server/clock.ts';

interface RecentEnd {
  readonly callId: string;
  readonly reason: CallEndReason;
}

/** How calls ended lately, for sessions that were away when they were told. */
export class RecentEnds {
  readonly #clock: Clock;
  readonly #keptMs: number;
  readonly #ends = new Map<string, { readonly end: RecentEnd; readonly cancel: () => void }>();

  constructor(clock: Clock, keptMs: number) {
    this.#clock = clock;
    this.#keptMs = keptMs;
  }

  remember(sessionId: string, end: RecentEnd): void {
    this.forget(sessionId);
    const cancel = this.#clock.after(this.#keptMs, () => this.#ends.delete(sessionId));
    this.#ends.set(sessionId, { end, cancel });
  }

  of(sessionId: string): RecentEnd | null {
    return this.#ends.get(sessionId)?.end ?? null;
  }

  forget(sessionId: string): void {
    this.#ends.get(sessionId)?.cancel();
    this.#ends.delete(sessionId);
  }

  clear(): void {
    for (const sessionId of [...this.#ends.keys()]) this.forget(sessionId);
  }
}
