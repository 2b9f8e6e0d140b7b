import type { IncomingMessage } from 'node:http';

/**
 * Makes the forwarding headers true before anybody reads them. Without a proxy in front, a client could write them
 * itself; so they are replaced by what the connection says. With proxies, theirs are kept.
 */
export function setForwardedHeaders(request: IncomingMessage, trustedProxies: number): void {
  if (trustedProxies > 0) return;
  const isEncrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
  request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  request.headers['x-forwarded-proto'] = isEncrypted ? 'https' : 'http';
  request.headers['x-forwarded-host'] = request.headers.host ?? '';
}

/**
 * The client's address among those of `X-Forwarded-For`. Every proxy appends the address it was reached from, so the
 * client's is the one that the outermost trusted proxy appended; what stands before it the client may have written.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  const index = hops.length - Math.max(1, trustedProxies);
  return hops[Math.max(0, index)] ?? 'unknown';
}
