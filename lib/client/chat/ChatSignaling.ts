import type {
  ClientEvent,
  ClientPayload,
  ClientReply,
  ServerEvent,
  ServerPayload,
} from '#lib/protocol/catalogue.ts';
import type { Unsubscribe } from '../session/Signaling.ts';

/**
 * The way to the chat of one space, as the store sees it. It may ride on a space's connection or be one of its own; a
 * subscription outlives every reconnect.
 */
export interface ChatSignaling {
  /** @throws RequestError with the server's code, `timeout`, or `offline` when there is no live connection */
  request<E extends ClientEvent<'/chat'>>(
    event: E,
    payload: ClientPayload<'/chat', E>,
  ): Promise<ClientReply<'/chat', E>>;
  /** Hears a server message, parsed by the catalogue's schema. */
  on<E extends ServerEvent<'/chat'>>(
    event: E,
    handler: (payload: ServerPayload<'/chat', E>) => void,
  ): Unsubscribe;
  /** Hears every connect, with the id of the person whom the server takes us for; at once when there is a connection. */
  onConnected(handler: (userId: string) => void): Unsubscribe;
  /** Hears that the connection went away; it comes back by itself. */
  onLost(handler: () => void): Unsubscribe;
  /** Hears that it stays away, and why: a reason of `session-end`, or the code of a refusal. It may be revived from outside. */
  onEnd(handler: (reason: string) => void): Unsubscribe;
  /** Final. */
  close(): void;
}
