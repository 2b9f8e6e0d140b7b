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

  async views(rows: readonly RoomOf[], userId: string): Promise<ChatroomView[]> {
    const others = rows.flatMap((row) => otherOf(row, userId) ?? []);
    const people = new Map((await this.#deps.people.views(others)).map((person) => [person.id, person]));
    return rows.map((row) => {
      const other = otherOf(row, userId);
      return this.#view(row, other === null ? null : (people.get(other) ?? null));
    });
  }

  #view({ room, member, unreadCount, mentionCount }: RoomOf, other: PersonView | null): ChatroomView {
    const { id, spaceId, kind, name, description, isPrivate, isDefault, slowModeS, createdAt } = room;
    const { version, memberCount, lastSeq, lastMessageAt } = room;
    return {
      ...{ id, spaceId, kind, name, description, isPrivate, isDefault, slowModeS, createdAt },
      ...{ version, memberCount, lastSeq, lastMessageAt, unreadCount },
      role: member?.role ?? null,
      readSeq: member?.readSeq ?? 0,
      mentionCount: kind === 'direct' ? unreadCount : mentionCount,
      other,
      callPeople: this.#deps.callPeople(id),
    };
  }
}
