import { clientAddress } from '../http/forwarded.ts';
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

/** Longest name of a browser that is kept. */
const userAgentLengthMost = 200;

/** What operations may know of the request. */
export function httpContextOf(request: Request, { config }: WebServices): HttpContext {
  const https = isHttps(request);
  const host = hostOf(request, config.trustedProxies) ?? new URL(request.url).host;
  return {
    origin: `${https ? 'https' : 'http'}://${host}`,
    address: clientAddress(request.headers.get('x-forwarded-for'), config.trustedProxies),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, userAgentLengthMost),
    isHttps: https,
    now: new Date(),
  };
}
