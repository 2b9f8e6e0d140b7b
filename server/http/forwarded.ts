import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

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
 * Whom an address stands for: an IPv4 address for itself, an IPv6 one for its network of 64 bits, because every
 * connection has all addresses of one (RFC 6177) and could use a new one for each request.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter((group) => group !== '');
  const last = tail === undefined ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/**
 * The client's address, as `networkOf` tells it, among those of `X-Forwarded-For`. Every proxy appends the address it was reached from, so the
 * client's is the one that the outermost trusted proxy appended; what stands before it the client may have written.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  const index = hops.length - Math.max(1, trustedProxies);
  return networkOf(hops[Math.max(0, index)] ?? 'unknown');
}
