import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../../clock.ts';
import type { ChatLogRepository } from '../../persistence/ports.ts';
import type { RoomStanding } from '../context.ts';
import { pairOf } from '../keys.ts';

/** How many of the latest messages are looked through for one that is being sent again. */
const searchedMost = 100;
const keptMost = 20_000;

export interface SlowModeDeps {
  readonly chatLog: Pick<ChatLogRepository, 'lastMessageAt' | 'messagesBefore'>;
  readonly clock: Clock;
}

/** The pause between two messages of one person in a room; whoever looks after the room needs none. */
export class SlowMode {
  readonly #deps: SlowModeDeps;
  /** When somebody was last let write in a room, in ms: two at the same moment are two. */
  readonly #lastMs = new Map<string, number>();

  constructor(deps: SlowModeDeps) {
    this.#deps = deps;
  }

  /**
   * Throws `slow_mode`; otherwise the message counts from now on. The one with this client id does not stand against
   * itself: it is being sent again.
   */
  async require({ room, subject }: RoomStanding, userId: string, clientId: string): Promise<void> {
    if (room.slowModeS === 0 || isAllowedInRoom(subject, 'delete:any-message')) return;
    const key = pairOf(room.id, userId);
    const stored = await this.#deps.chatLog.lastMessageAt(room.id, userId);
    const storedMs = stored === null ? Number.NEGATIVE_INFINITY : Date.parse(stored);
    const lastMs = Math.max(storedMs, this.#lastMs.get(key) ?? Number.NEGATIVE_INFINITY);
    const nowMs = this.#deps.clock.nowMs();
    const waitMs = lastMs + room.slowModeS * 1_000 - nowMs;
    if (waitMs <= 0) {
      this.#keep(key, nowMs);
      return;
    }
    if (await this.#isThere(room.id, userId, clientId)) return;
    throw new RefusedError('slow_mode', 'this room is in slow mode', undefined, Math.ceil(waitMs));
  }

  /** It was not written after all. */
  failed(roomId: string, userId: string): void {
    this.#lastMs.delete(pairOf(roomId, userId));
  }

  #keep(key: string, atMs: number): void {
    this.#lastMs.delete(key);
    this.#lastMs.set(key, atMs);
    const [oldest] = this.#lastMs.keys();
    if (this.#lastMs.size > keptMost && oldest !== undefined) this.#lastMs.delete(oldest);
  }

  async #isThere(roomId: string, userId: string, clientId: string): Promise<boolean> {
    const latest = await this.#deps.chatLog.messagesBefore(roomId, null, searchedMost);
    return latest.some((message) => message.userId === userId && message.clientId === clientId);
  }
}
