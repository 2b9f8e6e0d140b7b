import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import type { ServerPayload } from '#lib/protocol/catalogue.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { type ChatBoard, withEntry } from './board.ts';
import { afterEntries, afterRead, afterView } from './roomBook.ts';
import type { TimelineDesk } from './timelineDesk.ts';

/** The list of rooms with their counts, as the server tells it and as entries change it. */
export interface RoomDesk {
  get(roomId: string): ChatroomView | undefined;
  /** The whole list is on its way: what is told from now on may be newer. */
  asked(): void;
  takeList(rooms: readonly ChatroomView[]): void;
  take(room: ChatroomView): void;
  forget(roomId: string): void;
  takeEntries(roomId: string, entries: readonly LogEntry[]): void;
  /** A message of mine whose acknowledgement came before its entry. */
  countOwn(message: Message): void;
  takeReadState(state: ServerPayload<'/chat', 'read-state'>): void;
  /** Somebody came into a room or went. */
  takeMemberCount(change: ServerPayload<'/chat', 'user-joined'>): void;
  /** I have read up to here. */
  read(roomId: string, seq: number): void;
  /** Puts the mark "new" after what I have read, when something is unread. */
  noteWhereReadingBegan(roomId: string): void;
}

export function createRoomDesk(board: ChatBoard, desk: Pick<TimelineDesk, 'seen' | 'setNewAfter'>): RoomDesk {
  /** Rooms told of while the list was on its way; null: gone. */
  const toldSince = new Map<string, ChatroomView | null>();
  const get = (roomId: string) => board.get().rooms?.get(roomId);

  function change(roomId: string, next: (room: ChatroomView) => ChatroomView): void {
    const { rooms } = board.get();
    const room = rooms?.get(roomId);
    if (rooms === null || room === undefined) return;
    const changed = next(room);
    if (changed !== room) board.set({ rooms: withEntry(rooms, roomId, changed) });
  }

  function read(roomId: string, seq: number): void {
    const { selfId, timelines } = board.get();
    const timeline = timelines.get(roomId);
    const messages = timeline?.isAtEnd === true ? timeline.messages : null;
    change(roomId, (room) => afterRead(room, seq, messages, selfId));
  }

  return {
    get,
    asked: () => toldSince.clear(),
    takeList(list) {
      const next = new Map(list.map((room) => [room.id, afterView(get(room.id), room)] as const));
      for (const [roomId, room] of toldSince) {
        if (room === null) next.delete(roomId);
        else next.set(roomId, room);
      }
      board.set({ rooms: next });
      board.addPeople([...next.values()].flatMap(peopleOf));
    },
    take(view) {
      const room = afterView(get(view.id), view);
      toldSince.set(view.id, room);
      board.addPeople(peopleOf(room));
      board.set({ rooms: withEntry(board.get().rooms ?? new Map(), view.id, room) });
      if (room.role !== null) desk.seen(view.id, view.lastSeq);
    },
    forget(roomId) {
      const { rooms, openRoomId, readBy } = board.get();
      toldSince.set(roomId, null);
      if (openRoomId === roomId) board.set({ openRoomId: null });
      if (rooms !== null) board.set({ rooms: withEntry(rooms, roomId, null) });
      board.set({ readBy: withEntry(readBy, roomId, null) });
    },
    takeEntries(roomId, entries) {
      const { selfId } = board.get();
      change(roomId, (room) => afterEntries(room, entries, selfId));
    },
    countOwn(message) {
      const { roomId, seq, at, userId } = message;
      const entry: LogEntry = { kind: 'message', seq, at, message };
      change(roomId, (room) => (seq === room.lastSeq + 1 ? afterEntries(room, [entry], userId) : room));
    },
    takeMemberCount({ roomId, memberCount }) {
      change(roomId, (room) => (room.memberCount === memberCount ? room : { ...room, memberCount }));
    },
    takeReadState({ roomId, userId, seq }) {
      const { readBy, selfId } = board.get();
      const inRoom = readBy.get(roomId) ?? new Map<string, number>();
      if (userId === selfId) read(roomId, seq);
      else if ((inRoom.get(userId) ?? 0) < seq) {
        board.set({ readBy: withEntry(readBy, roomId, new Map([...inRoom, [userId, seq]])) });
      }
    },
    read,
    noteWhereReadingBegan(roomId) {
      const room = get(roomId);
      if (room !== undefined && room.unreadCount > 0) desk.setNewAfter(roomId, room.readSeq);
    },
  };
}

function peopleOf({ other, callPeople }: ChatroomView): PersonView[] {
  return other === null ? callPeople : [other, ...callPeople];
}
