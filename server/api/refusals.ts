import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';

/** Refusals that a route gives besides its own, as its declaration implies them. */
function impliedRefusals(route: RestRoute): ErrorCode[] {
  const codes: ErrorCode[] = ['bad_request', 'rate_limited', 'internal', 'unavailable'];
  if (route.permission !== 'none') codes.push('unauthorized', 'forbidden');
  if (route.path.includes('{space}')) codes.push('not_found', 'banned');
  if (route.concurrency === 'guarded') codes.push('precondition_required', 'precondition_failed');
  if (route.takesIdempotencyKey) codes.push('conflict');
  if (!['GET', 'DELETE'].includes(route.method)) codes.push('too_large');
  if (!['GET', 'DELETE'].includes(route.method) && route.takes === 'json')
    codes.push('unsupported_media_type');
  if (route.method !== 'GET') codes.push('forbidden');
  // A bearer token that is no good is refused wherever it is sent.
  codes.push('unauthorized');
  return codes;
}

/** Every code that a route may be refused with. */
export const refusalsOf = (route: RestRoute): readonly ErrorCode[] => [
  ...new Set([...route.refusals, ...impliedRefusals(route)]),
];
