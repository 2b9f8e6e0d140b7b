interface Asked<Key, Answer> {
  readonly key: Key;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Many who ask, few questions: what is asked in the same moment, or while a question is under way, is asked together.
 * An answer is never older than the moment in which it was asked for.
 */
export class Gathered<Key, Answer> {
  readonly #ask: (keys: readonly Key[]) => Promise<readonly Answer[]>;
  readonly #most: number;
  #waiting: Asked<Key, Answer>[] = [];
  #isRunning = false;

  /**
   * @param ask answers each key at its place.
   * @param most keys of one question.
   */
  constructor(ask: (keys: readonly Key[]) => Promise<readonly Answer[]>, most: number) {
    this.#ask = ask;
    this.#most = most;
  }

  /** Rejects as the question does in which the key was asked. */
  get(key: Key): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // One turn of the event loop: whoever came with the same packets goes along.
      await new Promise<void>((resolve) => setImmediate(resolve));
      await this.#answer(this.#waiting.splice(0, this.#most));
    }
    this.#isRunning = false;
  }

  async #answer(asked: readonly Asked<Key, Answer>[]): Promise<void> {
    try {
      const answers = await this.#ask(asked.map(({ key }) => key));
      if (answers.length !== asked.length) {
        throw new Error(`${asked.length} keys were asked and ${answers.length} answered.`);
      }
      answers.forEach((answer, index) => {
        asked[index]?.resolve(answer);
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
