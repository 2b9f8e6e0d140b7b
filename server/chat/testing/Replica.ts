import { applyToMessage, type Message } from '#lib/domain/chat/log.ts';
import type { Missed } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatService } from '../ports.ts';
import type { Chatter } from './chatHarness.ts';

type Entry = Missed['entries'][number];

/** What a simple client makes of one room: entries in their order, from the first on. */
interface Held {
  lastSeq: number;
  messages: Map<string, Message>;
  /** Entries beyond a hole. */
  early: Map<number, Entry>;
}

/**
 * A client that keeps whole rooms over cuts of its connection: it asks what it missed, applies what it hears, and asks
 * again when it meets a hole.
 */
export class Replica {
  readonly userId: string;
  readonly rooms = new Map<string, Held>();
  #chatter: Chatter | null = null;
  #read = 0;

  constructor(userId: string) {
    this.userId = userId;
  }

  get isConnected(): boolean {
    return this.#chatter !== null && this.#chatter.link.ends.length === 0;
  }

  /** Comes back: asks for each of these rooms what followed the number that it has. */
  async return(chat: ChatService, chatter: Chatter, roomIds: readonly string[]): Promise<void> {
    this.#chatter = chatter;
    this.#read = 0;
    const rooms = roomIds.map((roomId) => ({ roomId, afterSeq: this.held(roomId).lastSeq }));
    const { missed } = await chat.handlers.sync(chatter, { rooms });
    for (const one of missed) this.#takeMissed(one);
    this.hear();
  }

  cut(chat: ChatService): void {
    if (this.#chatter !== null) chat.closed(this.#chatter.link.id);
    this.#chatter = null;
  }

  /** Applies what came over the connection since the last time. Returns the rooms that have a hole. */
  hear(): string[] {
    const sent = this.#chatter?.link.sent ?? [];
    for (const one of sent.slice(this.#read)) {
      if (one.event === 'room-events') this.#take(one.payload.roomId, one.payload.entries);
      if (one.event === 'room-gone') this.rooms.delete(one.payload.roomId);
    }
    this.#read = sent.length;
    return [...this.rooms].filter(([, { early }]) => early.size > 0).map(([roomId]) => roomId);
  }

  async fillHoles(chat: ChatService): Promise<void> {
    for (const roomId of this.hear()) {
      const { lastSeq } = this.held(roomId);
      const actor = { userId: this.userId, linkId: null };
      try {
        this.#takeMissed(await chat.ask('replay', actor, { roomId, afterSeq: lastSeq }));
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        this.rooms.delete(roomId);
      }
    }
  }

  held(roomId: string): Held {
    const held = this.rooms.get(roomId) ?? { lastSeq: 0, messages: new Map(), early: new Map() };
    this.rooms.set(roomId, held);
    return held;
  }

  /** Messages stand as they are at its end, so the other entries pass them by. */
  #takeMissed({ roomId, kind, entries }: Missed): void {
    const held = this.held(roomId);
    if (kind === 'reload') throw new Error(`Room ${roomId} is to be loaded again after ${held.lastSeq}.`);
    const fresh = new Set<string>();
    for (const entry of entries) {
      if (entry.seq <= held.lastSeq) continue;
      if (entry.seq !== held.lastSeq + 1) throw new Error(`A replay with a hole after ${held.lastSeq}.`);
      if (entry.kind === 'message') fresh.add(entry.message.id);
      this.#apply(held, entry, fresh);
    }
    this.#drain(held);
  }

  #take(roomId: string, entries: readonly Entry[]): void {
    const held = this.held(roomId);
    for (const entry of entries) if (entry.seq > held.lastSeq) held.early.set(entry.seq, entry);
    this.#drain(held);
  }

  #drain(held: Held): void {
    for (const seq of [...held.early.keys()]) if (seq <= held.lastSeq) held.early.delete(seq);
    for (
      let next = held.early.get(held.lastSeq + 1);
      next !== undefined;
      next = held.early.get(held.lastSeq + 1)
    ) {
      held.early.delete(next.seq);
      this.#apply(held, next, new Set());
    }
  }

  #apply(held: Held, entry: Entry, fresh: ReadonlySet<string>): void {
    held.lastSeq = entry.seq;
    if (entry.kind === 'hidden') return;
    if (entry.kind === 'message') {
      const { message } = entry;
      held.messages.set(message.id, message);
      const first = message.threadId === null ? undefined : held.messages.get(message.threadId);
      if (first === undefined || fresh.has(first.id)) return;
      held.messages.set(first.id, { ...first, replyCount: first.replyCount + 1 });
      return;
    }
    const message = held.messages.get(entry.messageId);
    if (message === undefined || fresh.has(message.id)) return;
    held.messages.set(message.id, applyToMessage(message, entry));
  }
}
