import type { Clock } from '../../clock.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { StoredEntry } from '../../persistence/ports.ts';

export interface RoomStreamDeps {
  readonly roomId: string;
  /** Number of the latest entry as of the beginning: entries above it are delivered. `null`: it is to be read. */
  readonly lastSeq: number | null;
  readonly readLastSeq: () => Promise<number>;
  /** Entries above a number, in order and without a gap; empty when there is none. */
  readonly read: (afterSeq: number) => Promise<StoredEntry[]>;
  /** Sends entries out. The next ones wait for it. */
  readonly deliver: (entries: StoredEntry[]) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly holeMs: number;
}

/** Entries that wait for a forerunner at most; beyond them they are read from the log when their turn comes. */
const waitingMost = 1_000;
/** How long it waits after a reading or a delivery that failed, in ms. */
const retryMs = 1_000;
/** Deliveries of the same entries that may fail, until they are given up and the next ones are delivered. */
const failuresMost = 30;

/** Delivers the entries of one room in the order of their numbers, whatever the order in which they are heard. */
export class RoomStream {
  readonly #deps: RoomStreamDeps;
  readonly #waiting = new Map<number, StoredEntry>();
  #isBegun: boolean;
  #delivered: number;
  /** The highest number that is known to be written. */
  #known: number;
  #pump: Promise<void> | null = null;
  #cancelWait: (() => void) | null = null;
  #isClosed = false;
  /** After a delivery that failed nothing is delivered for a while. */
  #isPaused = false;
  #failures = 0;

  constructor(deps: RoomStreamDeps) {
    this.#deps = deps;
    this.#isBegun = deps.lastSeq !== null;
    this.#delivered = deps.lastSeq ?? 0;
    this.#known = this.#delivered;
  }

  /** Committed entries, maybe early, late or again. */
  hear(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      this.#known = Math.max(this.#known, entry.seq);
      if (entry.seq > this.#delivered && this.#waiting.size < waitingMost)
        this.#waiting.set(entry.seq, entry);
    }
    this.#start();
  }

  /** The log goes up to here, as was just read: what was not heard is read. */
  reach(lastSeq: number): void {
    this.#known = Math.max(this.#known, lastSeq);
    this.#start();
  }

  /** Resolves when all that is known is delivered, or nothing can be done at the moment. */
  async settled(): Promise<void> {
    while (this.#pump !== null) await this.#pump;
  }

  /** Delivers nothing any more. Idempotent. */
  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    this.#cancelWait?.();
  }

  #start(): void {
    if (this.#isClosed || this.#isPaused || this.#pump !== null) return;
    if (this.#known <= this.#delivered) return;
    this.#pump = this.#run().finally(() => {
      this.#pump = null;
      if (this.#waiting.has(this.#delivered + 1)) this.#start();
    });
  }

  async #run(): Promise<void> {
    if (!this.#isBegun && !(await this.#begin())) return;
    while (!this.#isClosed && !this.#isPaused) {
      const entries = this.#takeReady();
      if (entries.length === 0) {
        this.#awaitHole();
        return;
      }
      await this.#deliver(entries);
    }
  }

  /** What was heard meanwhile came after the beginning, and is delivered. */
  async #begin(): Promise<boolean> {
    try {
      const lastSeq = await this.#deps.readLastSeq();
      this.#delivered = Math.min(lastSeq, ...[...this.#waiting.keys()].map((seq) => seq - 1));
      this.#isBegun = true;
      return true;
    } catch (error) {
      this.#deps.logger.warn({ error, roomId: this.#deps.roomId }, 'the end of a room could not be read');
      this.#awaitHole(retryMs);
      return false;
    }
  }

  #takeReady(): StoredEntry[] {
    const ready: StoredEntry[] = [];
    for (let seq = this.#delivered + 1; ; seq += 1) {
      const entry = this.#waiting.get(seq);
      if (entry === undefined) return ready;
      this.#waiting.delete(seq);
      ready.push(entry);
    }
  }

  async #deliver(entries: StoredEntry[]): Promise<void> {
    const last = entries.at(-1);
    if (last === undefined) return;
    this.#delivered = last.seq;
    this.#cancelWait?.();
    this.#cancelWait = null;
    try {
      await this.#deps.deliver(entries);
      this.#failures = 0;
    } catch (error) {
      this.#deps.logger.error({ error, roomId: this.#deps.roomId }, 'entries could not be delivered');
      this.#deliverAgain(entries);
    }
  }

  /** Nobody may ever hear of them otherwise: clients see a hole only when something follows. */
  #deliverAgain(entries: readonly StoredEntry[]): void {
    this.#failures += 1;
    if (this.#isClosed || this.#failures >= failuresMost) {
      this.#failures = 0;
      return;
    }
    for (const entry of entries) {
      this.#waiting.set(entry.seq, entry);
      this.#delivered = Math.min(this.#delivered, entry.seq - 1);
    }
    this.#isPaused = true;
    this.#cancelWait = this.#deps.clock.after(retryMs, () => {
      this.#cancelWait = null;
      this.#isPaused = false;
      this.#start();
    });
  }

  /** Others are known, and their forerunner is not here: it may be on its way. */
  #awaitHole(delayMs = this.#deps.holeMs): void {
    if (this.#known <= this.#delivered || this.#cancelWait !== null) return;
    this.#cancelWait = this.#deps.clock.after(delayMs, () => {
      this.#cancelWait = null;
      if (this.#pump !== null || this.#isClosed || this.#waiting.has(this.#delivered + 1)) return;
      this.#pump = (this.#isBegun ? this.#fill() : this.#run()).finally(() => {
        this.#pump = null;
        this.#start();
      });
    });
  }

  async #fill(): Promise<void> {
    try {
      const entries = await this.#deps.read(this.#delivered);
      for (const entry of entries) if (entry.seq > this.#delivered) this.#waiting.set(entry.seq, entry);
      if (!this.#waiting.has(this.#delivered + 1)) this.#giveUpHole();
    } catch (error) {
      this.#deps.logger.warn({ error, roomId: this.#deps.roomId }, 'a hole could not be filled');
      this.#awaitHole(retryMs);
    }
  }

  /** The log itself has no such entry: what follows is delivered, so that nobody waits for ever. */
  #giveUpHole(): void {
    const next = Math.min(...this.#waiting.keys(), this.#known + 1);
    this.#deps.logger.error(
      { roomId: this.#deps.roomId, after: this.#delivered, next },
      'the log has a hole, or the room is gone',
    );
    this.#delivered = next - 1;
  }
}
