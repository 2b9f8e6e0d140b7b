import { Manager, type Socket } from 'socket.io-client';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import { askSocket, openSocket } from './socketCalls.ts';

/** One open connection with the namespaces of a space on it. It ends once and is never opened again. */
export interface Connection {
  /** Sends a message and waits for its acknowledgement as it came. @throws RequestError `timeout`, `offline` */
  request(namespace: Namespace, event: string, payload: unknown, timeoutMs: number): Promise<unknown>;
  /** Sends a message that needs no answer; handed to the WebSocket before this returns. */
  emit(namespace: Namespace, event: string, payload: unknown): void;
  /** Opens `/media` on the same WebSocket; the server allows it once the space is joined. @throws RequestError */
  openMedia(): Promise<void>;
  /**
   * Opens `/chat` on the same WebSocket, once the space is joined or again after the server closed it; who chats is known
   * from the join. @throws RequestError
   */
  openChat(): Promise<void>;
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
  /** The server closed `/chat` alone; the space goes on. */
  readonly onChatClosed?: () => void;
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
    '/chat': manager.socket('/chat', { auth: { wire: wireForm } }),
  };
  try {
    await openSocket(sockets['/space'], options.timeoutMs);
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
  const chat = sockets['/chat'];
  chat.onAny((event: string, payload: unknown) => options.onMessage('/chat', event, payload));
  chat.on('disconnect', () => {
    if (!isClosed) options.onChatClosed?.();
  });
  return {
    request: (namespace, event, payload, timeoutMs) =>
      askSocket(sockets[namespace], event, payload, timeoutMs),
    openMedia: () => openSocket(sockets['/media'], options.timeoutMs),
    openChat: () => openSocket(chat, options.timeoutMs),
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
