import type { IncomingMessage } from 'node:http';
import { clientAddress, networkOf } from '../http/forwarded.ts';

/** Where a client is: by its connection, or by what the trusted proxies say. */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  if (trustedProxies === 0) return networkOf(request.socket.remoteAddress ?? 'unknown');
  return clientAddress(String(request.headers['x-forwarded-for'] ?? ''), trustedProxies);
}
