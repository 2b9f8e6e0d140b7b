import { replayMost } from '#lib/domain/chat/limits.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { ChatLogRepository, ChatroomRepository, StoredEntry } from '../../persistence/ports.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { RecentRooms } from '../sync/RecentRooms.ts';
import type { Audience, Seat } from './Audience.ts';
import { RoomStream } from './RoomStream.ts';

export interface StreamsDeps {
  readonly audience: Audience;
  readonly bubbles: BubbleRooms;
  readonly recent: RecentRooms;
  readonly chatLog: Pick<ChatLogRepository, 'entriesAfter' | 'lastSeq'>;
  readonly chatrooms: Pick<ChatroomRepository, 'findMany'>;
  readonly deliver: (roomId: string, entries: StoredEntry[]) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly holeMs: number;
}

/** The rooms that somebody of this process listens to, each with its own order of delivery. */
export class Streams {
  readonly #deps: StreamsDeps;
  readonly #streams = new Map<string, RoomStream>();

  constructor(deps: StreamsDeps) {
    this.#deps = deps;
  }

  get count(): number {
    return this.#streams.size;
  }

  /** The seat gets the entries of a room from now on. `lastSeq`: the room's latest number, if it was read before. */
  listen(seat: Seat, roomId: string, lastSeq: number | null, since = 0): void {
    this.#deps.audience.subscribe(seat, roomId, since);
    if (!this.#deps.audience.hasListeners(roomId) || this.#streams.has(roomId)) return;
    const height = this.#deps.recent.height(roomId);
    const start = lastSeq === null ? height : Math.max(lastSeq, height ?? 0);
    this.#streams.set(roomId, this.#begin(roomId, start));
  }

  /** From this moment on the seat gets nothing of the room. */
  mute(seat: Seat, roomId: string): void {
    this.#deps.audience.unsubscribe(seat, roomId);
    this.#endUnheard(roomId);
  }

  /** The seat is given up. */
  release(seat: Seat): void {
    const rooms = [...seat.rooms.keys()];
    this.#deps.audience.remove(seat);
    for (const roomId of rooms) this.#endUnheard(roomId);
  }

  hear(roomId: string, entries: readonly StoredEntry[]): void {
    this.#streams.get(roomId)?.hear(entries);
  }

  /** Compares all rooms with their logs and delivers what was not heard of. */
  async catchUp(): Promise<void> {
    const roomIds = [...this.#streams.keys()].filter((roomId) => !this.#deps.bubbles.has(roomId));
    for (let from = 0; from < roomIds.length; from += 500) {
      const rooms = await this.#deps.chatrooms.findMany(roomIds.slice(from, from + 500));
      for (const { id, lastSeq } of rooms) {
        this.#deps.recent.reach(id, lastSeq);
        this.#streams.get(id)?.reach(lastSeq);
      }
    }
  }

  /** Resolves when what is known is delivered. */
  async settled(): Promise<void> {
    await Promise.all([...this.#streams.values()].map((stream) => stream.settled()));
  }

  close(): void {
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
  }

  #begin(roomId: string, lastSeq: number | null): RoomStream {
    const { bubbles, chatLog, deliver, clock, logger, holeMs } = this.#deps;
    const log = bubbles.has(roomId) ? bubbles.chatLog : chatLog;
    return new RoomStream({
      roomId,
      lastSeq,
      readLastSeq: () => log.lastSeq(roomId),
      read: (afterSeq) => log.entriesAfter(roomId, afterSeq, replayMost),
      deliver: (entries) => deliver(roomId, entries),
      clock,
      logger,
      holeMs,
    });
  }

  #endUnheard(roomId: string): void {
    if (this.#deps.audience.hasListeners(roomId)) return;
    this.#streams.get(roomId)?.close();
    this.#streams.delete(roomId);
  }
}
