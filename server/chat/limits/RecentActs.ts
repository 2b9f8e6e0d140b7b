import type { Clock } from '../../clock.ts';
import type { Draft } from '../../persistence/ports.ts';
import type { Written } from '../messages/act.ts';

interface Act {
  readonly isAbout: string;
  readonly written: Promise<Written>;
  readonly atMs: number;
}

const keptMs = 10 * 60_000;
const keptMost = 20_000;

const keyOf = ({ roomId, userId, clientId }: Pick<Draft, 'roomId' | 'userId' | 'clientId'>): string =>
  `${roomId}/${userId}/${clientId}`;

/**
 * What was written lately, or is being written, by the sender's own id: a second try gets the first answer, whatever
 * limits say by then. The log knows it, too; this only saves asking it.
 */
export class RecentActs {
  readonly #clock: Clock;
  readonly #acts = new Map<string, Act>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The answer of the first try of the same act; `null`: none is known here. A failed try is not known. */
  find(act: Pick<Draft, 'roomId' | 'userId' | 'clientId'>, isAbout: string): Promise<Written> | null {
    const known = this.#acts.get(keyOf(act));
    if (known === undefined || known.isAbout !== isAbout) return null;
    return this.#clock.nowMs() - known.atMs > keptMs ? null : known.written;
  }

  /** Keeps an answer that is on its way. */
  keep(act: Pick<Draft, 'roomId' | 'userId' | 'clientId'>, isAbout: string, written: Promise<Written>): void {
    const key = keyOf(act);
    if (this.#acts.has(key)) return;
    const kept = { isAbout, written, atMs: this.#clock.nowMs() };
    this.#acts.set(key, kept);
    written.catch(() => {
      if (this.#acts.get(key) === kept) this.#acts.delete(key);
    });
    const [oldest] = this.#acts.keys();
    if (this.#acts.size > keptMost && oldest !== undefined) this.#acts.delete(oldest);
  }
}
