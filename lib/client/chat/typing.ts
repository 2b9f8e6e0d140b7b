import { castFor } from '#lib/domain/cast.ts';
import { typingMs } from '#lib/domain/chat/limits.ts';
import type { LogEntry } from '#lib/domain/chat/log.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { RequestError } from '../session/RequestError.ts';
import { type ChatBoard, withEntry } from './board.ts';
import type { ChatSignaling } from './ChatSignaling.ts';

/** Who is writing: tells of me, seldom enough, and shows the others until they stop. */
export interface Typing {
  /** Called with each change of the text. */
  note(roomId: string, text: string): void;
  /** I sent what I wrote: the message says that I have stopped. */
  sent(roomId: string): void;
  /** Whoever's message is there writes no more. */
  afterEntries(roomId: string, entries: readonly LogEntry[]): void;
  forget(roomId: string): void;
  clear(): void;
  close(): void;
}

/** How often I say that I am still writing, in ms. */
const saidEveryMs = 3_000;

interface Typist {
  readonly roomId: string;
  readonly userId: string;
  readonly username: string;
}

export function createTyping(
  board: ChatBoard,
  signaling: Pick<ChatSignaling, 'request' | 'on'>,
  now: () => number,
): Typing {
  const saidAtMs = new Map<string, number>();
  const ends = new Map<string, ReturnType<typeof setTimeout>>();

  function show({ roomId, userId, username }: Typist): void {
    if (userId === board.get().selfId) return;
    const person = board.get().people.get(userId) ?? { id: userId, name: username, cast: castFor(userId) };
    const others = writersIn(roomId).filter(({ id }) => id !== userId);
    setWriters(roomId, [...others, person]);
    const key = keyOf(roomId, userId);
    clearTimeout(ends.get(key));
    ends.set(
      key,
      setTimeout(() => hide(roomId, userId), typingMs),
    );
  }

  function hide(roomId: string, userId: string): void {
    const key = keyOf(roomId, userId);
    if (!ends.has(key)) return;
    clearTimeout(ends.get(key));
    ends.delete(key);
    setWriters(
      roomId,
      writersIn(roomId).filter(({ id }) => id !== userId),
    );
  }

  const writersIn = (roomId: string) => board.get().typing.get(roomId) ?? [];

  function setWriters(roomId: string, writers: readonly PersonView[]): void {
    board.set({ typing: withEntry(board.get().typing, roomId, writers.length === 0 ? null : writers) });
  }

  function say(event: 'typing' | 'stop-typing', roomId: string): void {
    signaling.request(event, { roomId }).catch((error: unknown) => {
      // Nobody misses a word of it.
      if (!(error instanceof RequestError)) throw error;
    });
  }

  function stop(roomId: string): void {
    if (saidAtMs.delete(roomId)) say('stop-typing', roomId);
  }

  function clear(): void {
    for (const timer of ends.values()) clearTimeout(timer);
    ends.clear();
    saidAtMs.clear();
    if (board.get().typing.size > 0) board.set({ typing: new Map() });
  }

  const subscriptions = [
    signaling.on('typing', show),
    signaling.on('stop-typing', ({ roomId, userId }) => hide(roomId, userId)),
  ];

  return {
    note(roomId, text) {
      if (text.trim() === '') return stop(roomId);
      const saidBefore = saidAtMs.get(roomId);
      if (saidBefore !== undefined && now() - saidBefore < saidEveryMs) return;
      saidAtMs.set(roomId, now());
      say('typing', roomId);
    },
    sent: stop,
    afterEntries(roomId, entries) {
      for (const entry of entries) if (entry.kind === 'message') hide(roomId, entry.message.userId);
    },
    forget(roomId) {
      saidAtMs.delete(roomId);
      for (const { id } of writersIn(roomId)) hide(roomId, id);
    },
    clear,
    close() {
      for (const unsubscribe of subscriptions) unsubscribe();
      clear();
    },
  };
}

const keyOf = (roomId: string, userId: string) => `${roomId} ${userId}`;
