import { isHttps, requireHost } from '#server/api/http.ts';
import { ownUrl } from './ownUrl.ts';

/**
 * The request's headers, with the forwarded host made true: where no proxy is trusted, it is what the connection says,
 * and whatever a client wrote into it is dropped. What next-auth builds of it, such as the address another service sends
 * people back to, then points here.
 *
 * Throws `RefusedError` (`bad_request`) for a host that is none.
 */
export function ownHeaders(request: Request, trustedProxies: number): Headers {
  const headers = new Headers(request.headers);
  const host = requireHost(request, trustedProxies);
  headers.set('host', host);
  headers.set('x-forwarded-host', host);
  headers.set('x-forwarded-proto', isHttps(request) ? 'https' : 'http');
  return headers;
}

const callbackCookies = ['next-auth.callback-url', '__Secure-next-auth.callback-url'];
const sessionCookies = ['next-auth.session-token', '__Secure-next-auth.session-token'];

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not one of ours: ours are encoded properly.
    return '';
  }
}

/**
 * The cookies as next-auth may see them: without the session of a login that has ended, and with nothing but a page of
 * ours as the place to go on to.
 */
export function cookiesOf(
  headers: Headers,
  { isSignedIn, origin }: { isSignedIn: boolean; origin: string },
): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const value = decoded(pair.slice(at + 1).trim());
    if (at < 0 || name === '' || Object.hasOwn(cookies, name)) continue;
    if (!isSignedIn && sessionCookies.includes(name)) continue;
    cookies[name] = callbackCookies.includes(name) ? ownUrl(value, origin) : value;
  }
  return cookies;
}
