import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import { type WireError, wireError } from '#lib/protocol/errors.ts';
import { addressOf } from './address.ts';
import type { Connection } from './Connection.ts';
import type { ConnectionDesk } from './ConnectionDesk.ts';
import type { Dispatcher } from './Dispatcher.ts';
import { isAllowedOrigin } from './origin.ts';
import { SocketIoLink } from './SocketIoLink.ts';
import type { GatewaySettings } from './settings.ts';

export interface TransportDeps {
  readonly httpServer: HttpServer;
  readonly desk: ConnectionDesk;
  readonly dispatcher: Dispatcher;
  readonly settings: GatewaySettings;
}

export interface Transport {
  /** Stops taking connections and closes those that are open. The HTTP server is left to its owner. */
  close(): void;
}

interface Seat {
  readonly connection: Connection;
  readonly link: SocketIoLink;
}

/** Path under which Socket.IO listens; the library's own default. */
export const socketIoPath = '/socket.io';

/** Serves the catalogue over Socket.IO: WebSocket only, `/space` and `/media` on one connection. */
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
  const seats = new WeakMap<Socket['client'], Seat>();
  io.use((_socket, next) => next(refusal(wireError('not_found', 'connect to /space'))));
  io.of('/space').on('connection', (socket) => seatSpace(socket, seats, deps));
  io.of('/media').use((socket, next) => {
    const isJoined = seats.get(socket.client)?.connection.state.name === 'joined';
    next(isJoined ? undefined : refusal(wireError('unauthorized', 'join a space on /space first')));
  });
  io.of('/media').on('connection', (socket) => seatMedia(socket, seats, deps));
  return {
    close() {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function seatSpace(socket: Socket, seats: WeakMap<Socket['client'], Seat>, deps: TransportDeps): void {
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

function seatMedia(socket: Socket, seats: WeakMap<Socket['client'], Seat>, deps: TransportDeps): void {
  const seat = seats.get(socket.client);
  if (seat === undefined) {
    socket.disconnect(true);
    return;
  }
  seat.link.setMedia(socket);
  socket.on('disconnect', () => seat.link.setMedia(null));
  listen(socket, '/media', seat.connection, deps.dispatcher);
}

function listen(socket: Socket, namespace: Namespace, connection: Connection, dispatcher: Dispatcher): void {
  socket.onAny(async (event: unknown, ...args: unknown[]) => {
    const last = args.at(-1);
    const acknowledge = typeof last === 'function' ? last : null;
    const payload = args[0] === acknowledge ? undefined : args[0];
    const outcome = await dispatcher.dispatch(connection, namespace, event, payload);
    if (outcome.kind === 'silent') return;
    if (outcome.kind === 'reply') {
      acknowledge?.(outcome.reply);
      if (outcome.hasLeft) connection.link.end('left');
      return;
    }
    if (acknowledge === null) {
      const problem = { event: String(event).slice(0, 64), error: outcome.error };
      connection.link.send('/space', 'problem', problem);
      return;
    }
    acknowledge({ error: outcome.error });
  });
}

function refusal(error: WireError): Error & { data: WireError } {
  return Object.assign(new Error(error.message), { data: error });
}
