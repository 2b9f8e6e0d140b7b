import type { ChatCaller, ChatIdentity, ChatLink } from '../ports.ts';

/** One open connection, and what it hears. */
export interface Seat {
  readonly identity: ChatIdentity;
  readonly link: ChatLink;
  /** Rooms whose entries it gets, and after which number. */
  readonly rooms: Map<string, number>;
  /** Rooms that this connection left while its person stays a member. */
  readonly left: Set<string>;
  /** Counts what was heard of this person's rights, so that a reading that was overtaken is made again. */
  changes: number;
  /** While its person's rights are being read anew, nothing is delivered to it. */
  review: Promise<void> | null;
}

/** Who is connected, and to which rooms they listen. It decides nothing. */
export class Audience {
  readonly #byLink = new Map<string, Seat>();
  readonly #byUser = new Map<string, Set<Seat>>();
  readonly #bySpace = new Map<string, Set<Seat>>();
  readonly #byRoom = new Map<string, Set<Seat>>();

  get count(): number {
    return this.#byLink.size;
  }

  seat(linkId: string | null): Seat | null {
    return linkId === null ? null : (this.#byLink.get(linkId) ?? null);
  }

  /** Whether the seat is still taken. */
  has(seat: Seat): boolean {
    return this.#byLink.get(seat.link.id) === seat;
  }

  add({ identity, link }: ChatCaller): Seat {
    const seat: Seat = { identity, link, rooms: new Map(), left: new Set(), changes: 0, review: null };
    this.#byLink.set(link.id, seat);
    put(this.#byUser, identity.userId, seat);
    put(this.#bySpace, identity.spaceId, seat);
    return seat;
  }

  remove(seat: Seat): void {
    for (const roomId of [...seat.rooms.keys()]) this.unsubscribe(seat, roomId);
    if (this.has(seat)) this.#byLink.delete(seat.link.id);
    take(this.#byUser, seat.identity.userId, seat);
    take(this.#bySpace, seat.identity.spaceId, seat);
  }

  /** From now on the seat gets entries of the room with numbers above `since`. */
  subscribe(seat: Seat, roomId: string, since = 0): void {
    if (!this.has(seat)) return;
    seat.rooms.set(roomId, since);
    put(this.#byRoom, roomId, seat);
  }

  unsubscribe(seat: Seat, roomId: string): void {
    seat.rooms.delete(roomId);
    take(this.#byRoom, roomId, seat);
  }

  inRoom(roomId: string): Seat[] {
    return [...(this.#byRoom.get(roomId) ?? [])];
  }

  hasListeners(roomId: string): boolean {
    return this.#byRoom.has(roomId);
  }

  inSpace(spaceId: string): Seat[] {
    return [...(this.#bySpace.get(spaceId) ?? [])];
  }

  /** The seats of a person, in one space or in all. */
  ofUser(userId: string, spaceId: string | null = null): Seat[] {
    const seats = [...(this.#byUser.get(userId) ?? [])];
    return spaceId === null ? seats : seats.filter(({ identity }) => identity.spaceId === spaceId);
  }

  all(): Seat[] {
    return [...this.#byLink.values()];
  }

  /** Rooms that somebody listens to. */
  rooms(): string[] {
    return [...this.#byRoom.keys()];
  }
}

function put(index: Map<string, Set<Seat>>, key: string, seat: Seat): void {
  const seats = index.get(key);
  if (seats === undefined) index.set(key, new Set([seat]));
  else seats.add(seat);
}

function take(index: Map<string, Set<Seat>>, key: string, seat: Seat): void {
  const seats = index.get(key);
  if (seats === undefined) return;
  seats.delete(seat);
  if (seats.size === 0) index.delete(key);
}
