import { RefusedError } from '#lib/protocol/errors.ts';
import { clientAddress } from '../http/forwarded.ts';
import { isHost } from '../http/host.ts';
import type { WebServices } from '../services.ts';
import type { HttpContext } from './define.ts';

const firstOf = (header: string | null): string | undefined => header?.split(',')[0]?.trim();

/** Whether the browser speaks HTTPS, to us or to the proxy in front. */
export function isHttps(request: Request): boolean {
  const forwarded = firstOf(request.headers.get('x-forwarded-proto'));
  return (forwarded ?? new URL(request.url).protocol.replace(':', '')) === 'https';
}

/** Host and port under which the browser reached us. Without a proxy in front, a client writes the forwarded one itself. */
export function hostOf(request: Request, trustedProxies: number): string | null {
  const forwarded = trustedProxies > 0 ? firstOf(request.headers.get('x-forwarded-host')) : undefined;
  return forwarded ?? request.headers.get('host');
}

/** The same, as links may be made of it. Throws `RefusedError` (`bad_request`) for what is no host. */
export function requireHost(request: Request, trustedProxies: number): string {
  const host = hostOf(request, trustedProxies) ?? new URL(request.url).host;
  if (!isHost(host)) throw new RefusedError('bad_request', 'The Host header names no host.');
  return host;
}

/** Longest name of a browser that is kept. */
const userAgentLengthMost = 200;

/** What operations may know of the request. Throws `RefusedError` (`bad_request`) for a `Host` that is none. */
export function httpContextOf(request: Request, { config }: WebServices): HttpContext {
  const https = isHttps(request);
  return {
    origin: `${https ? 'https' : 'http'}://${requireHost(request, config.trustedProxies)}`,
    address: clientAddress(request.headers.get('x-forwarded-for'), config.trustedProxies),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, userAgentLengthMost),
    isHttps: https,
    now: new Date(),
  };
}
