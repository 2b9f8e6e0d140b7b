import type { Clock } from '../clock.ts';
import type { TicketLedger } from './ports.ts';

/** A ledger for one process. It forgets a ticket once it has expired: nobody could use it again anyway. */
export class MemoryTicketLedger implements TicketLedger {
  readonly #clock: Clock;
  readonly #used = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many ids are remembered. */
  get size(): number {
    return this.#used.size;
  }

  claim(ticketId: string, expiresAtMs: number): Promise<boolean> {
    this.#forgetExpired();
    if (this.#used.has(ticketId)) return Promise.resolve(false);
    this.#used.set(ticketId, expiresAtMs);
    return Promise.resolve(true);
  }

  /**
   * Ids stand in the order of their use and all live about equally long, so the first one that is still valid ends the
   * search; one that hides behind it is forgotten a little later.
   */
  #forgetExpired(): void {
    const nowMs = this.#clock.nowMs();
    for (const [ticketId, expiresAtMs] of this.#used) {
      if (expiresAtMs > nowMs) return;
      this.#used.delete(ticketId);
    }
  }
}
