import { setTimeout as pause } from 'node:timers/promises';

interface Asked<Key, Answer> {
  readonly key: Key;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface GatheredOptions<Key, Answer> {
  /** Answers each key at its place. */
  readonly ask: (keys: readonly Key[]) => Promise<readonly Answer[]>;
  /** Keys of one question. */
  readonly most: number;
  /** How long the next question waits for the one before it, in ms: one that hangs must not keep others from asking. */
  readonly patienceMs?: number;
}

/**
 * Many who ask, few questions: what is asked in the same moment, or while a question is under way, is asked together.
 * An answer is never older than the moment in which it was asked for.
 */
export class Gathered<Key, Answer> {
  readonly #options: Required<GatheredOptions<Key, Answer>>;
  #waiting: Asked<Key, Answer>[] = [];
  #isRunning = false;

  constructor(options: GatheredOptions<Key, Answer>) {
    this.#options = { patienceMs: 1_000, ...options };
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
      await this.#patiently(this.#answer(this.#waiting.splice(0, this.#options.most)));
    }
    this.#isRunning = false;
  }

  async #patiently(answered: Promise<void>): Promise<void> {
    const over = new AbortController();
    const patience = pause(this.#options.patienceMs, undefined, { signal: over.signal, ref: false });
    await Promise.race([answered, patience.catch(() => undefined)]);
    over.abort();
  }

  async #answer(asked: readonly Asked<Key, Answer>[]): Promise<void> {
    try {
      const answers = await this.#options.ask(asked.map(({ key }) => key));
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
