import { decode, encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { idSchema } from '#lib/protocol/common.ts';
import type { Login, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import type { HttpContext } from './define.ts';

/** Claims of a session's token: the person, their name for next-auth's own answers, and the login that can be ended. */
export const sessionClaimsSchema = z.object({ sub: idSchema, name: z.string(), lid: idSchema });

export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

/** next-auth's own names. Browsers accept the second only over HTTPS, and then no plain answer can overwrite it. */
export const sessionCookieName = (isHttps: boolean): string =>
  isHttps ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

type SessionServices = Pick<WebServices, 'store' | 'config'>;

function setCookie(http: Pick<HttpContext, 'isHttps'>, value: string, maxAgeS: number): string {
  const parts = [
    `${sessionCookieName(http.isHttps)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeS}`,
  ];
  if (http.isHttps) parts.push('Secure');
  return parts.join('; ');
}

/** Writes down that somebody signs in here. Every sign-in makes a new login, so that no session can be fixed beforehand. */
export async function createLogin(
  { store, config }: SessionServices,
  { now, userAgent }: Pick<HttpContext, 'now' | 'userAgent'>,
  userId: string,
): Promise<Login> {
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + config.sessionMaxAgeS * 1_000).toISOString();
  const login = { id: uuidv7(), userId, userAgent, createdAt: at, lastSeenAt: at, expiresAt };
  await store.logins.create(login);
  return login;
}

/** Signs somebody in: makes a login and gives the `Set-Cookie` headers that carry it. */
export async function openLogin(
  services: SessionServices,
  http: HttpContext,
  user: Pick<User, 'id' | 'name'>,
): Promise<string[]> {
  const { jwtSecret, sessionMaxAgeS } = services.config;
  const login = await createLogin(services, http, user.id);
  const token = { sub: user.id, name: user.name, lid: login.id };
  return [
    setCookie(http, await encode({ token, secret: jwtSecret, maxAge: sessionMaxAgeS }), sessionMaxAgeS),
  ];
}

/** The `Set-Cookie` headers that take the session away from the browser. The login itself is ended elsewhere. */
export const closeLoginCookies = (http: Pick<HttpContext, 'isHttps'>): string[] => [setCookie(http, '', 0)];

/** What a session cookie says, or `null` for one that ended or was not made here. */
export async function readSessionCookie(cookie: string, secret: string): Promise<SessionClaims | null> {
  try {
    const claims = sessionClaimsSchema.safeParse(await decode({ token: cookie, secret }));
    return claims.success ? claims.data : null;
  } catch {
    // Whatever is wrong with a cookie, its holder is simply not signed in.
    return null;
  }
}
