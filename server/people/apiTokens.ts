import { v7 as uuidv7 } from 'uuid';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { ApiTokenView, meRoutes } from '#lib/protocol/rest/me.ts';
import type { ApiToken, Store } from '../persistence/ports.ts';
import { newSecret } from './secrets.ts';

/** What every personal API token begins with, so that leaked ones are found by scanners. */
const prefix = 'vic_';

/** A token as its owner sees it; its secret is stored nowhere. */
export const apiTokenView = ({ userId: _, ...view }: ApiToken): ApiTokenView => view;

/** Makes a personal API token. The secret is returned this once. */
export async function makeApiToken(
  { apiTokens }: Pick<Store, 'apiTokens'>,
  userId: string,
  { name, scopes, expiresInS }: BodyOf<typeof meRoutes.createToken>,
  now: Date,
): Promise<{ token: ApiToken; secret: string }> {
  const { secret, secretHash } = newSecret(prefix);
  const token: ApiToken = {
    id: uuidv7(),
    userId,
    name,
    scopes: [...new Set(scopes)],
    createdAt: now.toISOString(),
    expiresAt: expiresInS === null ? null : new Date(now.getTime() + expiresInS * 1_000).toISOString(),
    lastUsedAt: null,
  };
  await apiTokens.create(token, secretHash);
  return { token, secret };
}
