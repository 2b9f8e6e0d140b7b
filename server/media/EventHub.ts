import type { Logger } from '#server/observability/Logger.ts';
import type { MediaEvent } from './MediaPort.ts';

/** The listeners of a media port. One that throws is logged and does not keep the others from hearing. */
export class EventHub {
  readonly #listeners = new Set<(event: MediaEvent) => void>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  subscribe(listener: (event: MediaEvent) => void): () => void {
    const own = (event: MediaEvent): void => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  readonly emit = (event: MediaEvent): void => {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (err) {
        this.#log.error({ err, event: event.type }, 'a listener of media events failed');
      }
    }
  };

  clear(): void {
    this.#listeners.clear();
  }
}
