import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import type { RoomGroups } from '../roomOrder.ts';
import { isMatch } from './matchingPeople.ts';

/** The parts of the side list from top to bottom, as keys of their titles. */
export type ListPart = 'bubble' | 'rooms' | 'directs' | 'joinable';

export interface ListedRooms {
  readonly parts: Readonly<Record<ListPart, readonly ChatroomView[]>>;
  readonly count: number;
  /** The one entry at which the Tab key stops: the open room, else the first. */
  readonly stopId: string | null;
}

interface ListQuestion {
  readonly groups: RoomGroups;
  readonly wanted: string;
  readonly openRoomId: string | null;
  nameOf(room: ChatroomView): string;
}

/** What the side list shows. Public rooms that I am no member of appear only when somebody looks for a name. */
export function listedRooms({ groups, wanted, openRoomId, nameOf }: ListQuestion): ListedRooms {
  const isWanted = wanted.trim() !== '';
  const matching = (rooms: readonly ChatroomView[]) => rooms.filter((room) => isMatch(nameOf(room), wanted));
  const parts = {
    bubble: matching(groups.bubble === null ? [] : [groups.bubble]),
    rooms: matching(groups.rooms),
    directs: matching(groups.directs),
    joinable: isWanted ? matching(groups.joinable) : [],
  };
  const all = [...parts.bubble, ...parts.rooms, ...parts.directs, ...parts.joinable];
  const stop = all.find(({ id }) => id === openRoomId) ?? all[0];
  return { parts, count: all.length, stopId: stop?.id ?? null };
}
