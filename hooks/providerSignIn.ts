import { restErrorOf } from '#lib/client/rest/problem.ts';
import { RestError } from '#lib/client/rest/RestError.ts';

type Send = typeof fetch;

/** One of the services that `listProviders` names. */
export interface Provider {
  readonly id: string;
  readonly name: string;
}

const what = 'signing in by a service';

/** One text out of a JSON answer. Throws `RestError`. */
async function textOf(response: Response, name: string): Promise<string> {
  const value = await jsonOf(response);
  if (!response.ok) throw restErrorOf(what, response, value);
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof text === 'string') return text;
  throw RestError.badReply(what, response.status);
}

/** What an answer holds; undefined when it is no JSON, as a proxy's page is not. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw RestError.offline(what);
  }
}

async function ask(send: Send, address: string, init?: RequestInit): Promise<Response> {
  try {
    return await send(address, { credentials: 'same-origin', ...init });
  } catch {
    // `fetch` rejects for one reason only where nothing aborts it: there was no answer.
    throw RestError.offline(address);
  }
}

/**
 * Where the browser has to go to sign in by another service: next-auth answers the address together with the cookies that
 * guard the way back. Its form is sent from here, because the page's policy forbids forms that lead to another site.
 *
 * @param returnTo own path to come back to.
 * Throws `RestError`.
 */
export async function addressOfProvider(
  providerId: string,
  returnTo: string,
  send: Send = globalThis.fetch.bind(globalThis),
): Promise<string> {
  const csrfToken = await textOf(await ask(send, '/api/auth/csrf'), 'csrfToken');
  const address = await ask(send, `/api/auth/signin/${encodeURIComponent(providerId)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: returnTo, json: 'true' }),
  });
  return await textOf(address, 'url');
}

/** What went wrong on the way in: keys of the messages `signIn.failed`. */
export type SignInFailure =
  | 'denied'
  | 'taken'
  | 'unverified'
  | 'service'
  | 'busy'
  | 'wrong'
  | 'session'
  | 'other';

/** next-auth's codes of its `?error=` (next-auth 4, “Sign in page”), and our own two. */
const failureOfCode: Readonly<Record<string, SignInFailure>> = {
  AccessDenied: 'denied',
  OAuthAccountNotLinked: 'taken',
  EmailNotVerified: 'unverified',
  OAuthSignin: 'service',
  OAuthCallback: 'service',
  OAuthCreateAccount: 'service',
  Callback: 'service',
  RateLimited: 'busy',
  CredentialsSignin: 'wrong',
  SessionRequired: 'session',
};

/** What an address tells of a failed way in; null when it tells nothing. */
export function signInFailureOf(code: string | string[] | undefined): SignInFailure | null {
  if (typeof code !== 'string' || code === '') return null;
  return Object.hasOwn(failureOfCode, code) ? (failureOfCode[code] ?? 'other') : 'other';
}
