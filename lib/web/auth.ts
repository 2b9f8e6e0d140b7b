import { RefusedError } from '#lib/protocol/errors.ts';
import { callerOf } from '#server/api/caller.ts';
import type { Caller } from '#server/api/define.ts';
import { httpContextOf } from '#server/api/http.ts';
import { refuseForeignOrigin } from '#server/api/origin.ts';
import { explain } from '#server/api/respond.ts';
import type { Budget } from '#server/http/rateLimits.ts';
import type { WebServices } from '#server/services.ts';
import { askNextAuth, readFields } from './authBridge.ts';
import { optionsFor, signInPage } from './authOptions.ts';
import { cookiesOf, ownHeaders } from './authRequest.ts';
import { ownUrl } from './ownUrl.ts';

/** What next-auth may be asked for here; its own pages and its log for browsers are left out. */
const actions: Readonly<Record<string, readonly string[]>> = {
  GET: ['providers', 'session', 'csrf', 'signin', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
};

/** The parts of the path below `/api/auth`. Throws `RefusedError` (`not_found`) for what is not offered. */
function partsOf(request: Request): string[] {
  const parts = new URL(request.url).pathname.split('/').slice(3);
  const isOffered = actions[request.method]?.includes(parts[0] ?? '') === true;
  // A password is never taken from an address.
  const isPasswordByGet = request.method === 'GET' && parts[0] === 'callback' && parts[1] === 'credentials';
  if (parts.length > 2 || !isOffered || isPasswordByGet) {
    throw new RefusedError('not_found', 'There is nothing at this address.');
  }
  return parts;
}

/** What checks a password or asks another service costs more than what only answers. */
function budgetOf(method: string, [action]: string[]): Budget {
  if (action === 'callback') return 'credentials';
  return method === 'POST' ? 'guests' : 'reads';
}

/** A caller by cookie only; a token in a header is nobody's session. */
function callerByCookie(headers: Headers, services: WebServices, now: Date): Promise<Caller> {
  const relevant = new Headers(headers);
  relevant.delete('authorization');
  return callerOf(new Request('http://localhost/', { headers: relevant }), services, now);
}

/** next-auth answers an address that is no address with a 500, so it gets to see our own ones only. */
function withOwnCallback(fields: Record<string, string>, origin: string): Record<string, string> {
  const { callbackUrl } = fields;
  return callbackUrl === undefined ? fields : { ...fields, callbackUrl: ownUrl(callbackUrl, origin) };
}

const redirectTo = (path: string): Response =>
  new Response(null, { status: 302, headers: { location: path, 'cache-control': 'private, no-store' } });

async function answer(request: Request, services: WebServices): Promise<Response> {
  const parts = partsOf(request);
  const headers = ownHeaders(request, services.config.trustedProxies);
  const own = new Request(request.url, { headers });
  const http = httpContextOf(own, services);
  await services.rateLimits.consume(budgetOf(request.method, parts), http.address);
  if (request.method === 'POST') refuseForeignOrigin(own, services.config);
  const body = await readFields(request);
  const caller = await callerByCookie(headers, services, http.now);
  const query = withOwnCallback(Object.fromEntries(new URL(request.url).searchParams), http.origin);
  // RFC 6749 §4.1.2.1: whoever was asked there said no. next-auth would call that a failure of the service.
  if (parts[0] === 'callback' && query.error === 'access_denied')
    return redirectTo(`${signInPage}?error=AccessDenied`);
  const asked = {
    method: request.method,
    headers: Object.fromEntries(headers),
    cookies: cookiesOf(headers, { isSignedIn: caller.kind === 'session', origin: http.origin }),
    query: { ...query, nextauth: parts },
    body: withOwnCallback(body, http.origin),
  };
  return await askNextAuth(asked, optionsFor({ services, caller, http }));
}

/** Answers a request below `/api/auth`. Never rejects. */
export async function handleAuth(request: Request, services: WebServices): Promise<Response> {
  try {
    return await answer(request, services);
  } catch (error) {
    return explain(error, services.logger, { url: new URL(request.url).pathname });
  }
}
