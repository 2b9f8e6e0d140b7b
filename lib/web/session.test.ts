import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { readSession, signInCookie, signOutCookie } from './session.ts';

const secret = 'a secret of the test';
const config = { jwtSecret: secret, sessionMaxAgeS: 60 };
const user = { userId: uuidv7(), name: 'Zoë “Z” 👩‍🚀' };

const request = (headers: Record<string, string> = {}) => new Request('http://localhost:3000/', { headers });
const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';

describe('session cookie', () => {
  it('brings the user back', async () => {
    const cookie = pairOf(await signInCookie(request(), user, config));
    expect(await readSession(request({ cookie: `a=b; ${cookie}; c=d` }), secret)).toEqual(user);
  });

  it('cannot be read by scripts, sent by other sites’ pages, or read by its holder', async () => {
    const cookie = await signInCookie(request(), user, config);
    expect(cookie).toMatch(/^next-auth\.session-token=/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=60'])
      expect(cookie).toContain(`; ${part}`);
    expect(cookie).not.toContain('Secure');
    expect(cookie).not.toContain(user.userId);
  });

  it('is for HTTPS only where the page came by HTTPS', async () => {
    const https = request({ 'x-forwarded-proto': 'https' });
    const cookie = await signInCookie(https, user, config);
    expect(cookie).toMatch(/^__Secure-next-auth\.session-token=.*; Secure$/);
    const back = request({ 'x-forwarded-proto': 'https', cookie: pairOf(cookie) });
    expect(await readSession(back, secret)).toEqual(user);
  });

  it.each([
    '',
    'next-auth.session-token=',
    'next-auth.session-token=rubbish',
    'next-auth.session-token=a.b.c.d.e',
  ])('is nobody’s when it is %j', async (cookie) => {
    expect(await readSession(request({ cookie }), secret)).toBeNull();
  });

  it('is nobody’s with another secret, or once it has ended', async () => {
    const cookie = pairOf(await signInCookie(request(), user, config));
    expect(await readSession(request({ cookie }), 'another secret')).toBeNull();
    // next-auth lets a clock be 15 s behind.
    const ended = pairOf(await signInCookie(request(), user, { ...config, sessionMaxAgeS: -16 }));
    expect(await readSession(request({ cookie: ended }), secret)).toBeNull();
  });

  it('is taken away by signing out', () => {
    expect(signOutCookie(request())).toMatch(/^next-auth\.session-token=; .*Max-Age=0/);
  });
});
