interface Waiting<Draft, Result> {
  readonly draft: Draft;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions<Draft, Result> {
  /** Writes drafts in their order, in one transaction. */
  readonly append: (drafts: Draft[]) => Promise<Result[]>;
  /**
   * What is to be done with what was committed before it is answered. Called for one transaction after the other, while
   * the next one is under way. Must not reject.
   */
  readonly committed: (results: Result[]) => Promise<void>;
  /** Whether an error concerns the database and not a draft: then none is tried alone. */
  readonly concernsAll: (error: unknown) => boolean;
  /** Most drafts in one transaction. */
  readonly most: number;
}

/**
 * Many writers, few transactions: while one is under way, further drafts gather for the next. The order of arrival is
 * the order of writing; nothing is answered before its transaction is committed.
 */
export class GroupCommit<Draft, Result> {
  readonly #options: GroupCommitOptions<Draft, Result>;
  #waiting: Waiting<Draft, Result>[] = [];
  #running: Promise<void> | null = null;
  #answered: Promise<void> = Promise.resolve();

  constructor(options: GroupCommitOptions<Draft, Result>) {
    this.#options = options;
  }

  /** How many drafts wait for their transaction. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** Resolves after the commit; rejects as `append` does. */
  push(draft: Draft): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ draft, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything that was pushed so far is answered. */
  async drain(): Promise<void> {
    while (this.#running !== null) await this.#running;
    await this.#answered;
  }

  async #run(): Promise<void> {
    // Whatever is pushed in the same turn goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#commit(this.#waiting.splice(0, this.#options.most));
    }
    this.#running = null;
  }

  async #commit(batch: readonly Waiting<Draft, Result>[]): Promise<void> {
    try {
      const results = await this.#options.append(batch.map(({ draft }) => draft));
      if (results.length !== batch.length) throw new Error('The log answered for other drafts.');
      this.#answer(batch, results);
    } catch (error) {
      if (batch.length === 1 || this.#options.concernsAll(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One of them is at fault: alone, it fails alone.
      for (const one of batch) await this.#commit([one]);
    }
  }

  #answer(batch: readonly Waiting<Draft, Result>[], results: Result[]): void {
    this.#answered = this.#answered
      .then(() => this.#options.committed(results))
      .then(() => {
        for (const [index, { resolve }] of batch.entries()) {
          const result = results[index];
          if (result !== undefined) resolve(result);
        }
      });
  }
}
