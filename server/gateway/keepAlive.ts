import type { WebSocket } from 'ws';

/**
 * Asks a WebSocket again and again whether it lives (RFC 6455 §5.5.2) and closes it when no answer comes in time.
 *
 * @returns stops asking.
 */
export function keepAlive(
  socket: WebSocket,
  times: { readonly pingIntervalMs: number; readonly pingTimeoutMs: number },
): () => void {
  let timer = setTimeout(ask, times.pingIntervalMs);

  function ask(): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.ping();
    timer = setTimeout(() => socket.terminate(), times.pingTimeoutMs);
  }

  socket.on('pong', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, times.pingIntervalMs);
  });
  return () => clearTimeout(timer);
}
