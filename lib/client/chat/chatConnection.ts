import { Manager } from 'socket.io-client';
import { askSocket, openSocket } from '../session/socketCalls.ts';

/** One open connection to `/chat` alone. It ends once and is never opened again. */
export interface ChatConnection {
  /** Sends a message and waits for its acknowledgement as it came. @throws RequestError `timeout`, `offline` */
  request(event: string, payload: unknown): Promise<unknown>;
  /** Closes without telling `onClosed`. */
  close(): void;
}

export interface ChatConnectionOptions {
  /** Origin of the realtime server. */
  readonly url: string;
  readonly spaceId: string;
  readonly token: string;
  readonly timeoutMs: number;
  readonly onMessage: (event: string, payload: unknown) => void;
  readonly onClosed: () => void;
}

export type OpenChatConnection = (options: ChatConnectionOptions) => Promise<ChatConnection>;

/** `wire: 1` asks for entries of the log, numbered, for messages too. */
const wireForm = 1;

/** @throws RequestError with the server's code when the handshake was refused, `timeout` or `offline` otherwise */
export const openChatConnection: OpenChatConnection = async (options) => {
  const { url, spaceId, token, timeoutMs, onMessage, onClosed } = options;
  const manager = new Manager(url, {
    transports: ['websocket'],
    // Every reconnect needs a fresh ticket.
    reconnection: false,
    autoConnect: false,
    query: { spaceId },
    timeout: timeoutMs,
  });
  const socket = manager.socket('/chat', { auth: { token, wire: wireForm, spaceId } });
  // Before it is open: what is sent at once must not be missed.
  socket.onAny(onMessage);
  try {
    await openSocket(socket, timeoutMs);
  } catch (error) {
    socket.disconnect();
    throw error;
  }
  let isClosed = false;
  socket.on('disconnect', () => {
    if (!isClosed) onClosed();
    isClosed = true;
  });
  return {
    request: (event, payload) => askSocket(socket, event, payload, timeoutMs),
    close() {
      isClosed = true;
      socket.disconnect();
    },
  };
};
