import type { Socket } from 'socket.io-client';
import { wireErrorSchema } from '#lib/protocol/errors.ts';
import { RequestError } from './RequestError.ts';

/** Sends a message and waits for its acknowledgement as it came. @throws RequestError `timeout`, `offline` */
export function askSocket(
  socket: Socket,
  event: string,
  payload: unknown,
  timeoutMs: number,
): Promise<unknown> {
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

/** Opens a namespace. @throws RequestError with the server's code when it refused, `timeout` or `offline` otherwise */
export function openSocket(socket: Socket, timeoutMs: number): Promise<void> {
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
