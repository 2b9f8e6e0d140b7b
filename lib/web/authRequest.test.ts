import { describe, expect, it } from 'vitest';
import { cookiesOf, ownHeaders } from './authRequest.ts';
import { ownUrl } from './ownUrl.ts';

const request = (headers: Record<string, string>) => new Request('http://internal:3000/', { headers });
const hostOf = (headers: Record<string, string>, proxies: number) =>
  ownHeaders(request(headers), proxies).get('x-forwarded-host');

describe('the host of a request', () => {
  const forged = { host: 'vicinity.test', 'x-forwarded-host': 'evil.example' };

  it('is the connection’s where no proxy is trusted', () => {
    expect(hostOf(forged, 0)).toBe('vicinity.test');
  });

  it('is the proxy’s where one is trusted', () => {
    expect(hostOf({ host: 'inside:3000', 'x-forwarded-host': 'vicinity.example' }, 1)).toBe(
      'vicinity.example',
    );
    expect(hostOf({ host: 'vicinity.example' }, 1)).toBe('vicinity.example');
  });

  it.each(['localhost:3000', '[::1]:3000', '192.0.2.1', 'a-b.example'])('may be %s', (host) => {
    expect(hostOf({ host }, 0)).toBe(host);
  });

  it.each(['a/b', 'a@b', 'a b', 'a:b:c', '-', 'a?x', 'a#x', ''])('is never %j', (host) => {
    expect(() => hostOf({ host }, 0)).toThrow(expect.objectContaining({ code: 'bad_request' }));
  });
});

describe('the scheme of a request', () => {
  it.each([
    ['https', 'https'],
    ['http', 'http'],
    ['https, http', 'https'],
    ['javascript', 'http'],
  ])('%j is %s', (given, expected) => {
    const headers = { host: 'vicinity.test', 'x-forwarded-proto': given };
    expect(ownHeaders(request(headers), 0).get('x-forwarded-proto')).toBe(expected);
  });
});

describe('cookies for next-auth', () => {
  const origin = 'http://vicinity.test';
  const read = (cookie: string, isSignedIn = true) =>
    cookiesOf(new Headers({ cookie }), { isSignedIn, origin });

  it('are read as browsers send them, the first of a name', () => {
    expect(read('a=1; b=x%20y; a=2; broken; =3; c=%zz')).toEqual({ a: '1', b: 'x y', c: '' });
  });

  it('hold no session of a login that has ended', () => {
    const cookie = 'next-auth.session-token=x; __Secure-next-auth.session-token=y; z=1';
    expect(read(cookie, false)).toEqual({ z: '1' });
  });

  it('name no page of another site to go on to', () => {
    const cookie = '__Secure-next-auth.callback-url=https%3A%2F%2Fevil.example%2F';
    expect(read(cookie)).toEqual({ '__Secure-next-auth.callback-url': origin });
  });
});

describe('a page of ours', () => {
  const origin = 'https://vicinity.example';

  it.each([
    ['/space/demo?x=1#y', 'https://vicinity.example/space/demo?x=1#y'],
    ['https://vicinity.example/spaces', 'https://vicinity.example/spaces'],
    ['spaces', 'https://vicinity.example/spaces'],
  ])('%s is one', (wanted, expected) => {
    expect(ownUrl(wanted, origin)).toBe(expected);
  });

  it.each([
    'http://vicinity.example/',
    'https://vicinity.example:444/',
    'https://evil.example/',
    '//evil.example/',
    '\\\\evil.example/',
    'https://user@vicinity.example/',
    'javascript:alert(1)',
    'blob:https://vicinity.example/x',
    'https://',
  ])('%s is none', (wanted) => {
    expect(ownUrl(wanted, origin)).toBe(origin);
  });
});
