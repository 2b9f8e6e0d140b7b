/**
 * Runs tasks of the same key one after the other. Each reads the store when the former one has carried out what it
 * read, so that an older reading never overwrites a newer one.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Resolves and rejects as the task does; a task that failed does not keep the next from its turn. */
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const former = this.#last.get(key) ?? Promise.resolve();
    const turn = former.then(task, task);
    this.#last.set(key, turn);
    return turn.finally(() => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    });
  }
}
