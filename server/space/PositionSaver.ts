import type { Stance } from '#lib/domain/grid.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { PositionRepository, SavedPosition } from '../persistence/ports.ts';

/** How often saving is tried when the space closes. */
const closeAttempts = 3;

/**
 * Writes changed positions within the snapshot time, several people at once. What could not be written is kept and
 * tried again; a later position of the same person replaces the earlier one. Reading sees what is yet to be written.
 */
export class PositionSaver {
  readonly #spaceId: string;
  readonly #repository: PositionRepository;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #snapshotMs: number;
  #waiting = new Map<string, SavedPosition>();
  #writing: { readonly batch: ReadonlyMap<string, SavedPosition>; readonly done: Promise<void> } | null =
    null;
  #cancelTimer: (() => void) | null = null;
  #isClosed = false;

  constructor(deps: {
    spaceId: string;
    repository: PositionRepository;
    clock: Clock;
    logger: Logger;
    snapshotMs: number;
  }) {
    this.#spaceId = deps.spaceId;
    this.#repository = deps.repository;
    this.#clock = deps.clock;
    this.#logger = deps.logger;
    this.#snapshotMs = deps.snapshotMs;
  }

  markChanged(userId: string, { x, y, facing }: Stance): void {
    const savedAt = new Date(this.#clock.nowMs()).toISOString();
    this.#waiting.set(userId, { userId, x, y, facing, savedAt });
    this.#schedule();
  }

  /** The last position of a person; `null` when there is none or it cannot be read now. */
  async find(userId: string): Promise<SavedPosition | null> {
    const unwritten = this.#waiting.get(userId) ?? this.#writing?.batch.get(userId);
    if (unwritten !== undefined) return unwritten;
    try {
      return await this.#repository.find(this.#spaceId, userId);
    } catch (error) {
      this.#logger.warn({ error }, 'a saved position could not be read');
      return null;
    }
  }

  /** Writes what is left; an error line says so when even that fails. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer?.();
    await this.#idle();
    for (let attempt = 0; attempt < closeAttempts && this.#waiting.size > 0; attempt += 1) {
      await this.#write();
      await this.#idle();
    }
    if (this.#waiting.size === 0) return;
    this.#logger.error(
      { spaceId: this.#spaceId, count: this.#waiting.size },
      'last positions could not be saved',
    );
  }

  #schedule(): void {
    if (this.#isClosed || this.#cancelTimer !== null) return;
    this.#cancelTimer = this.#clock.after(this.#snapshotMs, () => {
      this.#cancelTimer = null;
      void this.#writeNext();
    });
  }

  /** One write at a time, so that an older position never replaces a newer one. */
  async #writeNext(): Promise<void> {
    await this.#idle();
    if (this.#waiting.size > 0) await this.#write();
  }

  /** Several may wait for the same write, and the first of them begins the next one. */
  async #idle(): Promise<void> {
    while (this.#writing !== null) await this.#writing.done;
  }

  #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = new Map();
    const done = this.#save(batch).finally(() => {
      this.#writing = null;
    });
    this.#writing = { batch, done };
    return done;
  }

  async #save(batch: ReadonlyMap<string, SavedPosition>): Promise<void> {
    try {
      await this.#repository.save(this.#spaceId, [...batch.values()]);
    } catch (error) {
      this.#logger.warn({ error }, 'positions could not be saved; trying again');
      this.#waiting = new Map([...batch, ...this.#waiting]);
      this.#schedule();
    }
  }
}
