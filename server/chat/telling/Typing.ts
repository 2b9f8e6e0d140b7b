import { type Bucket, type BucketRules, fullBucket, takeToken } from '#lib/domain/tokenBucket.ts';
import type { Clock } from '../../clock.ts';
import type { Seat } from './Audience.ts';

export interface TypingDeps {
  readonly clock: Clock;
  readonly rate: BucketRules;
  readonly typingMs: number;
  readonly tell: (roomId: string, userId: string, isTyping: boolean) => void;
}

/** Who is typing over which connection. Nothing of it is stored. */
export class Typing {
  readonly #deps: TypingDeps;
  /** Until when, in ms, by room. */
  readonly #untilMs = new WeakMap<Seat, Map<string, number>>();
  readonly #buckets = new WeakMap<Seat, Bucket>();

  constructor(deps: TypingDeps) {
    this.#deps = deps;
  }

  /** More often than anybody types is heard, but not told. */
  begin(seat: Seat, roomId: string): void {
    const { clock, rate, typingMs, tell } = this.#deps;
    const nowMs = clock.nowMs();
    const taken = takeToken(this.#buckets.get(seat) ?? fullBucket(rate, nowMs), rate, nowMs);
    this.#buckets.set(seat, taken.bucket);
    if (!taken.ok) return;
    const rooms = this.#untilMs.get(seat) ?? new Map<string, number>();
    rooms.set(roomId, nowMs + typingMs);
    this.#untilMs.set(seat, rooms);
    tell(roomId, seat.identity.userId, true);
  }

  end(seat: Seat, roomId: string): void {
    const untilMs = this.#untilMs.get(seat)?.get(roomId);
    this.#untilMs.get(seat)?.delete(roomId);
    if (untilMs === undefined || untilMs <= this.#deps.clock.nowMs()) return;
    this.#deps.tell(roomId, seat.identity.userId, false);
  }

  /** The connection is gone. */
  endAll(seat: Seat): void {
    for (const roomId of [...(this.#untilMs.get(seat)?.keys() ?? [])]) this.end(seat, roomId);
  }
}
