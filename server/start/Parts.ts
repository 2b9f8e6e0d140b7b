import type { Logger } from '../observability/Logger.ts';

/** A part that was started, with how to end it. */
interface Part {
  name: string;
  close: () => void | Promise<void>;
}

/** Parts in the order of their start. They are ended in reverse: who uses another ends first. */
export class Parts {
  readonly #logger: Logger;
  readonly #parts: Part[] = [];
  #closing: Promise<void> | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  add(name: string, close: Part['close']): void {
    this.#parts.push({ name, close });
  }

  /** Ends every part, also when one of them fails to. Rejects with the first failure once all were asked. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.#parts.toReversed()) {
      try {
        await part.close();
      } catch (error) {
        this.#logger.error({ error, part: part.name }, 'a part could not be closed');
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
