import { afterEnd, type SessionEndReason } from '#lib/protocol/closeReasons.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { RestClient } from '../rest/createRestClient.ts';
import { RestError, retryOfRest } from '../rest/RestError.ts';
import { createAlarm } from '../session/alarm.ts';
import { backoffMs } from '../session/backoff.ts';
import { createListeners } from '../session/listeners.ts';
import { browserPageLife, noPageLife, type PageLife } from '../session/pageLife.ts';
import { RequestError } from '../session/RequestError.ts';
import { parseReply } from '../session/replies.ts';
import { createSubscriptions } from '../session/subscriptions.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import { type ChatConnection, type OpenChatConnection, openChatConnection } from './chatConnection.ts';

export interface TicketChatOptions {
  readonly spaceId: string;
  /** Whom this page belongs to: when the browser is signed in as somebody else meanwhile, it ends. */
  readonly userId: string;
  /** Minted by the tab: a UUID. */
  readonly sessionId: string;
  readonly rest: Pick<RestClient, 'chatTicket' | 'me'>;
  readonly open?: OpenChatConnection;
  /** Origin of the realtime server when the ticket names none; default the page's own. */
  readonly origin?: string;
  readonly timeoutMs?: number;
  readonly pageLife?: PageLife;
  readonly random?: () => number;
  readonly warn?: (text: string) => void;
}

/** The chat on a connection of its own, for pages without a space: kept by itself, each time with a fresh ticket. */
export function createTicketChat(options: TicketChatOptions): ChatSignaling {
  const {
    spaceId,
    userId,
    open = openChatConnection,
    origin = globalThis.location?.origin ?? '',
    timeoutMs = 10_000,
    pageLife = 'window' in globalThis ? browserPageLife(window) : noPageLife,
    random = Math.random,
    warn = (text: string) => console.warn(text),
  } = options;
  const subscriptions = createSubscriptions(warn);
  const connectListeners = createListeners<string>();
  const lossListeners = createListeners<void>();
  const endListeners = createListeners<string>();
  const nextTry = createAlarm();
  let connection: ChatConnection | null = null;
  /** Raised whenever what is under way becomes void. */
  let life = 0;
  let hasEnded = false;

  async function connect(attempt: number): Promise<void> {
    const mine = ++life;
    try {
      const opened = await openFresh(mine);
      if (mine !== life) opened.close();
      else {
        connection = opened;
        connectListeners.tell(userId);
      }
    } catch (error) {
      if (mine === life) refused(error, attempt);
    }
  }

  async function openFresh(mine: number): Promise<ChatConnection> {
    const me = await options.rest.me();
    if (me?.user.id !== userId) throw new Ended('signed_out');
    const ticket = await options.rest.chatTicket(spaceId, options.sessionId);
    if (ticket.protocol !== PROTOCOL_VERSION) throw new Ended('reload_needed');
    return open({
      url: ticket.url === '' ? origin : ticket.url,
      spaceId,
      token: ticket.ticket,
      timeoutMs,
      onMessage: (event, payload) => mine === life && subscriptions.deliver('/chat', event, payload),
      onClosed: () => mine === life && lost(),
    });
  }

  function refused(error: unknown, attempt: number): void {
    const isPassing =
      (error instanceof RestError && retryOfRest(error) === 'later') ||
      (error instanceof RequestError && error.isTransient);
    if (isPassing) tryAgain(attempt);
    else if (error instanceof Ended) end(error.reason);
    else if (error instanceof RestError || error instanceof RequestError) {
      end(error.code === 'protocol_mismatch' ? 'reload_needed' : error.code);
    } else throw error;
  }

  function tryAgain(attempt: number): void {
    nextTry.set(backoffMs(attempt, random()), () => void connect(attempt + 1));
  }

  function lost(): void {
    life += 1;
    connection = null;
    lossListeners.tell();
    tryAgain(1);
  }

  function drop(): void {
    life += 1;
    nextTry.clear();
    connection?.close();
    connection = null;
  }

  function end(reason: string): void {
    hasEnded = true;
    drop();
    endListeners.tell(reason);
  }

  function heardEnd(reason: SessionEndReason): void {
    if (afterEnd[reason] === 'reconnect') {
      connection?.close();
      lost();
    } else end(reason);
  }

  const stops = [
    subscriptions.on('/chat', 'chat-end', ({ reason }) => heardEnd(reason)),
    pageLife.onWake(() => nextTry.ringNow()),
    // A page that comes back from the browser's cache has lost its connection without hearing of it.
    pageLife.onReturn(() => {
      if (hasEnded || connection === null) return;
      connection.close();
      lost();
      nextTry.ringNow();
    }),
  ];
  void connect(1);

  return {
    async request(event, payload) {
      if (connection === null) throw RequestError.offline(event);
      return parseReply('/chat', event, await connection.request(event, payload));
    },
    on: (event, handler) => subscriptions.on('/chat', event, handler),
    onConnected(handler) {
      const unsubscribe = connectListeners.add(handler);
      if (connection !== null) handler(userId);
      return unsubscribe;
    },
    onLost: lossListeners.add,
    onEnd: endListeners.add,
    close() {
      drop();
      for (const stop of stops) stop();
      connectListeners.clear();
      lossListeners.clear();
      endListeners.clear();
    },
  };
}

/** The page is to stay away. */
class Ended extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
