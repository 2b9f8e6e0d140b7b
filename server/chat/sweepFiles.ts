import { unsentFileMs } from '#lib/domain/chat/limits.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Store } from '../persistence/ports.ts';
import type { StoragePort } from '../storage/StoragePort.ts';

export interface FileSweepDeps {
  readonly store: Pick<Store, 'chatFiles'>;
  readonly storage: Pick<StoragePort, 'remove'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long after the start the first sweep comes, and how long after each the next, in ms. */
const firstMs = 60_000;
const everyMs = 60 * 60_000;

/**
 * Takes away files that were never sent, and those whose message or room is gone, rows first and then their bytes. Bytes
 * that could not be removed are tried again with the next sweep.
 */
class FileSweep {
  readonly #deps: FileSweepDeps;
  readonly #left = new Set<string>();
  #cancel: () => void = () => undefined;
  #sweeping: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(deps: FileSweepDeps) {
    this.#deps = deps;
    this.#wait(firstMs);
  }

  /** Ends after the sweep that is under way. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#sweeping;
  }

  #wait(delayMs: number): void {
    if (this.#isClosed) return;
    this.#cancel = this.#deps.clock.after(delayMs, () => {
      this.#sweeping = this.#sweep().then(() => this.#wait(everyMs));
    });
  }

  async #sweep(): Promise<void> {
    const { store, clock, logger } = this.#deps;
    try {
      const unsentBefore = new Date(clock.nowMs() - unsentFileMs).toISOString();
      const { orphanedKeys } = await store.chatFiles.sweep(unsentBefore);
      for (const key of orphanedKeys) this.#left.add(key);
      for (const key of this.#left) await this.#remove(key);
    } catch (error) {
      logger.warn({ error }, 'files that nobody uses could not be swept away');
    }
  }

  async #remove(key: string): Promise<void> {
    const { store, storage, logger } = this.#deps;
    try {
      // Asked right before: the same bytes may have been uploaded again since their last file went.
      const [unused] = await store.chatFiles.unusedAmong([key]);
      if (unused !== undefined) await storage.remove(key);
      this.#left.delete(key);
    } catch (error) {
      logger.warn({ error, key }, 'the bytes of a file could not be removed');
    }
  }
}

/** Begins to sweep; `close` ends it. */
export function startFileSweep(deps: FileSweepDeps): { close(): Promise<void> } {
  return new FileSweep(deps);
}
