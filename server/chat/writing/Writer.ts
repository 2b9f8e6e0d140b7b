import { RefusedError } from '#lib/protocol/errors.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Appended, ChatLogRepository, Draft, StoredEntry } from '../../persistence/ports.ts';
import { StorageError } from '../../persistence/StorageError.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatWriter } from '../context.ts';
import { GroupCommit } from './GroupCommit.ts';

export interface WriterDeps {
  readonly chatLog: Pick<ChatLogRepository, 'append'>;
  readonly bubbles: BubbleRooms;
  /** Puts committed entries of one room where they are read from and tells everybody. Must not reject. */
  readonly tell: (roomId: string, entries: StoredEntry[]) => Promise<void>;
  readonly logger: Logger;
  readonly batchMost: number;
  readonly waitingMost: number;
}

type Written = Extract<Appended, { ok: true }>;

/** Writes into the logs of rooms. Nothing is acknowledged before it is committed. */
export class Writer implements ChatWriter {
  readonly #deps: WriterDeps;
  readonly #commits: GroupCommit<Draft, Appended>;
  #isClosed = false;

  constructor(deps: WriterDeps) {
    this.#deps = deps;
    this.#commits = new GroupCommit({
      append: (drafts) => this.#commit(drafts),
      committed: (results) => this.#tellAll(results),
      concernsAll: (error) => error instanceof StorageError,
      most: deps.batchMost,
    });
  }

  async write(draft: Draft): Promise<Written> {
    const appended = await this.#append(draft);
    if (appended.ok) return appended;
    throw new RefusedError(appended.code, appended.message);
  }

  /** Takes nothing more and writes what it took. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#commits.drain();
  }

  async #append(draft: Draft): Promise<Appended> {
    const { bubbles, waitingMost } = this.#deps;
    if (this.#isClosed) throw new RefusedError('unavailable', 'the server is stopping');
    if (bubbles.has(draft.roomId)) return this.#appendToBubble(draft);
    if (this.#commits.waitingCount >= waitingMost) {
      throw new RefusedError('unavailable', 'more is being written than the database takes');
    }
    try {
      return await this.#commits.push(draft);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      throw new RefusedError('unavailable', 'the database did not take it');
    }
  }

  async #commit(drafts: Draft[]): Promise<Appended[]> {
    try {
      return await this.#deps.chatLog.append(drafts);
    } catch (error) {
      this.#deps.logger.warn({ error, drafts: drafts.length }, 'the database did not take messages');
      throw error;
    }
  }

  async #appendToBubble(draft: Draft): Promise<Appended> {
    const appended = await this.#deps.bubbles.append(draft);
    await this.#tellAll([appended]);
    return appended;
  }

  /**
   * What was written before by the same client id is told again: whoever wrote it may have died before they told it, and
   * who has it already drops it.
   */
  async #tellAll(results: readonly Appended[]): Promise<void> {
    const byRoom = new Map<string, StoredEntry[]>();
    for (const result of results) {
      if (!result.ok || result.entry === null) continue;
      const { entry } = result;
      const entries = byRoom.get(entry.roomId);
      if (entries === undefined) byRoom.set(entry.roomId, [entry]);
      else entries.push(entry);
    }
    await Promise.all([...byRoom].map(([roomId, entries]) => this.#deps.tell(roomId, inOrder(entries))));
  }
}

/** By number, each once: a repeated draft names an entry that is there already. */
function inOrder(entries: readonly StoredEntry[]): StoredEntry[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
