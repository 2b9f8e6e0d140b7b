import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Access } from '../access/Access.ts';
import type { Audience, Seat } from '../telling/Audience.ts';
import type { Streams } from '../telling/Streams.ts';
import type { Seating } from './Seating.ts';

export interface ReviewDeps {
  readonly access: Access;
  readonly audience: Audience;
  readonly seating: Seating;
  readonly streams: Streams;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Length of a round, in ms. */
  readonly roundMs: number;
}

/** A round is done in so many parts, so that it never asks the database too much at once. */
const parts = 15;
/** Most connections that are judged in one part. */
const mostPerPart = 20;
/** Most connections in one part whose rooms are compared with their memberships: that reads all their rooms. */
const comparedPerPart = 4;

/**
 * Looks at all rooms and connections again and again: what was written and not heard of is delivered, and a ban that was
 * not heard of, or came to its end, is noticed. So is a removal from a room that nobody could tell of any more.
 */
export class Review {
  readonly #deps: ReviewDeps;
  #waiting: Seat[] = [];
  #uncompared: Seat[] = [];
  #part = 0;
  #cancel: (() => void) | null = null;
  #isClosed = false;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
  }

  start(): void {
    if (this.#isClosed) return;
    this.#cancel = this.#deps.clock.after(this.#deps.roundMs / parts, () => {
      void this.#look().finally(() => this.start());
    });
  }

  /** Looks at nothing any more. Idempotent. */
  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
  }

  async #look(): Promise<void> {
    const { access, audience, logger, seating, streams } = this.#deps;
    try {
      this.#part = (this.#part + 1) % parts;
      if (this.#part === 0) await streams.catchUp();
      if (this.#waiting.length === 0) this.#waiting = audience.all();
      const now = this.#waiting.splice(0, mostPerPart).filter((seat) => audience.has(seat));
      for (const { identity } of now) {
        access.drop({ spaceId: identity.spaceId, userId: identity.userId, roomId: null });
      }
      await seating.recheck(now);
      await this.#compare();
    } catch (error) {
      logger.warn({ error }, 'the chat could not be looked at again');
    }
  }

  /** Whoever removed somebody may have died before they told it. */
  async #compare(): Promise<void> {
    const { audience, seating } = this.#deps;
    if (this.#uncompared.length === 0) this.#uncompared = audience.all();
    for (const seat of this.#uncompared.splice(0, comparedPerPart)) {
      try {
        if (audience.has(seat)) await seating.listen(seat);
      } catch (error) {
        // It went meanwhile, or may not chat any more and is judged.
        if (!(error instanceof RefusedError)) throw error;
      }
    }
  }
}
