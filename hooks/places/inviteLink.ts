import { linkTokenSchema } from '#lib/protocol/rest/common.ts';

/**
 * The path of an invitation that somebody pasted: a whole link of this site, its path, or the secret part alone. Null for
 * anything else, a link of another site included.
 */
export function invitePathFrom(pasted: string, origin: string): string | null {
  const text = pasted.trim();
  const token = linkTokenSchema.safeParse(text).success ? text : tokenOfAddress(text, origin);
  return token === null ? null : `/invite/${token}`;
}

function tokenOfAddress(text: string, origin: string): string | null {
  const url = URL.parse(text, origin);
  if (url === null || url.origin !== origin) return null;
  const token = /^\/invite\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  return linkTokenSchema.safeParse(token).success ? (token ?? null) : null;
}
