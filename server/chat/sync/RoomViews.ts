import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { RoomOf, Store } from '../../persistence/ports.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatPeople } from '../context.ts';

export interface RoomViewsDeps {
  readonly store: Pick<Store, 'chatrooms'>;
  readonly bubbles: BubbleRooms;
  readonly people: ChatPeople;
  /** Who is in the call of a room. */
  readonly callPeople: (roomId: string) => PersonView[];
  readonly isMuted: (userId: string, spaceId: string) => Promise<boolean>;
  /** Writes the read marks of somebody that still wait, so that counts are theirs. */
  readonly settleMarks: (userId: string) => Promise<void>;
}

/** The person at the other end of a direct room; `null` for other rooms. */
function otherOf({ room }: RoomOf, userId: string): string | null {
  if (room.directKey === null) return null;
  return room.directKey.split(':').find((id) => id !== userId) ?? userId;
}

/** Rooms as one of their people sees them. */
export class RoomViews {
  readonly #deps: RoomViewsDeps;

  constructor(deps: RoomViewsDeps) {
    this.#deps = deps;
  }

  /** One room as it is now. Throws `not_found`. Whether somebody may see it has been judged before. */
  async of(roomId: string, userId: string): Promise<ChatroomView> {
    await this.#deps.settleMarks(userId);
    const { bubbles, store } = this.#deps;
    const row = await (bubbles.has(roomId) ? bubbles : store).chatrooms.of(roomId, userId);
    const [view] = row === null ? [] : await this.views([row], userId);
    if (view === undefined) throw new RefusedError('not_found', 'there is no such room');
    return view;
  }

  /** A room as those see it who are no members (`null`: not at all), and who its members are. */
  async offered(roomId: string): Promise<{ room: ChatroomView | null; memberIds: ReadonlySet<string> }> {
    const { chatrooms } = this.#deps.store;
    const [room, members] = await Promise.all([chatrooms.find(roomId), chatrooms.members(roomId)]);
    const memberIds = new Set(members.map(({ userId }) => userId));
    if (room === null || room.kind !== 'room' || room.isPrivate) return { room: null, memberIds };
    return {
      room: this.#view({ room, member: null, unreadCount: 0, mentionCount: 0 }, null, false),
      memberIds,
    };
  }

  /** How many members a room has now; 0 when it is gone. */
  async memberCount(roomId: string): Promise<number> {
    const { bubbles, store } = this.#deps;
    const room = bubbles.room(roomId) ?? (await store.chatrooms.find(roomId));
    return room?.memberCount ?? 0;
  }

  async views(rows: readonly RoomOf[], userId: string): Promise<ChatroomView[]> {
    const others = rows.flatMap((row) => otherOf(row, userId) ?? []);
    const people = new Map((await this.#deps.people.views(others)).map((person) => [person.id, person]));
    const mutedIn = await this.#mutedIn(rows, userId);
    return rows.map((row) => {
      const other = otherOf(row, userId);
      const shown = other === null ? null : (people.get(other) ?? null);
      return this.#view(row, shown, mutedIn.has(row.room.spaceId));
    });
  }

  /** The spaces of these rooms in which somebody has no voice. */
  async #mutedIn(rows: readonly RoomOf[], userId: string): Promise<Set<string>> {
    const spaceIds = [...new Set(rows.map(({ room }) => room.spaceId))];
    const mutes = await Promise.all(spaceIds.map((spaceId) => this.#deps.isMuted(userId, spaceId)));
    return new Set(spaceIds.filter((_, index) => mutes[index]));
  }

  #view(
    { room, member, unreadCount, mentionCount }: RoomOf,
    other: PersonView | null,
    isMuted: boolean,
  ): ChatroomView {
    const { id, spaceId, kind, name, description, isPrivate, isDefault, slowModeS, createdAt } = room;
    const { version, memberCount, lastSeq, lastMessageAt } = room;
    return {
      ...{ id, spaceId, kind, name, description, isPrivate, isDefault, slowModeS, createdAt },
      ...{ version, memberCount, lastSeq, lastMessageAt, unreadCount },
      role: member?.role ?? null,
      readSeq: member?.readSeq ?? 0,
      mentionCount: kind === 'direct' ? unreadCount : mentionCount,
      isMuted,
      other,
      callPeople: this.#deps.callPeople(id),
    };
  }
}
