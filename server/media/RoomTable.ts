import { RefusedError } from '#lib/protocol/errors.ts';

/** A room as the table sees it. */
export interface TableRoom {
  close(): void;
}

interface Entry<R> {
  readonly opening: Promise<R>;
  room: R | null;
}

/**
 * The rooms of a port by their ids. Rooms are opened on first use, each once however many ask at the same time; a room
 * closed while it opens is ended as soon as it is there.
 */
export class RoomTable<R extends TableRoom> {
  readonly #open: (roomId: string) => Promise<R>;
  readonly #entries = new Map<string, Entry<R>>();
  #isClosed = false;

  constructor(open: (roomId: string) => Promise<R>) {
    this.#open = open;
  }

  /** Rooms that are open now. */
  all(): R[] {
    return [...this.#entries.values()].flatMap(({ room }) => (room === null ? [] : [room]));
  }

  /** @throws RefusedError `not_found` when the room is closed meanwhile, and what opening it throws */
  async getOrOpen(roomId: string): Promise<R> {
    if (this.#isClosed) throw new RefusedError('media_unavailable', 'the media port is closed');
    const entry = this.#entries.get(roomId) ?? this.#add(roomId);
    const room = await entry.opening;
    if (this.#entries.get(roomId) !== entry)
      throw new RefusedError('not_found', 'the room was closed meanwhile');
    return room;
  }

  /** The room if it is open. */
  find(roomId: string): R | null {
    return this.#entries.get(roomId)?.room ?? null;
  }

  /** @throws RefusedError `not_found` */
  get(roomId: string): R {
    const room = this.find(roomId);
    if (room === null) throw new RefusedError('not_found', 'no such room');
    return room;
  }

  close(roomId: string): void {
    const entry = this.#entries.get(roomId);
    this.#entries.delete(roomId);
    entry?.room?.close();
  }

  /** Ends the rooms that match; returns their ids. */
  drop(isLost: (room: R) => boolean): string[] {
    const lost = [...this.#entries]
      .filter(([, { room }]) => room !== null && isLost(room))
      .map(([roomId]) => roomId);
    for (const roomId of lost) this.close(roomId);
    return lost;
  }

  closeAll(): void {
    this.#isClosed = true;
    for (const roomId of [...this.#entries.keys()]) this.close(roomId);
  }

  #add(roomId: string): Entry<R> {
    const entry: Entry<R> = { opening: this.#opening(roomId, () => entry), room: null };
    this.#entries.set(roomId, entry);
    return entry;
  }

  async #opening(roomId: string, own: () => Entry<R>): Promise<R> {
    try {
      const room = await this.#open(roomId);
      if (this.#entries.get(roomId) === own()) own().room = room;
      else room.close();
      return room;
    } catch (error) {
      if (this.#entries.get(roomId) === own()) this.#entries.delete(roomId);
      throw error;
    }
  }
}
