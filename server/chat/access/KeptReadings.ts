import type { Clock } from '../../clock.ts';

interface Reading<Value> {
  readonly value: Promise<Value>;
  readonly atMs: number;
  isVoid: boolean;
}

export interface KeptReadingsOptions<Value> {
  readonly read: (key: string) => Promise<Value>;
  readonly clock: Clock;
  /** How long a reading is believed, in ms. */
  readonly keptMs: number;
  /** Most keys that are kept; the oldest readings go first. */
  readonly most: number;
}

/**
 * What was read of the store, by key, until it is dropped or has grown old. Whoever asks while a key is being read waits
 * for the same reading; one that is dropped on its way is made again, so that nobody gets what was read before.
 */
export class KeptReadings<Value> {
  readonly #options: KeptReadingsOptions<Value>;
  readonly #readings = new Map<string, Reading<Value>>();

  constructor(options: KeptReadingsOptions<Value>) {
    this.#options = options;
  }

  /** Rejects as the reading does; a failed one is not kept. */
  async get(key: string): Promise<Value> {
    for (;;) {
      const reading = this.#current(key) ?? this.#begin(key);
      const value = await reading.value;
      if (!reading.isVoid) return value;
    }
  }

  /** Keeps what was read elsewhere. */
  put(key: string, value: Value): void {
    this.#keep(key, { value: Promise.resolve(value), atMs: this.#options.clock.nowMs(), isVoid: false });
  }

  drop(key: string): void {
    const reading = this.#readings.get(key);
    if (reading === undefined) return;
    reading.isVoid = true;
    this.#readings.delete(key);
  }

  dropWhere(matches: (key: string) => boolean): void {
    for (const key of [...this.#readings.keys()]) if (matches(key)) this.drop(key);
  }

  #current(key: string): Reading<Value> | null {
    const reading = this.#readings.get(key);
    if (reading === undefined) return null;
    if (this.#options.clock.nowMs() - reading.atMs >= this.#options.keptMs) return null;
    return reading;
  }

  #begin(key: string): Reading<Value> {
    const value = this.#options.read(key);
    const reading = { value, atMs: this.#options.clock.nowMs(), isVoid: false };
    this.#keep(key, reading);
    value.catch(() => {
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    });
    return reading;
  }

  #keep(key: string, reading: Reading<Value>): void {
    this.#readings.delete(key);
    this.#readings.set(key, reading);
    const [oldest] = this.#readings.keys();
    if (this.#readings.size > this.#options.most && oldest !== undefined) this.#readings.delete(oldest);
  }
}
