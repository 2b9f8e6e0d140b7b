import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** The rooms of a space as lists show them. Those that I am no member of are public ones that I may join. */
export interface RoomGroups {
  /** Mine that people made, the space's own first, the others by name. */
  readonly rooms: readonly ChatroomView[];
  /** Direct rooms, the latest talk first. */
  readonly directs: readonly ChatroomView[];
  /** That of the bubble I stand in. */
  readonly bubble: ChatroomView | null;
  /** Public rooms that I could join, by name. */
  readonly joinable: readonly ChatroomView[];
}

export const noRooms: RoomGroups = { rooms: [], directs: [], bubble: null, joinable: [] };

/** Sorts rooms into their groups; names in the order of a language. */
export function groupRooms(all: Iterable<ChatroomView>, locale: string): RoomGroups {
  const list = [...all];
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const byName = (a: ChatroomView, b: ChatroomView) =>
    Number(b.isDefault) - Number(a.isDefault) || names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const ofPeople = list.filter(({ kind }) => kind === 'room').sort(byName);
  return {
    rooms: ofPeople.filter(({ role }) => role !== null),
    joinable: ofPeople.filter(({ role }) => role === null),
    directs: list.filter(({ kind }) => kind === 'direct').sort(byLatest),
    bubble: list.find(({ kind }) => kind === 'bubble') ?? null,
  };
}

function byLatest(a: ChatroomView, b: ChatroomView): number {
  const left = a.lastMessageAt ?? a.createdAt;
  const right = b.lastMessageAt ?? b.createdAt;
  if (left === right) return a.id < b.id ? -1 : 1;
  return left < right ? 1 : -1;
}
