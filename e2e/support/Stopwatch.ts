import type { TestInfo } from '@playwright/test';

/**
 * What is pushed to open pages arrives within this, in ms. Measured times are some hundred ms and stand in the figures; a
 * test tells a push from the next look of a page or of the server (10 and 15 s), whatever the machine has to do beside.
 */
export const pushedWithinMs = 5_000;

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
