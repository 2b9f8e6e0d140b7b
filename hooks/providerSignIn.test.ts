import { describe, expect, it } from 'vitest';
import { addressOfProvider, signInFailureOf } from './providerSignIn.ts';

interface Sent {
  readonly address: string;
  readonly method: string;
  readonly body: string;
}

/** A server that answers each address with a JSON value, and notes what it was asked. */
function serverOf(answers: Record<string, unknown>, status = 200) {
  const sent: Sent[] = [];
  const send: typeof fetch = (address, init) => {
    sent.push({ address: String(address), method: init?.method ?? 'GET', body: String(init?.body ?? '') });
    return Promise.resolve(Response.json(answers[String(address)] ?? {}, { status }));
  };
  return { sent, send };
}

describe('signing in by another service', () => {
  it('asks for the guard first, then for the way', async () => {
    const { sent, send } = serverOf({
      '/api/auth/csrf': { csrfToken: 'abc' },
      '/api/auth/signin/github': { url: 'https://github.example/authorize' },
    });
    expect(await addressOfProvider('github', '/space/demo?a=1', send)).toBe(
      'https://github.example/authorize',
    );
    expect(sent.map(({ method, address }) => `${method} ${address}`)).toEqual([
      'GET /api/auth/csrf',
      'POST /api/auth/signin/github',
    ]);
    expect(Object.fromEntries(new URLSearchParams(sent[1]?.body))).toEqual({
      csrfToken: 'abc',
      callbackUrl: '/space/demo?a=1',
      json: 'true',
    });
  });

  it('keeps the name of the service within its part of the address', async () => {
    const { sent, send } = serverOf({ '/api/auth/csrf': { csrfToken: 'abc' } });
    await expect(addressOfProvider('../x', '/spaces', send)).rejects.toMatchObject({ code: 'internal' });
    expect(sent[1]?.address).toBe('/api/auth/signin/..%2Fx');
  });

  it('tells an answer that is none from no answer', async () => {
    const { send } = serverOf({}, 500);
    await expect(addressOfProvider('github', '/spaces', send)).rejects.toMatchObject({ code: 'internal' });
    const busy = () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '30' } }));
    await expect(addressOfProvider('github', '/spaces', busy)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterS: 30,
    });
    const offline = () => Promise.reject(new TypeError('fetch failed'));
    await expect(addressOfProvider('github', '/spaces', offline)).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('what an address tells of a failed way in', () => {
  it('is nothing without a code, and something for every code', () => {
    expect(signInFailureOf(undefined)).toBeNull();
    expect(signInFailureOf('')).toBeNull();
    expect(signInFailureOf('AccessDenied')).toBe('denied');
    expect(signInFailureOf('OAuthAccountNotLinked')).toBe('taken');
    expect(signInFailureOf('OAuthCallback')).toBe('service');
    expect(signInFailureOf('EmailNotVerified')).toBe('unverified');
    expect(signInFailureOf('constructor')).toBe('other');
    expect(signInFailureOf(['a', 'b'])).toBeNull();
  });
});
