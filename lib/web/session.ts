import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod';
import { idSchema } from '#lib/protocol/common.ts';
import { isHttps } from './request.ts';

const tokenSchema = z.object({ sub: idSchema, name: z.string() });

/** Who the cookie says this is. */
export interface SessionUser {
  userId: string;
  name: string;
}

/** next-auth's own names. Browsers accept the second only over HTTPS, and then no plain answer can overwrite it. */
const cookieName = { http: 'next-auth.session-token', https: '__Secure-next-auth.session-token' };

const nameFor = (request: Request): string => (isHttps(request) ? cookieName.https : cookieName.http);

function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The session's user, or `null` for no cookie, one that ended, or one that was not made here. */
export async function readSession(request: Request, secret: string): Promise<SessionUser | null> {
  const cookie = readCookie(request, nameFor(request));
  if (cookie === undefined) return null;
  try {
    const token = tokenSchema.safeParse(await decode({ token: cookie, secret }));
    return token.success ? { userId: token.data.sub, name: token.data.name } : null;
  } catch {
    // Whatever is wrong with a cookie, its holder is simply not signed in.
    return null;
  }
}

function cookie(request: Request, value: string, maxAgeS: number): string {
  const parts = [`${nameFor(request)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAgeS}`];
  if (isHttps(request)) parts.push('Secure');
  return parts.join('; ');
}

/** The `Set-Cookie` header that signs this user in for `maxAgeS` seconds. */
export async function signInCookie(
  request: Request,
  user: SessionUser,
  { jwtSecret, sessionMaxAgeS }: { jwtSecret: string; sessionMaxAgeS: number },
): Promise<string> {
  const token = { sub: user.userId, name: user.name };
  return cookie(request, await encode({ token, secret: jwtSecret, maxAge: sessionMaxAgeS }), sessionMaxAgeS);
}

/** The `Set-Cookie` header that signs out. */
export const signOutCookie = (request: Request): string => cookie(request, '', 0);
