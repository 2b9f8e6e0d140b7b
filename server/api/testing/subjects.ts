import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Scope, scopes } from '#lib/domain/access/scopes.ts';
import { openLogin } from '#server/api/session.ts';
import { hashOfSecret } from '#server/people/secrets.ts';
import type { User } from '#server/persistence/ports.ts';
import type { WebServices } from '#server/services.ts';

const http = { origin: 'http://here', address: '127.0.0.1', userAgent: 'test', isHttps: false };

/** The `Cookie` header of somebody who has just signed in. */
export async function cookieOf(services: WebServices, user: Pick<User, 'id' | 'name'>): Promise<string> {
  const cookies = await openLogin(services, { ...http, now: new Date() }, user);
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** The secret of a new personal API token. */
export async function tokenOf(
  { store }: Pick<WebServices, 'store'>,
  userId: string,
  granted: readonly Scope[] = scopes,
): Promise<string> {
  const secret = `vic_${randomBytes(32).toString('base64url')}`;
  const token = {
    id: uuidv7(),
    userId,
    name: 'test',
    scopes: [...granted],
    createdAt: new Date().toISOString(),
    expiresAt: null,
    lastUsedAt: null,
  };
  await store.apiTokens.create(token, hashOfSecret(secret));
  return secret;
}
