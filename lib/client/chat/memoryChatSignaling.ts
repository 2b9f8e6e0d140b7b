import type {
  ClientEvent,
  ClientPayload,
  ClientReply,
  ServerEvent,
  ServerPayload,
} from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { createListeners } from '../session/listeners.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatSignaling } from './ChatSignaling.ts';

export type ChatAnswers = {
  readonly [E in ClientEvent<'/chat'>]?: (payload: ClientPayload<'/chat', E>) => ClientReply<'/chat', E>;
};

/** Both ends of a chat connection in memory. Every value passes through JSON, as it would on the wire. */
export interface MemoryChatSignaling {
  readonly client: ChatSignaling;
  /** The server sends; dropped while there is no connection. */
  send<E extends ServerEvent<'/chat'>>(event: E, payload: ServerPayload<'/chat', E>): void;
  connect(userId: string): void;
  /** Answers that were on their way are lost with it; what they answer has happened. */
  cut(): void;
  end(reason: string): void;
  /** From now on answers to this message get lost, and the client hears of a timeout when `flush` is done. */
  loseAnswers(event: ClientEvent<'/chat'> | null): void;
  /** The next message of this name does not arrive. */
  loseNext(event: ServerEvent<'/chat'>): void;
  /** Messages to the client wait until they are let through. */
  hold(isHeld: boolean): void;
  /** Requests as they reached the server. */
  readonly received: readonly { readonly event: string; readonly payload: unknown }[];
  /** Delivers all messages in both directions, those caused by the delivered ones too. */
  flush(): Promise<void>;
}

/** Promise steps that may follow one delivery before the next message is due. */
const microtasksPerDelivery = 20;

/** @param answers what the server does; a thrown `RefusedError` reaches the client, what has no answer is answered `{}` */
export function createMemoryChatSignaling(answers: ChatAnswers): MemoryChatSignaling {
  const handlers = new Map<string, Set<(payload: unknown) => void>>();
  const connectListeners = createListeners<string>();
  const lossListeners = createListeners<void>();
  const endListeners = createListeners<string>();
  const received: { event: string; payload: unknown }[] = [];
  const toServer: (() => void)[] = [];
  const toClient: (() => void)[] = [];
  const waiting = new Set<() => void>();
  let connectedAs: string | null = null;
  let lostEvent: string | null = null;
  let isHeld = false;
  let lostMessage: string | null = null;

  function request<E extends ClientEvent<'/chat'>>(
    event: E,
    payload: ClientPayload<'/chat', E>,
  ): Promise<ClientReply<'/chat', E>> {
    if (connectedAs === null) return Promise.reject(RequestError.offline(event));
    return new Promise((resolve, reject) => {
      const abandon = () => reject(RequestError.offline(event));
      waiting.add(abandon);
      toServer.push(() => {
        const sent = throughJson(payload);
        received.push({ event, payload: sent });
        const isLost = event === lostEvent;
        const answer = attempt(event, () => answers[event]?.(sent));
        toClient.push(() => {
          waiting.delete(abandon);
          if (isLost) reject(RequestError.timeout(event, 0));
          else if (answer.error !== null) reject(answer.error);
          // The answerer is registered under this very event, typed by the catalogue; without one the reply is empty.
          else resolve(answer.value as ClientReply<'/chat', E>);
        });
      });
    });
  }

  function drop(): void {
    connectedAs = null;
    toClient.length = 0;
    for (const abandon of [...waiting]) abandon();
    waiting.clear();
  }

  return {
    client: {
      request,
      on(event, handler) {
        const set = handlers.get(event) ?? new Set();
        handlers.set(event, set);
        // Told only what was sent under this event, typed by the catalogue.
        const entry = (payload: unknown) => handler(payload as Parameters<typeof handler>[0]);
        set.add(entry);
        return () => set.delete(entry);
      },
      onConnected(handler) {
        if (connectedAs !== null) handler(connectedAs);
        return connectListeners.add(handler);
      },
      onLost: lossListeners.add,
      onEnd: endListeners.add,
      close: drop,
    },
    received,
    send(event, payload) {
      if (connectedAs === null) return;
      if (event === lostMessage) {
        lostMessage = null;
        return;
      }
      const value = throughJson(payload);
      toClient.push(() => {
        for (const handler of [...(handlers.get(event) ?? [])]) handler(value);
      });
    },
    connect(userId) {
      connectedAs = userId;
      connectListeners.tell(userId);
    },
    cut() {
      if (connectedAs === null) return;
      drop();
      lossListeners.tell();
    },
    end(reason) {
      drop();
      endListeners.tell(reason);
    },
    loseAnswers(event) {
      lostEvent = event;
    },
    loseNext(event) {
      lostMessage = event;
    },
    hold(isNowHeld) {
      isHeld = isNowHeld;
    },
    async flush() {
      await settle();
      for (;;) {
        const deliver = toServer.shift() ?? (isHeld ? undefined : toClient.shift());
        if (deliver === undefined) return;
        deliver();
        await settle();
      }
    },
  };
}

interface Answer {
  readonly value: unknown;
  readonly error: RequestError | null;
}

function attempt(event: string, answer: () => unknown): Answer {
  try {
    return { value: throughJson(answer() ?? {}), error: null };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { value: null, error: RequestError.refused(event, error.toWire()) };
  }
}

async function settle(): Promise<void> {
  for (let step = 0; step < microtasksPerDelivery; step += 1) await Promise.resolve();
}

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
