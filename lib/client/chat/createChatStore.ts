import '../rest/strictCsp.ts';
import { v7 as uuidv7 } from 'uuid';
import type { LogEntry } from '#lib/domain/chat/log.ts';
import { cleanedWords } from '#lib/domain/chat/words.ts';
import type { ChatroomView, Notice } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { createListeners } from '../session/listeners.ts';
import { createChatBoard } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import type { ChatStore } from './ChatStore.ts';
import { createDrafts } from './drafts.ts';
import { emptyChatState } from './emptyChatState.ts';
import { browserTexts, type KeptTexts } from './keptTexts.ts';
import { createOutbox } from './outbox.ts';
import { alwaysVisible, browserPageView, type PageView } from './pageView.ts';
import { createReadMarks } from './readMarks.ts';
import { createRoomDesk } from './roomDesk.ts';
import { createSyncing, type SyncReply } from './syncing.ts';
import { createTimelineDesk } from './timelineDesk.ts';
import { createTyping } from './typing.ts';
import { browserUploads, cleanFileName, type StartUpload } from './upload.ts';

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
  const rooms = createRoomDesk(board, desk);
  const outbox = createOutbox({
    board,
    signaling,
    desk,
    texts,
    spaceId,
    startUpload: options.startUpload ?? browserUploads,
    onStored: rooms.countOwn,
    now,
    random,
  });
  const drafts = createDrafts(board, texts, spaceId);
  const typing = createTyping(board, signaling, now);
  const marks = createReadMarks({ board, signaling, pageView, onRead: rooms.read });
  const syncing = createSyncing({
    signaling,
    held: heldRooms,
    isNeeded: desk.needsReplay,
    onAsked: rooms.asked,
    onReply: (reply) => board.together(() => takeSync(reply)),
    random,
  });

  const isLive = () => board.get().connection.kind === 'live';

  /** Only my rooms are told live; of others a page is read when they are opened. */
  function heldRooms(): { roomId: string; afterSeq: number }[] {
    return desk.held().filter(({ roomId }) => {
      const room = rooms.get(roomId);
      return room === undefined || room.role !== null;
    });
  }

  function takeSync({ rooms: list, missed }: SyncReply): void {
    rooms.takeList(list);
    const known = board.get().rooms ?? new Map<string, ChatroomView>();
    for (const roomId of board.get().timelines.keys()) {
      if (!known.has(roomId) && roomId !== board.get().openRoomId) desk.forget(roomId);
    }
    const wasOffline = !isLive();
    board.set({ connection: { kind: 'live' } });
    for (const one of missed) {
      takeStored(one.entries);
      desk.missed(one);
      outbox.shown(one.roomId);
    }
    if (wasOffline) goLive(known);
  }

  function goLive(known: ReadonlyMap<string, ChatroomView>): void {
    drafts.keepOnly(new Set(known.keys()));
    outbox.dropRooms((roomId) => !known.has(roomId));
    const { openRoomId } = board.get();
    if (openRoomId !== null) rooms.noteWhereReadingBegan(openRoomId);
    // Of a room that I am no member of nothing is told: it is read again.
    if (openRoomId !== null && known.get(openRoomId)?.role === null) desk.retry(openRoomId);
    desk.connected();
    outbox.connected();
    marks.connected();
  }

  function takeStored(entries: readonly LogEntry[]): void {
    outbox.stored(entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : [])));
  }

  function takeEvents(roomId: string, entries: readonly LogEntry[], people: readonly PersonView[]): void {
    board.addPeople(people);
    typing.afterEntries(roomId, entries);
    takeStored(entries);
    desk.take(roomId, entries);
    rooms.takeEntries(roomId, entries);
    outbox.shown(roomId);
  }

  const takeRoom = (room: ChatroomView) => board.together(() => rooms.take(room));

  function forgetRoom(roomId: string): void {
    board.together(() => {
      rooms.forget(roomId);
      desk.forget(roomId);
      drafts.set(roomId, '');
      typing.forget(roomId);
      outbox.dropRooms((id) => id === roomId);
    });
  }

  function open(roomId: string | null): void {
    const { openRoomId } = board.get();
    if (roomId === openRoomId) return;
    board.together(() => {
      board.set({ openRoomId: roomId });
      if (roomId === null) return;
      const room = rooms.get(roomId);
      if (room !== undefined && room.role === null) desk.forget(roomId);
      desk.open(roomId, room !== undefined && room.unreadCount > 0 ? room.readSeq : null);
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
    signaling.on('room-changed', ({ room }) => takeRoom(room)),
    signaling.on('room-gone', ({ roomId }) => forgetRoom(roomId)),
    signaling.on('read-state', rooms.takeReadState),
    signaling.on('user-joined', rooms.takeMemberCount),
    signaling.on('user-left', rooms.takeMemberCount),
    signaling.on('notice', (notice) => {
      board.addPeople([notice.from]);
      board.set({ notices: [notice, ...board.get().notices].slice(0, noticesMost) });
      noticeListeners.tell(notice);
    }),
    signaling.onLost(() => board.together(lost)),
    signaling.onEnd(together(ended)),
    pageView.onChange(() => {
      const { openRoomId } = board.get();
      if (openRoomId !== null && pageView.isVisible()) rooms.noteWhereReadingBegan(openRoomId);
      marks.look();
    }),
    pageView.onHide(drafts.flush),
    board.store.subscribe(marks.look),
    signaling.onConnected(together(connected)),
  ];

  return {
    getState: board.store.getState,
    subscribe: board.store.subscribe,
    open,
    loadOlder: desk.loadOlder,
    loadNewer: desk.loadNewer,
    jumpTo: desk.jump,
    jumpToEnd: (roomId) => desk.jump(roomId, 'end'),
    retryLoading: desk.retry,
    send(roomId, written) {
      outbox.add(roomId, written);
      afterSending(roomId);
    },
    sendFile(roomId, { blob, name, voiceMs = null }, written = { content: '' }) {
      outbox.add(roomId, written, { blob, name: cleanFileName(name), voiceMs });
      afterSending(roomId);
    },
    retry: outbox.retry,
    discard: outbox.discard,
    edit: (message, content, mentions = []) =>
      act(message.roomId, (at) =>
        signaling.request('edit-message', {
          ...at,
          messageId: message.id,
          message: cleanedWords(content),
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
    takeRoom,
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
