import type * as z from 'zod/mini';
import { type Scope, scopes } from '#lib/domain/access/scopes.ts';
import { lineSchema } from '#lib/protocol/rest/common.ts';
import type { ApiTokenView, meRoutes } from '#lib/protocol/rest/me.ts';
import type { Problems } from '../forms/fields.ts';

/** How long a new token may last: keys of the messages `apiTokens.expiry…`, the shortest first. */
export const expiries = ['7', '30', '90', '365', 'Never'] as const;

export type Expiry = (typeof expiries)[number];

/** A token that is being thought of. */
export interface TokenDraft {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiry: Expiry;
}

/** The least that makes sense; what a token is good for is chosen by hand. */
export const emptyTokenDraft: TokenDraft = { name: '', scopes: [], expiry: '90' };

export const tokenNameLengthMost = 60;

const nameSchema = lineSchema(tokenNameLengthMost);

export function problemsOfToken(draft: TokenDraft): Problems<'name' | 'scopes'> {
  const isNamed = draft.name.trim() !== '';
  return {
    ...(!isNamed && { name: 'tokenNameMissing' }),
    ...(isNamed && !nameSchema.safeParse(draft.name).success && { name: 'lineRefused' }),
    ...(draft.scopes.length === 0 && { scopes: 'scopesMissing' }),
  };
}

const secondsPerDay = 86_400;

/** The draft as the server takes it. */
export function requestOfToken(draft: TokenDraft): z.input<(typeof meRoutes.createToken)['body']> {
  const { name, expiry } = draft;
  return {
    name: name.trim(),
    scopes: scopes.filter((scope) => draft.scopes.includes(scope)),
    expiresInS: expiry === 'Never' ? null : Number(expiry) * secondsPerDay,
  };
}

/** The draft with one scope more or less. */
export function withScope(draft: TokenDraft, scope: Scope, isOn: boolean): TokenDraft {
  const others = draft.scopes.filter((present) => present !== scope);
  return { ...draft, scopes: isOn ? [...others, scope] : others };
}

/** Whether a token has ended by itself. */
export const hasExpired = ({ expiresAt }: Pick<ApiTokenView, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
