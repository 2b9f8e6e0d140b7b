interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Question<Answer> {
  afterSeq: number;
  readonly waiting: Waiting<Answer>[];
}

/**
 * Many who ask, few questions: what is asked in the same moment, or while a question is under way, is asked together.
 * Of one room the lowest number is asked, once for all.
 */
export class GatheredReads<Answer> {
  readonly #ask: (wanted: { roomId: string; afterSeq: number }[]) => Promise<Map<string, Answer>>;
  #gathered = new Map<string, Question<Answer>>();
  #isRunning = false;

  constructor(ask: (wanted: { roomId: string; afterSeq: number }[]) => Promise<Map<string, Answer>>) {
    this.#ask = ask;
  }

  /** What stands in the log of a room after a number, or more. Rejects as the question does. */
  get(roomId: string, afterSeq: number): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const known = this.#gathered.get(roomId);
      const question = known ?? { afterSeq, waiting: [] };
      question.afterSeq = Math.min(question.afterSeq, afterSeq);
      question.waiting.push({ resolve, reject });
      this.#gathered.set(roomId, question);
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#gathered.size > 0) {
      // One turn of the event loop: whoever came with the same packets goes along.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const questions = this.#gathered;
      this.#gathered = new Map();
      await this.#answer(questions);
    }
    this.#isRunning = false;
  }

  async #answer(questions: ReadonlyMap<string, Question<Answer>>): Promise<void> {
    try {
      const answers = await this.#ask([...questions].map(([roomId, { afterSeq }]) => ({ roomId, afterSeq })));
      for (const [roomId, { waiting }] of questions) {
        const answer = answers.get(roomId);
        for (const { resolve, reject } of waiting) {
          if (answer === undefined) reject(new Error(`No answer about the room ${roomId}.`));
          else resolve(answer);
        }
      }
    } catch (error) {
      for (const { waiting } of questions.values()) for (const { reject } of waiting) reject(error);
    }
  }
}
