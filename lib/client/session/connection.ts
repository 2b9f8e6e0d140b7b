import { Manager, type Socket } from 'socket.io-client';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import { wireErrorSchema } from '#lib/protocol/errors.ts';
import { RequestError } from './RequestError.ts';

/** One open connection with both namespaces on it. It ends once and is never opened again. */
export interface Connection {
  /** Sends a message and waits for its acknowledgement as it came. @throws RequestError `timeout`, `offline` */
  request(namespace: Namespace, event: string, payload: unknown, timeoutMs: number): Promise<unknown>;
  /** Sends a message that needs no answer; handed to the WebSocket before this returns. */
  emit(namespace: Namespace, event: string, payload: unknown): void;
  /** Opens `/media` on the same WebSocket; the server allows it once the space is joined. @throws RequestError */
  openMedia(): Promise<void>;
  /** Closes without telling `onClosed`. */
  close(): void;
}

export interface ConnectionOptions {
  /** Origin of the realtime server. */
  readonly url: string;
  readonly spaceId: string;
  readonly token: string;
  readonly timeoutMs: number;
  readonly onMessage: (namespace: Namespace, event: string, payload: unknown) => void;
  readonly onClosed: (reason: string) => void;
}

export type OpenConnection = (options: ConnectionOptions) => Promise<Connection>;

/** `wire: 1` asks for positions as binary frames (`lib/protocol/positionsFrame.ts`). */
const wireForm = 1;

/**
 * Opens a connection to `/space`; the ticket travels in its handshake.
 * @throws RequestError with the server's code when the handshake was refused, `timeout` or `offline` otherwise
 */
export const openConnection: OpenConnection = async (options) => {
  const manager = new Manager(options.url, {
    transports: ['websocket'],
    // Every reconnect needs a fresh ticket, so reconnecting is the session's business.
    reconnection: false,
    autoConnect: false,
    query: { spaceId: options.spaceId },
    timeout: options.timeoutMs,
  });
  const auth = { token: options.token, wire: wireForm };
  const sockets = {
    '/space': manager.socket('/space', { auth }),
    '/media': manager.socket('/media', { auth }),
  };
  try {
    await connected(sockets['/space'], options.timeoutMs);
  } catch (error) {
    closeQuietly(sockets);
    throw error;
  }
  return liveConnection(sockets, options);
};

type Sockets = Readonly<Record<Namespace, Socket>>;

function liveConnection(sockets: Sockets, options: ConnectionOptions): Connection {
  let isClosed = false;
  for (const namespace of ['/space', '/media'] as const) {
    const socket = sockets[namespace];
    socket.onAny((event: string, payload: unknown) => options.onMessage(namespace, event, payload));
    socket.on('disconnect', (reason) => {
      if (isClosed) return;
      isClosed = true;
      closeQuietly(sockets);
      options.onClosed(reason);
    });
  }
  return {
    request: (namespace, event, payload, timeoutMs) => ask(sockets[namespace], event, payload, timeoutMs),
    openMedia: () => connected(sockets['/media'], options.timeoutMs),
    emit(namespace, event, payload) {
      if (sockets[namespace].connected) sockets[namespace].emit(event, payload);
    },
    close() {
      isClosed = true;
      closeQuietly(sockets);
    },
  };
}

function closeQuietly(sockets: Sockets): void {
  for (const socket of Object.values(sockets)) socket.disconnect();
}

function ask(socket: Socket, event: string, payload: unknown, timeoutMs: number): Promise<unknown> {
  if (!socket.connected) return Promise.reject(RequestError.offline(event));
  return new Promise((resolve, reject) => {
    const lost = () => settle(() => reject(RequestError.offline(event)));
    const timer = setTimeout(() => settle(() => reject(RequestError.timeout(event, timeoutMs))), timeoutMs);
    function settle(finish: () => void): void {
      clearTimeout(timer);
      socket.off('disconnect', lost);
      finish();
    }
    socket.once('disconnect', lost);
    socket.emit(event, payload, (reply: unknown) => settle(() => resolve(reply)));
  });
}

function connected(socket: Socket, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(RequestError.timeout('connect', timeoutMs)), timeoutMs);
    const refused = (error: Error) => finish(handshakeError(error));
    const closed = () => finish(RequestError.offline('connect'));
    const open = () => finish(null);
    function finish(error: RequestError | null): void {
      clearTimeout(timer);
      socket.off('connect', open).off('connect_error', refused).off('disconnect', closed);
      if (error === null) resolve();
      else reject(error);
    }
    socket.on('connect', open).on('connect_error', refused).on('disconnect', closed);
    socket.connect();
  });
}

/** A refused handshake carries the wire error in `data`; a failed transport carries nothing we know. */
function handshakeError(error: Error): RequestError {
  const refusal = wireErrorSchema.safeParse('data' in error ? error.data : undefined);
  return refusal.success ? RequestError.refused('connect', refusal.data) : RequestError.offline('connect');
}
