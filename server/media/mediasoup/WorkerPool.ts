import { RefusedError } from '#lib/protocol/errors.ts';
import { type LiveWorker, type WorkerSettings, WorkerSlot } from './WorkerSlot.ts';

/** The worker processes of this server, and which of them takes the next room. */
export class WorkerPool {
  readonly #slots: readonly WorkerSlot[];
  readonly #loadOf: (live: LiveWorker) => number;

  /** `loadOf` says how much a worker carries (any unit); `onDied` hears of each worker that died. */
  constructor(
    settings: WorkerSettings,
    loadOf: (live: LiveWorker) => number,
    onDied: (live: LiveWorker) => void,
  ) {
    this.#loadOf = loadOf;
    const isFree = (port: number): boolean => !this.#isSisters(port, settings);
    this.#slots = Array.from(
      { length: settings.workers },
      (_, index) => new WorkerSlot(index, settings, isFree, onDied),
    );
  }

  get liveCount(): number {
    return this.#slots.filter((slot) => slot.live !== null).length;
  }

  /**
   * The worker with the least to do. While none lives but one is starting, waits for that one.
   * @throws RefusedError `media_unavailable`
   */
  async leastLoaded(): Promise<LiveWorker> {
    const live = this.#leastLoadedNow();
    if (live !== null) return live;
    await Promise.race(this.#startsUnderWay());
    const started = this.#leastLoadedNow();
    if (started !== null) return started;
    throw new RefusedError('media_unavailable', 'no media worker is running');
  }

  /** Settles when no start is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#startsUnderWay());
  }

  close(): void {
    for (const slot of this.#slots) slot.close();
  }

  #leastLoadedNow(): LiveWorker | null {
    const live = this.#slots.flatMap((slot) => (slot.live === null ? [] : [slot.live]));
    const byLoad = live
      .map((worker) => ({ worker, load: this.#loadOf(worker) }))
      .sort((a, b) => a.load - b.load);
    return byLoad[0]?.worker ?? null;
  }

  #startsUnderWay(): Promise<void>[] {
    const starts = this.#slots.flatMap((slot) => (slot.starting === null ? [] : [slot.starting]));
    return starts.length === 0 ? [Promise.resolve()] : starts;
  }

  /** Whether a port is another worker's first choice or in another's use: a worker in search of one leaves it alone. */
  #isSisters(port: number, { portMin, workers }: WorkerSettings): boolean {
    const isFirstChoice = port >= portMin && port < portMin + workers;
    return isFirstChoice || this.#slots.some((slot) => slot.live?.port === port);
  }
}
