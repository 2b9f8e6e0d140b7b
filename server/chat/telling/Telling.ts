import type { Access } from '../access/Access.ts';
import type { ChatPeople, ChatTelling } from '../context.ts';
import type { OwnNews } from './Newsroom.ts';
import type { Mark } from './ReadMarks.ts';

/** What operations tell; each goes to the connections here, and to those of other processes. */
export class Telling implements ChatTelling {
  readonly #publish: (news: OwnNews) => Promise<void>;
  readonly #access: Access;

  constructor(deps: { publish: (news: OwnNews) => Promise<void>; access: Access }) {
    this.#publish = deps.publish;
    this.#access = deps.access;
  }

  async stale(what: { spaceId?: string; roomId?: string; userId?: string }): Promise<void> {
    const { spaceId = null, roomId = null, userId = null } = what;
    await this.#publish({ kind: 'stale', spaceId, roomId, userId });
  }

  async roomChanged(roomId: string): Promise<void> {
    const spaceId = await this.#spaceOf(roomId);
    if (spaceId !== null) await this.#publish({ kind: 'room-changed', roomId, spaceId });
  }

  async roomOffered(roomId: string): Promise<void> {
    const spaceId = await this.#spaceOf(roomId);
    if (spaceId !== null) await this.#publish({ kind: 'room-offered', roomId, spaceId });
  }

  async roomGone(roomId: string, spaceId: string): Promise<void> {
    await this.#publish({ kind: 'room-gone', roomId, spaceId });
  }

  async memberAdded(roomId: string, userId: string): Promise<void> {
    const spaceId = await this.#spaceOf(roomId);
    if (spaceId !== null) await this.#publish({ kind: 'member-added', roomId, spaceId, userId });
  }

  async memberRemoved(roomId: string, userId: string): Promise<void> {
    const spaceId = await this.#spaceOf(roomId);
    if (spaceId !== null) await this.#publish({ kind: 'member-removed', roomId, spaceId, userId });
  }

  /** Somebody began to type, or stopped. Rejects when their name cannot be read: who misses it misses little. */
  async typing(roomId: string, userId: string, isTyping: boolean, people: ChatPeople): Promise<void> {
    const [person] = await people.views([userId]);
    if (person !== undefined) await this.#publish({ kind: 'typing', roomId, person, isTyping });
  }

  /** Somebody has read up to here. The other members hear of it where the room is small. */
  async read({ roomId, userId, seq, isForOthers }: Mark, isSmall: boolean): Promise<void> {
    await this.#publish({ kind: 'read', roomId, userId, seq, isForOthers: isForOthers && isSmall });
  }

  #spaceOf(roomId: string): Promise<string | null> {
    return this.#access.spaceOf(roomId);
  }
}
