import type { Role } from '#lib/domain/access/roles.ts';
import type { SessionEnd } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { RoomOf } from '../../persistence/ports.ts';
import type { Access } from '../access/Access.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatCaller } from '../ports.ts';
import type { Audience, Seat } from '../telling/Audience.ts';
import type { Streams } from '../telling/Streams.ts';
import type { Typing } from '../telling/Typing.ts';

export interface SeatingDeps {
  readonly access: Access;
  /** The rooms of a space that somebody can see; makes them a member of its default room. */
  readonly joinRooms: (who: { userId: string; spaceId: string; role: Role }) => Promise<RoomOf[]>;
  readonly bubbles: BubbleRooms;
  readonly audience: Audience;
  readonly streams: Streams;
  readonly typing: Typing;
  readonly logger: Logger;
}

/** A reading that is overtaken by changes again and again is given up. */
const readingsMost = 10;

/** Who may sit down, and what they hear from then on. */
export class Seating {
  readonly #deps: SeatingDeps;

  constructor(deps: SeatingDeps) {
    this.#deps = deps;
  }

  /** Seats a connection, and everything that happens from then on reaches it. Throws as `ChatService.open` says. */
  async open(caller: ChatCaller): Promise<void> {
    const seat = this.#deps.audience.add(caller);
    try {
      await this.listen(seat);
    } catch (error) {
      this.#deps.streams.release(seat);
      throw error;
    }
  }

  /** What a seat hears is put right with the store: all rooms that its person is a member of, and their bubble's. */
  async listen(seat: Seat): Promise<void> {
    const { bubbles, streams } = this.#deps;
    const { userId, spaceId } = seat.identity;
    const rooms = await this.#readRooms(seat);
    const members = rooms.filter(({ member }) => member !== null);
    const inBubbles = bubbles.of(spaceId, userId);
    const wanted = new Set([...members.map(({ room }) => room.id), ...inBubbles]);
    for (const roomId of [...seat.rooms.keys()]) if (!wanted.has(roomId)) streams.mute(seat, roomId);
    for (const { room } of members) {
      if (!seat.left.has(room.id)) streams.listen(seat, room.id, room.lastSeq);
    }
    for (const roomId of inBubbles) {
      const since = bubbles.since(roomId, userId) ?? 0;
      if (!seat.left.has(roomId)) streams.listen(seat, roomId, since, since);
    }
  }

  /** The seat is empty from now on. Idempotent. */
  release(seat: Seat): void {
    this.#deps.typing.endAll(seat);
    this.#deps.streams.release(seat);
  }

  /** Ends a chat with a word to its client. */
  end(seat: Seat, end: SessionEnd): void {
    this.release(seat);
    seat.link.end(end);
  }

  /**
   * Judges seats anew; who may not chat any more is ended. Nothing is delivered to them until it is known. Returns how
   * many were ended.
   */
  async review(seats: readonly Seat[]): Promise<number> {
    const judged = await Promise.all(
      seats.map((seat) => {
        seat.changes += 1;
        const verdict = this.#judge(seat);
        const review = verdict.then(() => {
          if (seat.review === review) seat.review = null;
        });
        seat.review = review;
        return verdict;
      }),
    );
    return judged.filter((hasEnded) => hasEnded).length;
  }

  /** Judges seats of which nothing was told, and lets them hear meanwhile. */
  async recheck(seats: readonly Seat[]): Promise<void> {
    await Promise.all(seats.map((seat) => this.#judge(seat)));
  }

  /** Whether it was ended. Where the store does not answer, the client comes back later; it gets nothing meanwhile. */
  async #judge(seat: Seat): Promise<boolean> {
    const { access, audience, logger } = this.#deps;
    const { userId, spaceId } = seat.identity;
    try {
      const verdict = await access.judgeInSpace(userId, spaceId);
      if (verdict.ok || !audience.has(seat)) return false;
      this.end(seat, verdict.isBanned ? await this.#banned(seat) : { reason: 'space_closed' });
    } catch (error) {
      logger.warn({ error, spaceId }, 'it could not be read who may chat');
      this.end(seat, { reason: 'server_shutdown' });
    }
    return true;
  }

  async #banned({ identity }: Seat): Promise<SessionEnd> {
    const ban = await this.#deps.access.spaces.banOf(identity.userId, identity.spaceId);
    if (ban === null) return { reason: 'banned' };
    const words = { reason: 'banned', detail: ban.reason } as const;
    return ban.expiresAt === null ? words : { ...words, until: ban.expiresAt };
  }

  /** The rooms as they are, read again when something changed meanwhile that concerns the person. */
  async #readRooms(seat: Seat): Promise<RoomOf[]> {
    const { access, audience, joinRooms } = this.#deps;
    const { userId, spaceId } = seat.identity;
    for (let reading = 0; reading < readingsMost; reading += 1) {
      const before = seat.changes;
      const role = await access.requireInSpace(userId, spaceId, 'use:chat');
      const rooms = await joinRooms({ userId, spaceId, role });
      await seat.review;
      if (!audience.has(seat)) throw new RefusedError('unavailable', 'the connection is gone');
      if (isUnchanged(seat, before)) return rooms;
    }
    throw new RefusedError('unavailable', 'what is read changes all the time');
  }
}

/** Asked after a wait. */
const isUnchanged = (seat: Seat, changes: number): boolean => seat.changes === changes;
