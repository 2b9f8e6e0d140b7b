import type { IncomingHttpHeaders } from 'node:http';

export interface OriginRules {
  /** Origins such as `https://vicinity.example` that may connect besides the server's own. */
  readonly allowedOrigins: readonly string[];
  /** Whether `X-Forwarded-Host` comes from our own proxy and may be believed. */
  readonly trustProxy: boolean;
}

/**
 * Whether a browser page of this origin may open a connection. Programs that are no browsers send no origin; they are
 * let in here, because a ticket is asked of everybody and no cookie is read.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, rules: OriginRules): boolean {
  if (headers.origin === undefined) return true;
  const origin = URL.parse(headers.origin);
  if (origin === null) return false;
  if (rules.allowedOrigins.some((allowed) => URL.parse(allowed)?.origin === origin.origin)) return true;
  const host = URL.parse(`${origin.protocol}//${ownHost(headers, rules.trustProxy)}`)?.host;
  return host !== undefined && host !== '' && host === origin.host;
}

function ownHost(headers: IncomingHttpHeaders, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
  return first === undefined || first === '' ? (headers.host ?? '') : first;
}
