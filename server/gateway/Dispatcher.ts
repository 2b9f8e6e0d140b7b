import { v7 as uuidv7 } from 'uuid';
import type { SpacePermission } from '#lib/domain/access/permissions.ts';
import { catalogue, type Namespace } from '#lib/protocol/catalogue.ts';
import { RefusedError, type WireError, wireError } from '#lib/protocol/errors.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Admission } from './Admission.ts';
import type { Connection } from './Connection.ts';
import type { ChatSeats } from './chat/ChatSeats.ts';
import { guardPayload } from './payloadGuard.ts';
import { limitClassOf } from './rateLimits.ts';
import {
  type AllHandlers,
  aliasRoutesOf,
  chatRoutesOf,
  parsePayload,
  type Route,
  routesOf,
} from './routes.ts';
import type { SessionIdentity } from './Session.ts';
import type { SessionRegistry } from './SessionRegistry.ts';

export interface DispatcherDeps {
  readonly handlers: AllHandlers;
  readonly chatSeats: ChatSeats;
  readonly admission: Admission;
  readonly sessions: SessionRegistry;
  readonly isAllowed: (session: SessionIdentity, permission: SpacePermission) => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What goes back to the client. `silent` when the connection is over and nobody reads an answer. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: unknown; readonly hasLeft: boolean }
  | { readonly kind: 'refused'; readonly error: WireError }
  | { readonly kind: 'silent' };

/**
 * Takes every message of both transports: limits, looks up, guards, authorizes, parses, and calls the handler. What a
 * handler throws stays within the session that caused it.
 */
export class Dispatcher {
  readonly #deps: DispatcherDeps;
  readonly #routes: { readonly [N in Namespace]: ReadonlyMap<string, Route> };

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
    this.#routes = {
      '/space': new Map([...routesOf('/space', deps.handlers['/space']), ...aliasRoutesOf(deps.chatSeats)]),
      '/media': routesOf('/media', deps.handlers['/media']),
      '/chat': chatRoutesOf(deps.chatSeats),
    };
  }

  /** The namespace that knows this message, for clients that name none. */
  namespaceOf(event: string): Namespace {
    if (this.#routes['/media'].has(event)) return '/media';
    return this.#routes['/chat'].has(event) ? '/chat' : '/space';
  }

  /** Handles one message. Never rejects. Handlers are called in the order of the calls. */
  async dispatch(
    connection: Connection,
    namespace: Namespace,
    event: unknown,
    payload: unknown,
  ): Promise<Outcome> {
    if (connection.isClosed) return { kind: 'silent' };
    const verdict = connection.limits.take(limitClassOf(namespace, String(event)), this.#deps.clock.nowMs());
    if (verdict === 'abuse') return this.#endForAbuse(connection);
    try {
      if (verdict === 'limited') throw new RefusedError('rate_limited', 'too many messages: slow down');
      const route = this.#routeOf(namespace, event);
      guardPayload(payload);
      const reply = await this.#answer(connection, route, payload);
      return { kind: 'reply', reply, hasLeft: route.event === 'leave' };
    } catch (error) {
      return { kind: 'refused', error: this.#toWire(error, connection, namespace, event) };
    }
  }

  #routeOf(namespace: Namespace, event: unknown): Route {
    const route = typeof event === 'string' ? this.#routes[namespace].get(event) : undefined;
    if (route === undefined) throw new RefusedError('unknown_event', `no such message on ${namespace}`);
    return route;
  }

  #answer(connection: Connection, route: Route, payload: unknown): unknown {
    if (route.event === 'join') return this.#join(connection, payload);
    const { state } = connection;
    // Who only chats has no place in a space: the chat asks for the right itself.
    if (state.name === 'chatting' && route.namespace === '/chat') return route.run(connection, payload);
    if (state.name !== 'joined') throw new RefusedError('not_joined', 'join a space first');
    if (!this.#deps.sessions.isCurrent(state.identity.sessionId, connection.link)) {
      throw new RefusedError('not_joined', 'the session has ended');
    }
    this.#authorize(state.identity, route.permission);
    return route.run(connection, payload);
  }

  #join(connection: Connection, payload: unknown): Promise<unknown> {
    const message = catalogue['/space'].fromClient.join;
    const parsed = parsePayload(message.payload, payload);
    // The space asks for the right to join itself, when it has read what somebody is there.
    return this.#deps.admission.enter(connection, parsed, this.#deps.handlers['/space'].join);
  }

  #authorize(identity: SessionIdentity, permission: SpacePermission): void {
    if (!this.#deps.isAllowed(identity, permission)) {
      throw new RefusedError('forbidden', `the right ${permission} is missing`);
    }
  }

  #endForAbuse(connection: Connection): Outcome {
    this.#deps.logger.warn(contextOf(connection), 'connection ended: far too many messages');
    connection.link.end('abuse');
    return { kind: 'silent' };
  }

  #toWire(error: unknown, connection: Connection, namespace: Namespace, event: unknown): WireError {
    if (error instanceof RefusedError) return error.toWire();
    const requestId = uuidv7();
    const context = {
      ...contextOf(connection),
      requestId,
      namespace,
      event: String(event).slice(0, 64),
      error,
    };
    this.#deps.logger.error(context, 'a message could not be handled');
    return wireError('internal', `something went wrong here; request ${requestId}`);
  }
}

function contextOf(connection: Connection): object {
  const { state } = connection;
  return state.name === 'joined'
    ? { sessionId: state.identity.sessionId, spaceId: state.identity.spaceId }
    : {};
}
