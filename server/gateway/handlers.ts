import type { ClientEvent, ClientPayload, ClientReply, Namespace } from '#lib/protocol/catalogue.ts';
import type { SessionIdentity } from './Session.ts';

/** Older names of messages of the chat; the gateway gives them to it. */
export type ChatAlias = 'chat-join' | 'chat-message';

/**
 * What answers the messages of one namespace. The gateway has parsed the payload with the catalogue's schema before a
 * handler sees it; a handler throws `RefusedError` for what it refuses, anything else is a bug and is answered as `internal`.
 */
export type Handlers<N extends Namespace> = {
  readonly [E in Exclude<ClientEvent<N>, ChatAlias>]: (
    session: SessionIdentity,
    payload: ClientPayload<N, E>,
  ) => ClientReply<N, E> | Promise<ClientReply<N, E>>;
};
