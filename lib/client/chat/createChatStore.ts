import '../rest/strictCsp.ts';
import { v7 as uuidv7 } from 'uuid';
import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import type { ChatroomView, Notice } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { createListeners } from '../session/listeners.ts';
import { createChatBoard, withEntry } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import type { ChatStore } from './ChatStore.ts';
import { createDrafts } from './drafts.ts';
import { emptyChatState } from './emptyChatState.ts';
import { browserTexts, type KeptTexts } from './keptTexts.ts';
import { createOutbox } from './outbox.ts';
import { alwaysVisible, browserPageView, type PageView } from './pageView.ts';
import { createReadMarks } from './readMarks.ts';
import { afterEntries, afterRead, afterView } from './roomBook.ts';
import { createSyncing, type SyncReply } from './syncing.ts';
import { createTimelineDesk } from './timelineDesk.ts';
import { createTyping } from './typing.ts';
import { browserUploads, type StartUpload } from './upload.ts';

export interface ChatStoreOptions {
  readonly spaceId: string;
  /** Closed with the store. */
  readonly signaling: ChatSignaling;
  /** Where unsent messages and drafts are kept; default this browser's storage. */
  readonly texts?: KeptTexts;
  readonly pageView?: PageView;
  readonly startUpload?: StartUpload;
  readonly now?: () => number;
  readonly random?: () => number;
}

/** Notices that are held. */
const noticesMost = 50;

/** Makes the chat of one space over a way to it. It connects by itself; `close` ends that. */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { spaceId, signaling } = options;
  const {
    texts = browserTexts(),
    pageView = 'window' in globalThis ? browserPageView(window) : alwaysVisible,
    now = Date.now,
    random = Math.random,
  } = options;
  const board = createChatBoard(emptyChatState(spaceId));
  const noticeListeners = createListeners<Notice>();
  const desk = createTimelineDesk({
    board,
    signaling,
    onHole: () => syncing.soon(),
    onMessages: (_roomId, messages) => outbox.stored(messages),
  });
  const outbox = createOutbox({
    board,
    signaling,
    desk,
    texts,
    spaceId,
    startUpload: options.startUpload ?? browserUploads,
    onStored: countOwn,
    now,
    random,
  });
  const drafts = createDrafts(board, texts, spaceId);
  const typing = createTyping(board, signaling, now);
  const marks = createReadMarks({ board, signaling, pageView, onRead: showRead });
  /** Rooms that the server told of while a sync was on its way: its answer may be older. */
  const toldSince = new Map<string, ChatroomView | null>();
  const syncing = createSyncing({
    signaling,
    held: heldRooms,
    isNeeded: desk.needsReplay,
    onAsked: () => toldSince.clear(),
    onReply: (reply) => board.together(() => takeSync(reply)),
    random,
  });

  const roomOf = (roomId: string) => board.get().rooms?.get(roomId);
  const isLive = () => board.get().connection.kind === 'live';

  /** Only my rooms are told live; of others a page is read when they are opened. */
  function heldRooms(): { roomId: string; afterSeq: number }[] {
    return desk.held().filter(({ roomId }) => {
      const room = roomOf(roomId);
      return room === undefined || room.role !== null;
    });
  }

  function changeRoom(roomId: string, next: (room: ChatroomView) => ChatroomView): void {
    const { rooms } = board.get();
    const room = rooms?.get(roomId);
    if (rooms === null || room === undefined) return;
    const changed = next(room);
    if (changed !== room) board.set({ rooms: withEntry(rooms, roomId, changed) });
  }

  function takeSync({ rooms, missed }: SyncReply): void {
    const before = board.get().rooms;
    const told = rooms.map((room) => [room.id, afterView(before?.get(room.id), room)] as const);
    const next = new Map(told);
    for (const [roomId, room] of toldSince) {
      if (room === null) next.delete(roomId);
      else next.set(roomId, room);
    }
    board.set({ rooms: next });
    for (const room of next.values()) board.addPeople(peopleOf(room));
    const answered = new Set(missed.map(({ roomId }) => roomId));
    for (const roomId of board.get().timelines.keys()) {
      if (!next.has(roomId) && !answered.has(roomId) && roomId !== board.get().openRoomId)
        desk.forget(roomId);
    }
    const wasOffline = !isLive();
    board.set({ connection: { kind: 'live' } });
    for (const one of missed) {
      takeStored(one.entries);
      desk.missed(one);
      outbox.shown(one.roomId);
    }
    if (wasOffline) goLive(next);
    else marks.look();
  }

  function goLive(rooms: ReadonlyMap<string, ChatroomView>): void {
    drafts.keepOnly(new Set(rooms.keys()));
    outbox.dropRooms((roomId) => !rooms.has(roomId));
    const { openRoomId } = board.get();
    if (openRoomId !== null) noteWhereReadingBegan(openRoomId);
    desk.connected();
    outbox.connected();
    marks.connected();
    marks.look();
  }

  function takeStored(entries: readonly LogEntry[]): void {
    const messages = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
    const { selfId } = board.get();
    outbox.stored(messages.filter(({ userId }) => userId === selfId));
  }

  function takeEvents(roomId: string, entries: readonly LogEntry[], people: readonly PersonView[]): void {
    const { selfId } = board.get();
    board.addPeople(people);
    typing.afterEntries(roomId, entries);
    takeStored(entries);
    desk.take(roomId, entries);
    changeRoom(roomId, (room) => afterEntries(room, entries, selfId));
    outbox.shown(roomId);
    marks.look();
  }

  /** A message of mine whose acknowledgement came before its entry. */
  function countOwn(message: Message): void {
    const { roomId, seq, at } = message;
    const entry: LogEntry = { kind: 'message', seq, at, message };
    changeRoom(roomId, (room) =>
      seq === room.lastSeq + 1 ? afterEntries(room, [entry], message.userId) : room,
    );
  }

  function takeRoom(view: ChatroomView): void {
    const { rooms } = board.get();
    const room = afterView(rooms?.get(view.id), view);
    toldSince.set(view.id, room);
    board.addPeople(peopleOf(room));
    board.set({ rooms: withEntry(rooms ?? new Map(), view.id, room) });
    if (room.role !== null) desk.seen(view.id, view.lastSeq);
    marks.look();
  }

  function forgetRoom(roomId: string): void {
    const { rooms, openRoomId, readBy } = board.get();
    toldSince.set(roomId, null);
    board.together(() => {
      if (openRoomId === roomId) board.set({ openRoomId: null });
      if (rooms !== null) board.set({ rooms: withEntry(rooms, roomId, null) });
      board.set({ readBy: withEntry(readBy, roomId, null) });
      desk.forget(roomId);
      drafts.set(roomId, '');
      typing.forget(roomId);
      outbox.dropRooms((id) => id === roomId);
    });
  }

  function takeReadState(roomId: string, userId: string, seq: number): void {
    const { readBy, selfId } = board.get();
    if (userId === selfId) {
      showRead(roomId, seq);
      return;
    }
    const inRoom = readBy.get(roomId) ?? new Map<string, number>();
    if ((inRoom.get(userId) ?? 0) >= seq) return;
    board.set({ readBy: withEntry(readBy, roomId, new Map([...inRoom, [userId, seq]])) });
  }

  function showRead(roomId: string, seq: number): void {
    const { selfId, timelines } = board.get();
    const timeline = timelines.get(roomId);
    const messages = timeline?.isAtEnd === true ? timeline.messages : null;
    changeRoom(roomId, (room) => afterRead(room, seq, messages, selfId));
  }

  function noteWhereReadingBegan(roomId: string): void {
    const room = roomOf(roomId);
    if (room !== undefined && room.unreadCount > 0) desk.setNewAfter(roomId, room.readSeq);
  }

  function open(roomId: string | null): void {
    const { openRoomId } = board.get();
    if (roomId === openRoomId) return;
    board.together(() => {
      board.set({ openRoomId: roomId });
      if (roomId === null) return;
      const room = roomOf(roomId);
      if (room !== undefined && room.role === null) desk.forget(roomId);
      desk.open(roomId, room !== undefined && room.unreadCount > 0 ? room.readSeq : null);
      marks.look();
    });
  }

  function connected(userId: string): void {
    const { selfId } = board.get();
    if (selfId !== null && selfId !== userId) beSomebodyElse();
    if (selfId !== userId) {
      board.set({ selfId: userId });
      drafts.load(userId);
      outbox.load(userId);
    }
    syncing.connected();
  }

  /** What is kept stays with whom it belongs to; nothing of it stays on this page. */
  function beSomebodyElse(): void {
    drafts.flush();
    desk.clear();
    marks.clear();
    outbox.leave();
    board.set({ ...emptyChatState(spaceId), openRoomId: null });
  }

  function lost(): void {
    syncing.lost();
    typing.clear();
    const { connection } = board.get();
    if (connection.kind !== 'offline') board.set({ connection: { kind: 'offline', sinceMs: now() } });
    outbox.lost();
  }

  function ended(reason: string): void {
    lost();
    board.set({ connection: { kind: 'ended', reason } });
    if (reason !== 'signed_out') return;
    drafts.forget();
    outbox.forget();
  }

  /** Asks and remembers the number of what was written: its entry shows it, or a replay when that does not come. */
  async function act(
    roomId: string,
    ask: (act: { roomId: string; clientId: string }) => Promise<{ seq: number }>,
  ): Promise<void> {
    const { seq } = await ask({ roomId, clientId: uuidv7() });
    desk.seen(roomId, seq);
  }

  const together = <Payload>(handle: (payload: Payload) => void) => {
    return (payload: Payload) => board.together(() => handle(payload));
  };

  const subscriptions = [
    signaling.on(
      'room-events',
      together(({ roomId, entries, people }) => takeEvents(roomId, entries, people)),
    ),
    signaling.on(
      'room-changed',
      together(({ room }) => takeRoom(room)),
    ),
    signaling.on('room-gone', ({ roomId }) => forgetRoom(roomId)),
    signaling.on('read-state', ({ roomId, userId, seq }) => takeReadState(roomId, userId, seq)),
    signaling.on('notice', (notice) => {
      board.addPeople([notice.from]);
      board.set({ notices: [notice, ...board.get().notices].slice(0, noticesMost) });
      noticeListeners.tell(notice);
    }),
    signaling.onLost(() => board.together(lost)),
    signaling.onEnd(together(ended)),
    pageView.onChange(() => {
      const { openRoomId } = board.get();
      if (openRoomId !== null && pageView.isVisible()) noteWhereReadingBegan(openRoomId);
      marks.look();
    }),
    pageView.onHide(drafts.flush),
    signaling.onConnected(together(connected)),
  ];

  return {
    getState: board.store.getState,
    subscribe: board.store.subscribe,
    open,
    loadOlder: desk.loadOlder,
    loadNewer: async (roomId) => {
      await desk.loadNewer(roomId);
      marks.look();
    },
    jumpTo: desk.jump,
    jumpToEnd: (roomId) => desk.jump(roomId, 'end'),
    retryLoading: desk.retry,
    send(roomId, written) {
      outbox.add(roomId, written);
      afterSending(roomId);
    },
    sendFile(roomId, { blob, name, voiceMs = null }, written = { content: '' }) {
      outbox.add(roomId, written, { blob, name: name.slice(-120), voiceMs });
      afterSending(roomId);
    },
    retry: outbox.retry,
    discard: outbox.discard,
    edit: (message, content, mentions = []) =>
      act(message.roomId, (at) =>
        signaling.request('edit-message', {
          ...at,
          messageId: message.id,
          message: content.trim(),
          mentions: [...mentions],
        }),
      ),
    remove: ({ roomId, id }) =>
      act(roomId, (at) => signaling.request('delete-message', { ...at, messageId: id })),
    react: ({ roomId, id }, emoji, isOn) =>
      act(roomId, (at) => signaling.request('react', { ...at, messageId: id, emoji, isOn })),
    pin: ({ roomId, id }, isOn) =>
      act(roomId, (at) => signaling.request('pin', { ...at, messageId: id, isOn })),
    setDraft: drafts.set,
    noteTyping: typing.note,
    takeRoom: together(takeRoom),
    forgetRoom,
    onNotice: noticeListeners.add,
    close() {
      drafts.flush();
      for (const unsubscribe of subscriptions) unsubscribe();
      syncing.close();
      typing.close();
      marks.close();
      outbox.close();
      noticeListeners.clear();
      signaling.close();
    },
  };

  /** Whoever writes while looking at the past wants to see what they wrote. */
  function afterSending(roomId: string): void {
    typing.sent(roomId);
    if (board.get().timelines.get(roomId)?.isAtEnd !== false) return;
    desk.jump(roomId, 'end').catch((error: unknown) => {
      console.warn('the latest messages were not loaded', error);
    });
  }
}

function peopleOf({ other, callPeople }: ChatroomView): PersonView[] {
  return other === null ? callPeople : [other, ...callPeople];
}
