import { cachedEntries } from '#lib/domain/chat/limits.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { StoredEntry } from '../../persistence/ports.ts';
import type { RecentEntries } from '../ports.ts';

/** The end of a room's log, without a gap. */
export interface RoomEnd {
  readonly entries: readonly StoredEntry[];
  readonly lastSeq: number;
}

/** Rooms whose latest number is remembered. */
const heightsMost = 50_000;

/**
 * The cache of the latest entries, believed no further than it can be: one that ends before what this process knows to
 * be written counts as missing, and a cache that fails is none.
 */
export class RecentRooms {
  readonly #recent: RecentEntries;
  readonly #logger: Logger;
  readonly #heights = new Map<string, number>();
  /** Readings under way: who asks meanwhile waits for the same one. */
  readonly #reading = new Map<string, Promise<RoomEnd | null>>();

  constructor(deps: { recent: RecentEntries; logger: Logger }) {
    this.#recent = deps.recent;
    this.#logger = deps.logger;
  }

  /** Rooms of which something is known. */
  get count(): number {
    return this.#heights.size;
  }

  /** The room's log is known to go up to here. */
  reach(roomId: string, lastSeq: number): void {
    const height = Math.max(lastSeq, this.#heights.get(roomId) ?? 0);
    this.#heights.delete(roomId);
    this.#heights.set(roomId, height);
    const [oldest] = this.#heights.keys();
    if (this.#heights.size > heightsMost && oldest !== undefined) this.#heights.delete(oldest);
  }

  /** The highest number that is known here; `null`: nothing is. */
  height(roomId: string): number | null {
    return this.#heights.get(roomId) ?? null;
  }

  /** The room's latest entries; `null`: the log is to be asked. */
  async read(roomId: string): Promise<RoomEnd | null> {
    const reading = this.#reading.get(roomId) ?? this.#begin(roomId);
    const end = await reading;
    if (end === null || end.lastSeq < (this.#heights.get(roomId) ?? 0)) return null;
    return end;
  }

  #begin(roomId: string): Promise<RoomEnd | null> {
    const reading = this.#attempt<RoomEnd | null>(roomId, () => this.#recent.read(roomId), null);
    this.#reading.set(roomId, reading);
    return reading.finally(() => this.#reading.delete(roomId));
  }

  /** Entries just written, in order. Where the cache does not take them it forgets the room. */
  async append(roomId: string, entries: StoredEntry[]): Promise<void> {
    this.reach(roomId, entries.at(-1)?.seq ?? 0);
    const isTaken = await this.#attempt(
      roomId,
      () => this.#recent.append(roomId, entries).then(() => true),
      false,
    );
    if (!isTaken) await this.forget(roomId);
  }

  /** The end of a room as it was just read from the log; of a longer stretch the last part is kept. */
  async fill(roomId: string, entries: readonly StoredEntry[], lastSeq: number): Promise<void> {
    this.reach(roomId, lastSeq);
    const kept = entries.slice(-cachedEntries);
    await this.#attempt(roomId, () => this.#recent.fill(roomId, kept, lastSeq), undefined);
  }

  async forget(roomId: string): Promise<void> {
    await this.#attempt(roomId, () => this.#recent.forget(roomId), undefined);
  }

  /** The room is gone. */
  async drop(roomId: string): Promise<void> {
    this.#heights.delete(roomId);
    await this.forget(roomId);
  }

  async #attempt<Result>(roomId: string, act: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      this.#logger.warn({ error, roomId }, 'the cache of a room could not be used');
      return otherwise;
    }
  }
}
