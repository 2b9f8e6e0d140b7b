import type { Namespace as IoNamespace, Socket } from 'socket.io';
import { idSchema } from '#lib/protocol/common.ts';
import { RefusedError, wireError } from '#lib/protocol/errors.ts';
import type { ChatLink } from '../../chat/ports.ts';
import { addressOf } from '../address.ts';
import type { ClientLink } from '../Session.ts';
import { listen, refusal, type Seats } from '../socketIoSeat.ts';
import type { TransportDeps } from '../transport.ts';
import { socketIoChatLink } from './fans.ts';

/**
 * Serves the chat on a namespace. Over a connection that has joined a space the chat is that session's; alone it needs
 * a ticket or an API token in the handshake (`auth.token`, `auth.spaceId`). A refused handshake says why in `data`.
 */
export function seatChat(namespace: IoNamespace, seats: Seats, deps: TransportDeps): void {
  namespace.use((socket, next) => {
    enter(socket, seats, deps).then(
      () => next(),
      (error: unknown) => {
        countRefusal(socket);
        next(refusal(wireOf(error)));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const seat = seats.get(socket.client);
    if (seat === undefined) {
      socket.disconnect(true);
      return;
    }
    const { connection } = seat;
    socket.on('disconnect', () => {
      deps.chatSeats.closed(connection);
      if (seat.link === null) deps.desk.closed(connection);
    });
    listen(socket, '/chat', connection, deps.dispatcher);
  });
}

async function enter(socket: Socket, seats: Seats, deps: TransportDeps): Promise<void> {
  const seat = seats.get(socket.client);
  const speaksEntries = socket.handshake.auth.wire === 1;
  if (seat !== undefined && deps.chatSeats.has(seat.connection)) {
    throw new RefusedError('already_joined', 'this connection has its chat already');
  }
  if (seat !== undefined) {
    const link = socketIoChatLink(socket, speaksEntries, () => socket.disconnect());
    await deps.chatSeats.openJoined(seat.connection, link);
    return;
  }
  await enterAlone(socket, speaksEntries, seats, deps);
}

/** Handshakes of one connection that may be refused: each asks for a signature or the database, and none is a message. */
const refusedMost = 5;
const refusedOf = new WeakMap<Socket['client'], number>();

function countRefusal({ client, conn }: Socket): void {
  const refused = (refusedOf.get(client) ?? 0) + 1;
  refusedOf.set(client, refused);
  if (refused > refusedMost) conn.close();
}

/** A connection that came for the chat alone. */
async function enterAlone(
  socket: Socket,
  speaksEntries: boolean,
  seats: Seats,
  deps: TransportDeps,
): Promise<void> {
  const close = (): void => {
    socket.disconnect(true);
  };
  const link = socketIoChatLink(socket, speaksEntries, close);
  const address = addressOf(socket.request, deps.settings.trustedProxies);
  const { token, spaceId } = socket.handshake.auth;
  const connection = deps.desk.open(chatOnlyLink(link), address, null);
  // Before the wait: a second handshake in the same breath finds the seat taken.
  seats.set(socket.client, { connection, link: null });
  const onClose = (): void => deps.desk.closed(connection);
  socket.conn.once('close', onClose);
  try {
    await deps.admission.chat(connection, textOrNull(token), spaceOf(socket, spaceId), link);
  } catch (error) {
    seats.delete(socket.client);
    socket.conn.off('close', onClose);
    deps.desk.closed(connection);
    throw error;
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Named in the handshake, or in the address, where a balancer reads it. */
function spaceOf(socket: Socket, spaceId: unknown): string | null {
  const named = idSchema.safeParse(spaceId ?? socket.handshake.query.spaceId);
  return named.success ? named.data : null;
}

/** The gateway's way to a client that only chats: of all that it may have to say, only the end concerns it. */
function chatOnlyLink(chat: ChatLink): ClientLink {
  return {
    speaksFrames: false,
    isCongested: false,
    send: () => undefined,
    sendPositionsFrame: () => undefined,
    end: (reason, words = {}) => chat.end({ reason, ...words }),
    chat: () => chat,
  };
}

function wireOf(error: unknown) {
  return error instanceof RefusedError ? error.toWire() : wireError('internal', 'the chat cannot be opened');
}
