import type {
  ClientEvent,
  ClientPayload,
  ClientReply,
  Namespace,
  ServerEvent,
  ServerPayload,
} from '#lib/protocol/catalogue.ts';
import type { SessionState } from './SessionState.ts';

/** Ends a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void;

/**
 * The one connection of a space as its users see it: typed requests out, parsed messages in. It knows nothing of calls
 * or maps, and a subscription outlives a reconnect: nobody has to subscribe again.
 */
export interface Signaling {
  /**
   * Sends a message and waits for its acknowledgement.
   * @throws RequestError with the server's code when it was refused, `timeout` when no answer came in time,
   *   `offline` when there is no live connection (now, or before the answer came).
   */
  request<N extends Namespace, E extends ClientEvent<N>>(
    namespace: N,
    event: E,
    payload: ClientPayload<N, E>,
  ): Promise<ClientReply<N, E>>;

  /** Hears a server message, parsed by the catalogue's schema; what does not fit the schema is never delivered. */
  on<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    handler: (payload: ServerPayload<N, E>) => void,
  ): Unsubscribe;

  /** Hears the connection's state, at once and then on every change. */
  onState(handler: (state: SessionState) => void): Unsubscribe;
}
