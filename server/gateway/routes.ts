import * as z from 'zod/mini';
import type { SpacePermission } from '#lib/domain/access/permissions.ts';
import { type ClientEvent, type ClientPayload, catalogue, type Namespace } from '#lib/protocol/catalogue.ts';
import type { ClientMessage } from '#lib/protocol/define.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Connection } from './Connection.ts';
import type { ChatSeats } from './chat/ChatSeats.ts';
import type { ChatAlias, Handlers } from './handlers.ts';
import type { SessionIdentity } from './Session.ts';

/** One message of the catalogue with what answers it. */
export interface Route {
  readonly namespace: Namespace;
  readonly event: string;
  readonly permission: SpacePermission;
  /** Parses the payload and runs the handler. Throws `RefusedError`; anything else thrown is a bug of the handler. */
  run(connection: Connection, payload: unknown): unknown;
}

type AnyMessage = ClientMessage<z.ZodMiniType, z.ZodMiniType>;

/** Those that need a place in a space. The chat has seats of its own. */
export type PlacedNamespace = Exclude<Namespace, '/chat'>;

export type AllHandlers = { readonly [N in PlacedNamespace]: Handlers<N> };

type OwnEvent<N extends PlacedNamespace> = Exclude<ClientEvent<N>, ChatAlias>;

const isOwn = <N extends PlacedNamespace>(event: ClientEvent<N>): event is OwnEvent<N> =>
  event !== 'chat-join' && event !== 'chat-message';

/** Every client message of a namespace, by event name; the chat's older names are left out. */
export function routesOf<N extends PlacedNamespace>(
  namespace: N,
  handlers: Handlers<N>,
): ReadonlyMap<string, Route> {
  const events = Object.keys(catalogue[namespace].fromClient) as ClientEvent<N>[];
  return new Map(events.filter(isOwn).map((event) => [event, createRoute(namespace, event, handlers)]));
}

/** The chat's older names on `/space`. */
export function aliasRoutesOf(seats: ChatSeats): ReadonlyMap<string, Route> {
  const { 'chat-join': join, 'chat-message': message } = catalogue['/space'].fromClient;
  const joinRoute: Route = {
    namespace: '/space',
    event: 'chat-join',
    permission: join.permission,
    run(connection, payload) {
      const { chatroomId } = parsePayload(join.payload, payload);
      return seats.answer(connection, 'join-room', { roomId: chatroomId });
    },
  };
  const messageRoute: Route = {
    namespace: '/space',
    event: 'chat-message',
    permission: message.permission,
    run(connection, payload) {
      const { chatroomId, content, type } = parsePayload(message.payload, payload);
      return seats.answer(connection, 'send-message', {
        roomId: chatroomId,
        message: content,
        type,
        mentions: [],
      });
    },
  };
  return new Map([joinRoute, messageRoute].map((route) => [route.event, route]));
}

/** Every client message of the chat, by event name. */
export function chatRoutesOf(seats: ChatSeats): ReadonlyMap<string, Route> {
  const events = Object.keys(catalogue['/chat'].fromClient) as ClientEvent<'/chat'>[];
  return new Map(events.map((event) => [event, createChatRoute(event, seats)]));
}

function createChatRoute<E extends ClientEvent<'/chat'>>(event: E, seats: ChatSeats): Route {
  const message = messageOf('/chat', event);
  return {
    namespace: '/chat',
    event,
    permission: message.permission,
    run: (connection, payload) =>
      seats.answer(connection, event, parsePayload(message.payload, payload) as ClientPayload<'/chat', E>),
  };
}

function createRoute<N extends PlacedNamespace, E extends OwnEvent<N>>(
  namespace: N,
  event: E,
  handlers: Handlers<N>,
): Route {
  const message = messageOf(namespace, event);
  return {
    namespace,
    event,
    permission: message.permission,
    run: (connection, payload) =>
      handlers[event](identityOf(connection), parsePayload(message.payload, payload) as ClientPayload<N, E>),
  };
}

function identityOf({ state }: Connection): SessionIdentity {
  if (state.name !== 'joined') throw new RefusedError('not_joined', 'join a space first');
  return state.identity;
}

function messageOf<N extends Namespace>(namespace: N, event: ClientEvent<N>): AnyMessage {
  const messages: Readonly<Record<string, AnyMessage>> = catalogue[namespace].fromClient;
  const message = messages[event];
  if (message === undefined) throw new Error(`the catalogue has no ${event} on ${namespace}`);
  return message;
}

/** Parses with a catalogue schema. Throws `RefusedError` `bad_request` with the path of the first offending field. */
export function parsePayload<Schema extends z.ZodMiniType>(
  schema: Schema,
  payload: unknown,
): z.infer<Schema> {
  const parsed = z.safeParse(schema, payload);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = ['payload', ...(issue?.path ?? [])].map(String).join('.');
  throw new RefusedError('bad_request', issue?.message ?? 'malformed payload', path);
}
