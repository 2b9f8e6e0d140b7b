import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Access } from '../access/Access.ts';
import type { RoomCallDesk } from '../ports.ts';

interface RoomCall {
  readonly spaceId: string;
  readonly people: PersonView[];
}

type Listener = (roomId: string, userId: string | null) => void;

/** Which calls of rooms there are, and who may no longer be in them. The calls themselves are others' matter. */
export class RoomCalls implements Pick<RoomCallDesk, 'requireCall' | 'onCallRightLost'> {
  readonly #access: Access;
  readonly #calls = new Map<string, RoomCall>();
  /** The rooms' spaces, known since somebody asked to be in their call. */
  readonly #spaces = new Map<string, string>();
  readonly #listeners = new Set<Listener>();

  constructor(access: Access) {
    this.#access = access;
  }

  async requireCall(userId: string, spaceId: string, roomId: string): Promise<void> {
    const { room } = await this.#access.require(userId, roomId, 'start:call');
    if (room.spaceId !== spaceId) throw new RefusedError('not_found', 'there is no such room here');
    this.#spaces.set(roomId, spaceId);
  }

  onCallRightLost(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(roomId: string, people: PersonView[]): void {
    const spaceId = this.#spaces.get(roomId) ?? '';
    if (people.length > 0) this.#calls.set(roomId, { spaceId, people });
    else this.forget(roomId);
  }

  people(roomId: string): PersonView[] {
    return this.#calls.get(roomId)?.people ?? [];
  }

  forget(roomId: string): void {
    this.#calls.delete(roomId);
    this.#spaces.delete(roomId);
  }

  /** Somebody (`null`: everybody) may no longer be in the call of a room. */
  lose(roomId: string, userId: string | null): void {
    for (const listener of this.#listeners) listener(roomId, userId);
  }

  /** Rights changed: of a person, in a space, or in a room. Whoever lost theirs leaves the call. */
  async review(what: {
    spaceId: string | null;
    roomId: string | null;
    userId: string | null;
  }): Promise<void> {
    for (const [roomId, { spaceId, people }] of [...this.#calls]) {
      const isElsewhere = (what.spaceId ?? spaceId) !== spaceId || (what.roomId ?? roomId) !== roomId;
      if (isElsewhere) continue;
      for (const { id } of people) {
        if ((what.userId ?? id) === id) await this.#judge(roomId, id);
      }
    }
  }

  async #judge(roomId: string, userId: string): Promise<void> {
    try {
      await this.#access.require(userId, roomId, 'start:call');
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.lose(roomId, userId);
    }
  }
}
