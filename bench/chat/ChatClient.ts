import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { signTicket } from '../../server/people/tickets.ts';
import { LightSocket } from '../support/LightSocket.ts';
import { ticketSecret } from './ChatServer.ts';
import type { Member } from './crowd.ts';
import { messageText } from './messageText.ts';

interface Entry {
  readonly seq: number;
  readonly message?: { readonly content: string };
}

interface SyncReply {
  readonly missed: readonly {
    readonly kind: string;
    readonly entries: readonly Entry[];
    readonly lastSeq: number;
  }[];
}

/** Tries before a connection is given up, and the time between them in ms, more or less. */
const attemptsMost = 30;
const retryMs = 1_000;

interface SendReply {
  readonly seq?: number;
  readonly error?: { readonly code: string };
}

export interface ChatClientOptions {
  readonly url: string;
  readonly spaceId: string;
  readonly member: Member;
  /** Each message as it comes, with the time in ms that it took since it was sent. */
  readonly onMessage: (ageMs: number, seq: number) => void;
}

/** One person's client: sends, keeps count of what it gets in its room, and asks for what it missed. */
export class ChatClient {
  readonly #options: ChatClientOptions;
  #socket: LightSocket | null = null;
  /** What comes while it asks for what it missed is looked at afterwards. */
  #early: Entry[] | null = null;
  #hasBegun = false;
  /** Number of the latest entry it has. */
  seq = 0;
  /** Entries that came without their forerunner, or were replaced by a word to reload. */
  holes = 0;
  /** Handshakes that had to be tried again. */
  retries = 0;

  /** Where it connects the next time. */
  url: string;

  constructor(options: ChatClientOptions) {
    this.#options = options;
    this.url = options.url;
  }

  get roomId(): string {
    return this.#options.member.roomId;
  }

  /**
   * Connects and gets what was missed; the first time it begins at the end of its room. A handshake that the server did
   * not get to in time is tried again a little later, as browsers do. Throws when it never works.
   */
  async connect(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#connect();
        return;
      } catch (error) {
        if (attempt >= attemptsMost) throw error;
        this.retries += 1;
        await pause(retryMs * (0.5 + Math.random()));
      }
    }
  }

  async #connect(): Promise<void> {
    const { url } = this;
    const { spaceId, member } = this.#options;
    const claims = {
      userId: member.userId,
      username: member.name,
      spaceId,
      sessionId: uuidv7(),
      loginId: null,
    };
    const token = await signTicket({ ...claims, purpose: 'chat' }, ticketSecret, Date.now());
    this.#early = [];
    this.#socket = await LightSocket.open({
      url,
      namespace: '/chat',
      auth: { token, wire: 1 },
      onEvent: (event, payload) => this.#hear(event, payload),
    });
    await this.#sync(this.#socket);
  }

  /** The connection ends without a goodbye. */
  cut(): void {
    this.#socket?.cut();
    this.#socket = null;
  }

  /** Sends a message of 100 bytes with the time in it. Throws when it is refused. Returns the ms until acknowledged. */
  async send(): Promise<number> {
    if (this.#socket === null) throw new Error('there is no connection');
    const sentMs = performance.now();
    const message = messageText(sentMs);
    const { roomId } = this;
    const reply = (await this.#socket.ask('send-message', {
      roomId,
      clientId: uuidv7(),
      message,
    })) as SendReply;
    if (reply.seq === undefined) throw new Error(`a message was refused: ${reply.error?.code}`);
    return performance.now() - sentMs;
  }

  async #sync(socket: LightSocket): Promise<void> {
    const isNew = !this.#hasBegun;
    this.#hasBegun = true;
    const rooms = [{ roomId: this.roomId, afterSeq: this.seq }];
    const { missed } = (await socket.ask('sync', { rooms })) as SyncReply;
    const [room] = missed;
    if (room === undefined) throw new Error('the room was not synchronized');
    if (isNew) this.seq = room.lastSeq;
    else if (room.kind === 'entries') this.#take(room.entries);
    else this.holes += 1;
    const early = this.#early ?? [];
    this.#early = null;
    this.#take(early);
  }

  #hear(event: string, payload: unknown): void {
    if (event !== 'room-events') return;
    const { roomId, entries } = payload as { roomId: string; entries: readonly Entry[] };
    if (roomId !== this.roomId) return;
    if (this.#early === null) this.#take(entries);
    else this.#early.push(...entries);
  }

  #take(entries: readonly Entry[]): void {
    const nowMs = performance.now();
    for (const { seq, message } of entries) {
      if (seq <= this.seq) continue;
      if (seq !== this.seq + 1) this.holes += 1;
      this.seq = seq;
      if (message !== undefined) this.#options.onMessage(nowMs - Number.parseFloat(message.content), seq);
    }
  }
}
