import type { Clock } from '../../clock.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { ChatroomRepository } from '../../persistence/ports.ts';
import { pairOf } from '../keys.ts';

export interface Mark {
  readonly roomId: string;
  readonly userId: string;
  readonly seq: number;
  /** Whether the other members hear of it; of a message of one's own nobody needs to. */
  readonly isForOthers: boolean;
}

export interface ReadMarksDeps {
  readonly chatrooms: Pick<ChatroomRepository, 'findMany' | 'markRead'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly markMs: number;
  /** Tells of marks that were written; `memberCount` is the room's. */
  readonly written: (mark: Mark, memberCount: number) => void;
}

/** Up to where people have read, written together: at most one writing every half second. */
export class ReadMarks {
  readonly #deps: ReadMarksDeps;
  #waiting = new Map<string, Mark>();
  #cancel: (() => void) | null = null;
  #isClosed = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(deps: ReadMarksDeps) {
    this.#deps = deps;
  }

  put(mark: Mark): void {
    if (this.#isClosed) return;
    const key = pairOf(mark.roomId, mark.userId);
    const former = this.#waiting.get(key);
    const seq = Math.max(mark.seq, former?.seq ?? 0);
    const isForOthers = mark.isForOthers || former?.isForOthers === true;
    this.#waiting.set(key, { ...mark, seq, isForOthers });
    this.#cancel ??= this.#deps.clock.after(this.#deps.markMs, () => void this.flush());
  }

  /** Resolves when the marks of somebody are written, or could not be. */
  async settle(userId: string): Promise<void> {
    const waits = [...this.#waiting.values()].some((mark) => mark.userId === userId);
    await (waits ? this.flush() : this.#writing);
  }

  /** Writes what waits. Never rejects: marks that could not be written wait for the next time. */
  flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    const marks = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#writing = this.#writing.then(() => this.#write(marks));
    return this.#writing;
  }

  /** Writes what waits, and nothing any more. */
  async close(): Promise<void> {
    await this.flush();
    this.#isClosed = true;
    this.#cancel?.();
  }

  async #write(marks: readonly Mark[]): Promise<void> {
    if (marks.length === 0) return;
    const { chatrooms, written, logger } = this.#deps;
    try {
      const rooms = await chatrooms.findMany([...new Set(marks.map(({ roomId }) => roomId))]);
      const byId = new Map(rooms.map((room) => [room.id, room]));
      const possible = marks.flatMap((mark) => {
        const room = byId.get(mark.roomId);
        return room === undefined ? [] : [{ ...mark, seq: Math.min(mark.seq, room.lastSeq), room }];
      });
      await chatrooms.markRead(possible.map(({ roomId, userId, seq }) => ({ roomId, userId, seq })));
      for (const { room, ...mark } of possible) written(mark, room.memberCount);
    } catch (error) {
      logger.warn({ error, marks: marks.length }, 'read marks could not be written');
      for (const mark of marks) this.put(mark);
    }
  }
}
