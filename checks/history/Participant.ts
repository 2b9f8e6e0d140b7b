import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { ChatSignaling } from '#lib/client/chat/ChatSignaling.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { createChatStore } from '#lib/client/chat/createChatStore.ts';
import { memoryTexts } from '#lib/client/chat/keptTexts.ts';
import { createTicketChat } from '#lib/client/chat/ticketChat.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { testProfile } from '#lib/protocol/rest/testing/testProfile.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { signTicket } from '#server/people/tickets.ts';
import type { HistoryEvent, View } from './History.ts';
import type { Line } from './Line.ts';

import { recordChat } from './recordingChat.ts';

export interface ParticipantOptions {
  readonly person: { readonly id: string; readonly name: string };
  readonly spaceId: string;
  readonly roomIds: readonly string[];
  readonly line: Line;
  readonly ticketSecret: string;
  readonly note: (event: HistoryEvent) => void;
  readonly random: () => number;
}

/** Asks once. */
export type Ask = (signaling: Pick<ChatSignaling, 'request'>, clientId: string) => Promise<unknown>;

/** Pause before an act is tried again that came to nothing, in ms. */
const againMs = 30;

/** One person with the product's own client over real sockets, and everything noted that goes through them. */
export class Participant {
  readonly id: string;
  readonly line: Line;
  readonly #roomIds: readonly string[];
  readonly #signaling: ChatSignaling;
  readonly #store: ChatStore;
  readonly #wakers = new Set<() => void>();
  #acting = 0;
  #isClosed = false;

  constructor(options: ParticipantOptions) {
    const { person, spaceId, line, note, random } = options;
    this.id = person.id;
    this.line = line;
    this.#roomIds = options.roomIds;
    const signaling = createTicketChat({
      ...{ spaceId, random, userId: person.id, sessionId: uuidv7() },
      rest: {
        me: () => Promise.resolve({ user: testProfile({ ...person, isGuest: true }) }),
        chatTicket: () => ticketOf(options),
      },
      pageLife: {
        onWake: (handler) => this.#addWaker(handler),
        onHide: () => () => undefined,
        onReturn: () => () => undefined,
      },
    });
    this.#signaling = recordChat(signaling, person.id, note);
    this.#store = createChatStore({ spaceId, random, signaling: this.#signaling, texts: memoryTexts() });
  }

  get isLive(): boolean {
    return this.#store.getState().connection.kind === 'live';
  }

  /** Whether nothing of theirs is on its way any more. */
  get isIdle(): boolean {
    const isUnderWay = this.#store.getState().outgoing.some(({ status }) => status.kind !== 'failed');
    return this.#acting === 0 && !isUnderWay;
  }

  /** Tries to connect now instead of when the pause is over. */
  wake(): void {
    for (const wake of this.#wakers) wake();
  }

  /** Looks at every room that is theirs and not held, so that its messages are kept right from then on. */
  look(): void {
    const { rooms, timelines } = this.#store.getState();
    for (const roomId of this.#roomIds) {
      if (rooms?.has(roomId) !== true) continue;
      if (timelines.get(roomId)?.state === 'failed') this.#store.retryLoading(roomId);
      if (!timelines.has(roomId)) this.#store.open(roomId);
    }
  }

  send(roomId: string, content: string, replyTo: string | null = null): void {
    this.#store.send(roomId, { content, replyTo });
  }

  /**
   * Sends as a stock client does, past the outbox: that would find its message among what it missed and not send it
   * again, and it is the server’s part to recognise what comes twice.
   */
  sendPlainly(roomId: string, message: string): void {
    this.act((signaling, clientId) =>
      signaling.request('send-message', { roomId, clientId, message, type: 'text', mentions: [] }),
    );
  }

  messages(roomId: string): readonly Message[] {
    return this.#store.getState().timelines.get(roomId)?.messages ?? [];
  }

  /** Begins to ask for something, again and again with the same id of its own, until the server has said yes or no. */
  act(ask: Ask): void {
    this.#acting += 1;
    void this.#askOn(ask, uuidv7()).finally(() => {
      this.#acting -= 1;
    });
  }

  async #askOn(ask: Ask, clientId: string): Promise<void> {
    while (!this.#isClosed && !(await this.#isAnswered(ask, clientId))) await pause(againMs);
  }

  async #isAnswered(ask: Ask, clientId: string): Promise<boolean> {
    try {
      await ask(this.#signaling, clientId);
      return true;
    } catch (error) {
      if (error instanceof RequestError) return !error.isTransient;
      throw error;
    }
  }

  /** Whether the page shows a room up to its latest entry. */
  showsAllOf(roomId: string, lastSeq: number): boolean {
    const timeline = this.#store.getState().timelines.get(roomId);
    return timeline?.state === 'ready' && timeline.lastSeq === lastSeq;
  }

  /** The whole room as this page shows it, back to its beginning. */
  async view(roomId: string): Promise<View> {
    const shownNow = () => this.#store.getState().timelines.get(roomId);
    while (shownNow()?.hasOlder === true) await this.#store.loadOlder(roomId);
    const timeline = shownNow();
    const shown = timeline === undefined ? null : { messages: timeline.messages, lastSeq: timeline.lastSeq };
    return { person: this.id, roomId, shown };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#store.close();
    await this.line.close();
  }

  #addWaker(handler: () => void): () => void {
    this.#wakers.add(handler);
    return () => this.#wakers.delete(handler);
  }
}

async function ticketOf({ person, spaceId, line, ticketSecret }: ParticipantOptions) {
  const { id: userId, name: username } = person;
  const claims = { userId, username, spaceId, sessionId: uuidv7(), loginId: null, purpose: 'chat' } as const;
  const ticket = await signTicket(claims, ticketSecret, Date.now());
  return { ticket, url: line.url, iceServers: [], protocol: PROTOCOL_VERSION };
}
