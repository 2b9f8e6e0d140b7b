import type { WebSocket } from 'ws';

/** What a connection that is not read may keep waiting: bytes, or characters before they are encoded. */
export const unreadMost = 16_000_000;

/** Sends a text. A client that asks and does not read would fill the memory of the server: it is cut off. */
export function sendOrCut(socket: WebSocket, text: string): void {
  socket.send(text);
  if (socket.bufferedAmount > unreadMost) socket.terminate();
}
