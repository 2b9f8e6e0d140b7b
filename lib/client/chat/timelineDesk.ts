import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import {
  noteSeen,
  openTimeline,
  type Timeline,
  takeEntries,
  takeMissed,
  takeSent,
} from '#lib/domain/chat/timeline.ts';
import type { MessagePage, Missed } from '#lib/protocol/chat/views.ts';
import type { ChatBoard } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import {
  type HeldRoom,
  messageAt,
  needsReplay,
  newHeldRoom,
  type Place,
  pageOf,
  shownTimeline,
} from './heldRoom.ts';
import { createPageReader } from './pageReader.ts';
import { createQuoteReader } from './quoteReader.ts';

/** The messages of rooms: windows without holes, kept right while entries, replays and pages come in any order. */
export interface TimelineDesk {
  /** Holds a room's messages from now on and reads them if they are not there. */
  open(roomId: string, newAfterSeq: number | null): void;
  setNewAfter(roomId: string, seq: number | null): void;
  retry(roomId: string): void;
  /** @throws RequestError */
  loadOlder(roomId: string): Promise<void>;
  /** @throws RequestError */
  loadNewer(roomId: string): Promise<void>;
  /** @throws RequestError */
  jump(roomId: string, place: Place): Promise<void>;
  /** Entries as they were written, live. */
  take(roomId: string, entries: readonly LogEntry[]): void;
  missed(missed: Missed): void;
  /** A message of mine was acknowledged. */
  sent(message: Message): void;
  /** An entry of this number exists. */
  seen(roomId: string, seq: number): void;
  /** Whether what the server wrote under this number shows, or would, if that place were looked at. */
  contains(roomId: string, seq: number): boolean;
  held(): { roomId: string; afterSeq: number }[];
  needsReplay(): boolean;
  /** Reads what waited for a connection. */
  connected(): void;
  forget(roomId: string): void;
  clear(): void;
}

export interface TimelineDeskOptions {
  readonly board: ChatBoard;
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly onHole: () => void;
  /** Messages came with a page. */
  readonly onMessages: (roomId: string, messages: readonly Message[]) => void;
}

/** Rooms whose messages are held at once; the one that was not looked at for the longest time goes first. */
const heldMost = 20;

/** Replays that fill nothing before the room is read anew. */
const vainReplaysMost = 3;

export function createTimelineDesk(options: TimelineDeskOptions): TimelineDesk {
  const { board, signaling, onHole, onMessages } = options;
  const rooms = new Map<string, HeldRoom>();
  let uses = 0;
  let jumps = 0;

  const isLive = () => board.get().connection.kind === 'live';

  function put(roomId: string, held: HeldRoom | null): void {
    if (held === null) rooms.delete(roomId);
    else rooms.set(roomId, held);
    const timelines = new Map(board.get().timelines);
    if (held === null) timelines.delete(roomId);
    else timelines.set(roomId, shownTimeline(held));
    board.set({ timelines });
  }

  function change(roomId: string, next: (held: HeldRoom) => HeldRoom): void {
    const held = rooms.get(roomId);
    if (held === undefined) return;
    const changed = next(held);
    if (changed === held) return;
    put(roomId, changed);
    if (changed.timeline === held.timeline) return;
    if (needsReplay(changed)) onHole();
    quotes.look(roomId);
  }

  const changeTimeline = (roomId: string, next: (timeline: Timeline) => Timeline): void =>
    change(roomId, (held) => {
      const timeline = next(held.timeline);
      return timeline === held.timeline ? held : { ...held, timeline };
    });

  function onPage(roomId: string, page: MessagePage): void {
    board.addPeople(page.people);
    onMessages(roomId, page.messages);
  }

  const reader = createPageReader({
    signaling,
    roomOf: (roomId) => rooms.get(roomId) ?? null,
    change,
    onPage,
    together: board.together,
  });
  const quotes = createQuoteReader({
    signaling,
    timelineOf: (roomId) => rooms.get(roomId)?.timeline ?? null,
    change: changeTimeline,
    addPeople: board.addPeople,
  });

  function makeRoomFor(roomId: string): void {
    if (rooms.size < heldMost || rooms.has(roomId)) return;
    const others = [...rooms].filter(([id]) => id !== board.get().openRoomId);
    const [oldest] = others.sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (oldest !== undefined) put(oldest[0], null);
  }

  /** Begins a new window; what is shown stays until its page is there, unless nothing of it may be believed. */
  async function begin(roomId: string, place: Place): Promise<void> {
    change(roomId, (held) => ({ ...held, wanted: place, life: held.life + 1 }));
    if (isLive()) await readWanted(roomId);
  }

  async function readWanted(roomId: string): Promise<void> {
    const held = rooms.get(roomId);
    if (held === undefined || held.wanted === null) return;
    const { wanted, life } = held;
    try {
      const page = await reader.read(roomId, wanted);
      board.together(() => settle(roomId, wanted, life, page));
    } catch (error) {
      reader.failed(roomId, life, error);
    }
  }

  function settle(roomId: string, place: Place, life: number, page: MessagePage): void {
    if (rooms.get(roomId)?.life !== life) return;
    jumps += 1;
    onPage(roomId, page);
    change(roomId, (held) => {
      const timeline = openTimeline(held.timeline, pageOf(page));
      const messageId = place === 'end' && held.state === 'loading' ? null : messageAt(timeline, place);
      const jump = messageId === null ? held.jump : { messageId, token: jumps };
      const idle = { isLoadingOlder: false, isLoadingNewer: false };
      return { ...held, ...idle, timeline, jump, state: 'ready', wanted: null, life: held.life + 1 };
    });
  }

  function reload(roomId: string): void {
    const { usedAt, newAfterSeq, life } = rooms.get(roomId) ?? newHeldRoom;
    const isOpen = board.get().openRoomId === roomId;
    put(roomId, isOpen ? { ...newHeldRoom, usedAt, newAfterSeq, life: life + 1 } : null);
    if (isOpen) retry(roomId);
  }

  function retry(roomId: string): void {
    change(roomId, (held) => ({ ...held, state: 'loading' }));
    void begin(roomId, rooms.get(roomId)?.wanted ?? 'end').catch(reader.ignoreFailure);
  }

  return {
    open(roomId, newAfterSeq) {
      makeRoomFor(roomId);
      uses += 1;
      const known = rooms.get(roomId);
      put(roomId, { ...(known ?? newHeldRoom), usedAt: uses, newAfterSeq });
      if (known === undefined || known.state === 'failed') retry(roomId);
    },
    setNewAfter: (roomId, seq) => change(roomId, (held) => ({ ...held, newAfterSeq: seq })),
    retry,
    loadOlder: (roomId) => reader.loadOlder(roomId),
    loadNewer: (roomId) => reader.loadNewer(roomId),
    async jump(roomId, place) {
      const held = rooms.get(roomId);
      if (held === undefined) return;
      const isHere = place === 'end' ? held.timeline.isAtEnd : messageAt(held.timeline, place) !== null;
      const messageId = messageAt(held.timeline, place);
      if (held.state === 'ready' && isHere && !isInstant(place)) {
        jumps += 1;
        return change(roomId, (now) => ({
          ...now,
          jump: messageId === null ? now.jump : { messageId, token: jumps },
        }));
      }
      await begin(roomId, place);
    },
    take: (roomId, entries) => changeTimeline(roomId, (timeline) => takeEntries(timeline, entries)),
    missed({ roomId, kind, entries, people, lastSeq }) {
      const before = rooms.get(roomId);
      if (before === undefined) return;
      board.addPeople(people);
      if (kind === 'reload' || before.vainReplays >= vainReplaysMost) return reload(roomId);
      changeTimeline(roomId, (timeline) => takeMissed(timeline, entries, lastSeq));
      change(roomId, (held) => ({
        ...held,
        vainReplays: needsReplay(held) ? held.vainReplays + 1 : 0,
      }));
    },
    sent: (message) => changeTimeline(message.roomId, (timeline) => takeSent(timeline, message)),
    seen: (roomId, seq) =>
      changeTimeline(roomId, (timeline) => (timeline.isKnown ? noteSeen(timeline, seq) : timeline)),
    contains(roomId, seq) {
      const held = rooms.get(roomId);
      return held === undefined || (held.timeline.isKnown && held.timeline.lastSeq >= seq);
    },
    held: () =>
      [...rooms].flatMap(([roomId, { timeline }]) =>
        timeline.isKnown ? [{ roomId, afterSeq: timeline.lastSeq }] : [],
      ),
    needsReplay: () => [...rooms.values()].some(needsReplay),
    connected() {
      for (const [roomId, { wanted }] of rooms) {
        if (wanted !== null) void readWanted(roomId).catch(reader.ignoreFailure);
      }
    },
    forget: (roomId) => put(roomId, null),
    clear() {
      rooms.clear();
      board.set({ timelines: new Map() });
    },
  };
}

const isInstant = (place: Place): boolean => place !== 'end' && 'at' in place;
