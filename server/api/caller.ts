import type { AccountKind } from '#lib/domain/access/roles.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { hashOfSecret } from '../people/secrets.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import type { Caller } from './define.ts';
import { isHttps } from './http.ts';
import { readSessionCookie, sessionCookieName } from './session.ts';

/** How old the noted time of the last use may get before it is noted again, in ms. */
const touchAfterMs = 300_000;

const anonymous: Caller = { kind: 'anonymous' };

type Services = Pick<WebServices, 'store' | 'config'>;

function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

const isOld = (instant: string | null, now: Date): boolean =>
  instant === null || now.getTime() - Date.parse(instant) > touchAfterMs;

async function callerOfCookie(cookie: string, { store, config }: Services, now: Date): Promise<Caller> {
  const claims = await readSessionCookie(cookie, config.jwtSecret);
  if (claims === null) return anonymous;
  const at = now.toISOString();
  const [login, user] = await Promise.all([
    store.logins.find(claims.lid, at),
    store.users.findById(claims.sub),
  ]);
  if (login === null || user === null || login.userId !== user.id) return anonymous;
  if (isOld(login.lastSeenAt, now)) await store.logins.touch(login.id, at);
  return { kind: 'session', user, loginId: login.id };
}

async function callerOfToken(header: string, { store }: Services, now: Date): Promise<Caller> {
  const secret = /^Bearer (vic_[A-Za-z0-9_-]{20,100})$/i.exec(header)?.[1];
  const at = now.toISOString();
  const token = secret === undefined ? null : await store.apiTokens.findByHash(hashOfSecret(secret), at);
  const user = token === null ? null : await store.users.findById(token.userId);
  if (token === null || user === null) {
    throw new RefusedError('unauthorized', 'The token is unknown, was revoked or has expired.');
  }
  if (isOld(token.lastUsedAt, now)) await store.apiTokens.touch(token.id, at);
  return { kind: 'token', user, token };
}

/**
 * Who asks. A bearer token counts before a cookie; a wrong one is refused (`unauthorized`) instead of being overlooked,
 * while a cookie that is no good makes nobody.
 */
export async function callerOf(request: Request, services: Services, now: Date): Promise<Caller> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return await callerOfToken(authorization, services, now);
  const cookie = cookieOf(request.headers.get('cookie'), sessionCookieName(isHttps(request)));
  return cookie === undefined ? anonymous : await callerOfCookie(cookie, services, now);
}

/** The kind of account that a person has. */
export const accountKindOfUser = (user: Pick<User, 'isGuest' | 'isOperator'>): AccountKind => {
  if (user.isOperator) return 'operator';
  return user.isGuest ? 'guest' : 'account';
};

export const accountKindOf = (caller: Caller): AccountKind =>
  caller.kind === 'anonymous' ? 'anonymous' : accountKindOfUser(caller.user);

/** The person who asks. Throws `RefusedError` (`unauthorized`) for nobody; routes with a permission never get that far. */
export function personOf(caller: Caller): User {
  if (caller.kind === 'anonymous') throw new RefusedError('unauthorized', 'Nobody is signed in here.');
  return caller.user;
}
