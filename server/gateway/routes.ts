import * as z from 'zod/mini';
import type { SpacePermission } from '#lib/domain/access/permissions.ts';
import { type ClientEvent, type ClientPayload, catalogue, type Namespace } from '#lib/protocol/catalogue.ts';
import type { ClientMessage } from '#lib/protocol/define.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Handlers } from './handlers.ts';
import type { SessionIdentity } from './Session.ts';

/** One message of the catalogue with what answers it. */
export interface Route {
  readonly namespace: Namespace;
  readonly event: string;
  readonly permission: SpacePermission;
  /** Parses the payload and runs the handler. Throws `RefusedError`; anything else thrown is a bug of the handler. */
  run(identity: SessionIdentity, payload: unknown): unknown;
}

type AnyMessage = ClientMessage<z.ZodMiniType, z.ZodMiniType>;

export type AllHandlers = { readonly [N in Namespace]: Handlers<N> };

/** Every client message of a namespace, by event name. */
export function routesOf<N extends Namespace>(
  namespace: N,
  handlers: Handlers<N>,
): ReadonlyMap<string, Route> {
  const events = Object.keys(catalogue[namespace].fromClient) as ClientEvent<N>[];
  return new Map(events.map((event) => [event, createRoute(namespace, event, handlers)]));
}

function createRoute<N extends Namespace, E extends ClientEvent<N>>(
  namespace: N,
  event: E,
  handlers: Handlers<N>,
): Route {
  const message = messageOf(namespace, event);
  return {
    namespace,
    event,
    permission: message.permission,
    run: (identity, payload) =>
      handlers[event](identity, parsePayload(message.payload, payload) as ClientPayload<N, E>),
  };
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
