import type { TestInfo } from '@playwright/test';

/** Times from one moment on; each lap stands with the results of the test. */
export class Stopwatch {
  readonly #startMs = performance.now();
  readonly #info: TestInfo;

  /** Starts at once. */
  constructor(info: TestInfo) {
    this.#info = info;
  }

  /** Waits for something, writes down how long after the start it came, and gives it in ms. */
  async lap(what: string, event: Promise<unknown>): Promise<number> {
    await event;
    const ms = Math.round(performance.now() - this.#startMs);
    this.#info.annotations.push({ type: what, description: `${ms} ms` });
    return ms;
  }
}
