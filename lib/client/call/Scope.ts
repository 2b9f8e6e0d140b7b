import { browserTimers, type Timers } from './Timers.ts';

/** Something that gives back what it holds. */
export type Release = () => void;

/**
 * The lifetime of an owner: every timer, subscription, track and connection that the owner starts is given to its scope
 * and ends with it. Closing is idempotent, goes from the newest to the oldest, and closes child scopes on the way.
 * What is added to a closed scope is released at once, so a late answer cannot leak.
 */
export class Scope {
  readonly timers: Timers;
  readonly #releases = new Set<Release>();
  #isClosed = false;

  constructor(timers: Timers = browserTimers) {
    this.timers = timers;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** How many things the scope holds. Zero when it is closed. */
  get size(): number {
    return this.#releases.size;
  }

  /** Keeps `release` until the scope closes; the returned function releases earlier, once. */
  add(release: Release): Release {
    if (this.#isClosed) {
      release();
      return () => undefined;
    }
    const once = () => {
      if (this.#releases.delete(once)) release();
    };
    this.#releases.add(once);
    return once;
  }

  /** Runs `task` once after `delayMs` unless the scope closes first; the returned function cancels. */
  after(delayMs: number, task: () => void): Release {
    if (this.#isClosed) return () => undefined;
    const cancel = this.timers.after(delayMs, () => {
      forget();
      task();
    });
    const forget = this.add(cancel);
    return forget;
  }

  /** Runs `task` every `periodMs`, the first time after one period, until the scope closes or it is cancelled. */
  every(periodMs: number, task: () => void): Release {
    let cancelNext: Release = () => undefined;
    let isCancelled = false;
    const schedule = () => {
      cancelNext = this.after(periodMs, () => {
        task();
        if (!isCancelled) schedule();
      });
    };
    schedule();
    return () => {
      isCancelled = true;
      cancelNext();
    };
  }

  /** Listens to a DOM event target. */
  listen(target: EventTarget, type: string, handler: (event: Event) => void): Release {
    if (this.#isClosed) return () => undefined;
    target.addEventListener(type, handler);
    return this.add(() => target.removeEventListener(type, handler));
  }

  /** A scope that ends with this one, or earlier by itself. */
  child(): Scope {
    const scope = new Scope(this.timers);
    const forget = this.add(() => scope.close());
    scope.add(forget);
    return scope;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const release of [...this.#releases].reverse()) release();
  }
}
