/**
 * Runs operations one after the other in the order they came, so that messages of the server cannot interleave with a
 * negotiation in progress. A failed operation does not stop the next. After `close` nothing that waits is started.
 */
export class SerialQueue {
  #tail: Promise<void> = Promise.resolve();
  #isClosed = false;

  /**
   * @returns what the operation returned, or `undefined` when the queue was closed before its turn.
   * @throws what the operation threw.
   */
  run<T>(operation: () => Promise<T>): Promise<T | undefined> {
    const result = this.#tail.then(() => (this.#isClosed ? undefined : operation()));
    this.#tail = settled(result);
    return result;
  }

  close(): void {
    this.#isClosed = true;
  }
}

/** Resolves when it is over. The outcome itself belongs to whoever called `run`. */
async function settled(result: Promise<unknown>): Promise<void> {
  await Promise.allSettled([result]);
}
