import type { ClientEvent, ClientPayload } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatCaller, ChatIdentity, ChatLink, ChatService } from '../../chat/ports.ts';
import type { Connection } from '../Connection.ts';

/** What the gateway asks of the chat. */
export type ChatDesk = Pick<ChatService, 'handlers' | 'open' | 'closed'>;

interface Seat {
  readonly caller: ChatCaller;
  /** Settles when the chat has let the caller in, or rejects as it refused. */
  readonly opening: Promise<void>;
}

/**
 * Which connections chat. A seat begins when a connection opens the chat's namespace, or with the first message of the
 * chat over a connection that has joined a space; it ends with the connection.
 */
export class ChatSeats {
  readonly #chat: ChatDesk;
  readonly #seats = new Map<Connection, Seat>();

  constructor(chat: ChatDesk) {
    this.#chat = chat;
  }

  /** Connections that chat without having joined a space, with who stands behind each. */
  alone(): { identity: ChatIdentity; end: ChatLink['end'] }[] {
    return [...this.#seats]
      .filter(([connection]) => connection.state.name === 'chatting')
      .map(([, { caller }]) => ({ identity: caller.identity, end: (end) => caller.link.end(end) }));
  }

  has(connection: Connection): boolean {
    return this.#seats.has(connection);
  }

  /** Seats a connection. Throws `RefusedError` as the chat does; the connection has no seat then. */
  async open(connection: Connection, caller: ChatCaller): Promise<void> {
    const seat: Seat = { caller, opening: this.#chat.open(caller) };
    this.#seats.set(connection, seat);
    try {
      await seat.opening;
    } catch (error) {
      if (this.#seats.get(connection) === seat) this.#seats.delete(connection);
      throw error;
    }
    // It may have closed while the chat was looking who it is.
    if (connection.isClosed) this.closed(connection);
  }

  /** Seats a connection that has joined a space, as whoever joined. Throws `RefusedError`, `not_joined` for others. */
  openJoined(connection: Connection, link: ChatLink): Promise<void> {
    const { state } = connection;
    if (state.name !== 'joined') throw new RefusedError('not_joined', 'join a space first');
    const { userId, spaceId, loginId, tokenId } = state.identity;
    return this.open(connection, { identity: { userId, spaceId, loginId, tokenId }, link });
  }

  /** Answers a message of the chat. Throws `RefusedError`; `not_joined` for a connection that is nowhere. */
  async answer<E extends ClientEvent<'/chat'>>(
    connection: Connection,
    event: E,
    payload: ClientPayload<'/chat', E>,
  ): Promise<unknown> {
    if (!this.#seats.has(connection)) await this.openJoined(connection, connection.link.chat());
    const seat = this.#seats.get(connection);
    if (seat === undefined) throw new RefusedError('not_joined', 'the chat of this connection has ended');
    await seat.opening;
    return await this.#chat.handlers[event](seat.caller, payload);
  }

  /** The connection, or its chat, is gone. Idempotent. */
  closed(connection: Connection): void {
    const seat = this.#seats.get(connection);
    if (seat === undefined) return;
    this.#seats.delete(connection);
    this.#chat.closed(seat.caller.link.id);
  }
}
