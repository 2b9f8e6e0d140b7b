/** Time as the call client sees it, so that tests turn it by hand. */
export interface Timers {
  /** Monotonic time in ms; only differences mean something. */
  nowMs(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

export const browserTimers: Timers = {
  nowMs: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

interface Pending {
  readonly dueMs: number;
  readonly task: () => void;
}

/** Timers that stand still until they are turned. Due tasks run in the order of their time. */
export class ManualTimers implements Timers {
  #nowMs = 0;
  #pending: Pending[] = [];

  nowMs(): number {
    return this.#nowMs;
  }

  /** How many tasks wait: zero once everything that owned one has closed. */
  get pendingCount(): number {
    return this.#pending.length;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { dueMs: this.#nowMs + delayMs, task };
    this.#pending.push(entry);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== entry);
    };
  }

  /** Turns the time by `ms`, running what falls due on the way. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (let next = this.#takeDue(endMs); next !== undefined; next = this.#takeDue(endMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.task();
    }
    this.#nowMs = endMs;
  }

  #takeDue(endMs: number): Pending | undefined {
    const due = this.#pending.filter((entry) => entry.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
    if (due !== undefined) this.#pending = this.#pending.filter((entry) => entry !== due);
    return due;
  }
}
