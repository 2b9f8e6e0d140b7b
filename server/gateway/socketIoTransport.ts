import { Server, type Socket } from 'socket.io';
import { wireError } from '#lib/protocol/errors.ts';
import { addressOf } from './address.ts';
import { seatChat } from './chat/socketIoChat.ts';
import { isAllowedOrigin } from './origin.ts';
import { SocketIoLink } from './SocketIoLink.ts';
import { unreadMost } from './sendOrCut.ts';
import { listen, refusal, type Seat, type Seats } from './socketIoSeat.ts';
import type { Transport, TransportDeps } from './transport.ts';

/** Path under which Socket.IO listens; the library's own default. */
export const socketIoPath = '/socket.io';

/** Serves the catalogue over Socket.IO: WebSocket only, `/space`, `/media` and `/chat` on one connection. */
export function attachSocketIo(deps: TransportDeps): Transport {
  const { settings } = deps;
  const io = new Server(deps.httpServer, {
    path: socketIoPath,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: settings.maxMessageBytes,
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    connectTimeout: settings.joinTimeoutMs,
    perMessageDeflate: false,
    // Upgrades of other paths belong to others (the page's hot reload, `/ws`).
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, isAllowedOrigin(request.headers, settings)),
  });
  io.engine.on('connection', endWhenUnread);
  const seats = new WeakMap<Socket['client'], Seat>();
  io.of('/space').on('connection', (socket) => seatSpace(socket, seats, deps));
  io.of('/media').use((socket, next) => {
    const isJoined = seats.get(socket.client)?.connection.state.name === 'joined';
    next(isJoined ? undefined : refusal(wireError('unauthorized', 'join a space on /space first')));
  });
  io.of('/media').on('connection', (socket) => seatMedia(socket, seats, deps));
  // SPEC names the default namespace, too.
  for (const name of ['/chat', '/']) seatChat(io.of(name), seats, deps);
  return {
    close() {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** A client that asks and does not read fills the memory of the server: it is cut off. */
function endWhenUnread(conn: Socket['conn']): void {
  let waiting = 0;
  conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    waiting += typeof data === 'string' ? data.length : 0;
    if (waiting > unreadMost) conn.close(true);
  });
  // What waited was handed on; until all of it is sent nothing more is.
  conn.on('drain', () => {
    waiting = 0;
  });
}

function seatSpace(socket: Socket, seats: Seats, deps: TransportDeps): void {
  // Asked for twice in one breath, a second place would come with limits of its own.
  if (seats.has(socket.client)) {
    socket.disconnect(true);
    return;
  }
  const { token, wire } = socket.handshake.auth;
  const link = new SocketIoLink(socket, wire === 1);
  const address = addressOf(socket.request, deps.settings.trustedProxies);
  const connection = deps.desk.open(link, address, typeof token === 'string' ? token : null);
  seats.set(socket.client, { connection, link });
  socket.on('disconnect', () => {
    deps.desk.closed(connection);
    // Without its place in the space nothing else may go on over the same connection.
    socket.conn.close();
  });
  listen(socket, '/space', connection, deps.dispatcher);
}

function seatMedia(socket: Socket, seats: Seats, deps: TransportDeps): void {
  const seat = seats.get(socket.client);
  const link = seat?.link ?? null;
  if (seat === undefined || link === null) {
    socket.disconnect(true);
    return;
  }
  link.setMedia(socket);
  socket.on('disconnect', () => link.setMedia(null));
  listen(socket, '/media', seat.connection, deps.dispatcher);
}
