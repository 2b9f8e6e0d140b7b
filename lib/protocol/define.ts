import type * as z from 'zod/mini';
import type { SpacePermission } from '#lib/domain/access/permissions.ts';

/** A message a client may send: the schema of its payload, of the reply in its acknowledgement, and the right it needs. */
export interface ClientMessage<Payload extends z.ZodMiniType, Reply extends z.ZodMiniType> {
  readonly payload: Payload;
  readonly reply: Reply;
  /** Asked by the gateway before a handler runs. */
  readonly permission: SpacePermission;
}

/** A message the server sends. */
export interface ServerMessage<Payload extends z.ZodMiniType> {
  readonly payload: Payload;
}

/** Declares a client message; the types of payload and reply follow from the schemas. */
export function fromClient<Payload extends z.ZodMiniType, Reply extends z.ZodMiniType>(
  permission: SpacePermission,
  payload: Payload,
  reply: Reply,
): ClientMessage<Payload, Reply> {
  return { payload, reply, permission };
}

/** Declares a server message. */
export function fromServer<Payload extends z.ZodMiniType>(payload: Payload): ServerMessage<Payload> {
  return { payload };
}
