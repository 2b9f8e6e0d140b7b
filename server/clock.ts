/** Time as units see it, so that tests turn it by hand. */
export interface Clock {
  /** Unix time in ms. */
  nowMs(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. A thrown error is the caller's bug and is not caught. */
  after(delayMs: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is turned. Due tasks run in order of their time while it turns. */
export class ManualClock implements Clock {
  #nowMs: number;
  #tasks: { dueMs: number; task: () => void }[] = [];

  constructor(startMs = 0) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  /** How many tasks wait for their time: what should end has left none. */
  get taskCount(): number {
    return this.#tasks.length;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { dueMs: this.#nowMs + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  /** Turns the clock by `ms`, running what falls due on the way. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (let next = this.#takeDue(endMs); next !== undefined; next = this.#takeDue(endMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.task();
    }
    this.#nowMs = endMs;
  }

  #takeDue(endMs: number): { dueMs: number; task: () => void } | undefined {
    const due = this.#tasks.filter((entry) => entry.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
    if (due !== undefined) this.#tasks = this.#tasks.filter((entry) => entry !== due);
    return due;
  }
}
