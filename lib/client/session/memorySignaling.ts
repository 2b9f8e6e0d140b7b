import type {
  ClientEvent,
  ClientPayload,
  ClientReply,
  Namespace,
  ServerEvent,
  ServerPayload,
} from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { RequestError } from './RequestError.ts';
import type { SessionState } from './SessionState.ts';
import type { Signaling } from './Signaling.ts';

type Listener = (payload: unknown) => void;
type Responder = (payload: unknown) => unknown;

/** A request as it reached the server's end. */
export interface ReceivedRequest {
  readonly namespace: Namespace;
  readonly event: string;
  readonly payload: unknown;
}

/** The server's end of a `MemorySignaling`. */
export interface MemoryServer {
  /** Answers a message. A thrown `RefusedError` reaches the client as a `RequestError`. Without an answerer the reply is `{}`. */
  answer<N extends Namespace, E extends ClientEvent<N>>(
    namespace: N,
    event: E,
    responder: (payload: ClientPayload<N, E>) => ClientReply<N, E>,
  ): void;
  send<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void;
  setState(state: SessionState): void;
  /** Everything received so far, oldest first. */
  readonly received: readonly ReceivedRequest[];
}

/**
 * Both ends of a connection in memory. Nothing is delivered before `flush`, and every value passes through JSON, as it
 * would on the wire. Requests fail with `offline` while the state is not `live`.
 */
export interface MemorySignaling {
  readonly client: Signaling;
  readonly server: MemoryServer;
  /** Delivers all messages in both directions, those caused by the delivered ones too. */
  flush(): Promise<void>;
  /** How many subscriptions the client holds. */
  subscriptionCount(): number;
}

export function createMemorySignaling(initial: SessionState): MemorySignaling {
  const listeners = new Map<string, Set<Listener>>();
  const stateListeners = new Set<(state: SessionState) => void>();
  const responders = new Map<string, Responder>();
  const received: ReceivedRequest[] = [];
  const queue: (() => void)[] = [];
  let state = initial;

  const client: Signaling = {
    request: (namespace, event, payload) =>
      new Promise((resolve, reject) => {
        if (state.kind !== 'live') {
          reject(RequestError.offline(event));
          return;
        }
        const request: ReceivedRequest = { namespace, event, payload: throughJson(payload) };
        queue.push(() => {
          received.push(request);
          const answer = answerTo(request, responders.get(keyOf(namespace, event)));
          queue.push(() => {
            if (answer.isRefused) reject(answer.error);
            // The value went through the responder registered for this very event, typed by the catalogue.
            else resolve(answer.value as ClientReply<typeof namespace, typeof event>);
          });
        });
      }),
    on(namespace, event, handler) {
      return addTo(listeners, keyOf(namespace, event), handler as Listener);
    },
    onState(handler) {
      stateListeners.add(handler);
      handler(state);
      return () => stateListeners.delete(handler);
    },
  };

  const server: MemoryServer = {
    received,
    answer(namespace, event, responder) {
      responders.set(keyOf(namespace, event), responder as Responder);
    },
    send(namespace, event, payload) {
      const value = throughJson(payload);
      queue.push(() => {
        for (const listener of [...(listeners.get(keyOf(namespace, event)) ?? [])]) listener(value);
      });
    },
    setState(next) {
      state = next;
      for (const listener of [...stateListeners]) listener(next);
    },
  };

  return {
    client,
    server,
    flush: () => flushQueue(queue),
    subscriptionCount: () =>
      [...listeners.values()].reduce((total, set) => total + set.size, stateListeners.size),
  };
}

type Answer =
  | { readonly isRefused: false; readonly value: unknown }
  | { readonly isRefused: true; readonly error: RequestError };

function answerTo(request: ReceivedRequest, responder: Responder | undefined): Answer {
  try {
    return { isRefused: false, value: throughJson(responder?.(request.payload) ?? {}) };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { isRefused: true, error: RequestError.refused(request.event, error.toWire()) };
  }
}

function addTo(listeners: Map<string, Set<Listener>>, key: string, listener: Listener): () => void {
  const set = listeners.get(key) ?? new Set<Listener>();
  listeners.set(key, set);
  set.add(listener);
  return () => {
    set.delete(listener);
  };
}

/** Promise steps that may follow one delivery before the next message is due: awaits chained in the units under test. */
const microtasksPerDelivery = 20;

async function flushQueue(queue: (() => void)[]): Promise<void> {
  await settleMicrotasks();
  for (let deliver = queue.shift(); deliver !== undefined; deliver = queue.shift()) {
    deliver();
    await settleMicrotasks();
  }
}

async function settleMicrotasks(): Promise<void> {
  for (let step = 0; step < microtasksPerDelivery; step += 1) await Promise.resolve();
}

function keyOf(namespace: Namespace, event: string): string {
  return `${namespace} ${event}`;
}

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
