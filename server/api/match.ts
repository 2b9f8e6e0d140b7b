import { type OperationId, restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { Method, RestRoute } from '#lib/protocol/rest/define.ts';

export interface Match {
  readonly id: OperationId;
  readonly route: RestRoute;
  /** Values of the path's parameters, decoded, not yet judged. */
  readonly params: Readonly<Record<string, string>>;
}

export type MatchResult =
  | { readonly kind: 'match'; readonly match: Match }
  | { readonly kind: 'wrong_method'; readonly allowed: readonly Method[] }
  | { readonly kind: 'unknown' };

interface Pattern {
  readonly id: OperationId;
  readonly route: RestRoute;
  readonly segments: readonly string[];
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Patterns with words before those with parameters, so that `/me/logins` is never taken for `/me/{something}`. */
const patterns: readonly Pattern[] = Object.entries<RestRoute>(restCatalogue)
  .map(([id, route]) => ({ id: id as OperationId, route, segments: route.path.split('/').slice(1) }))
  .sort((a, b) => parametersIn(a) - parametersIn(b));

function parametersIn({ segments }: Pattern): number {
  return segments.filter(isParameter).length;
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The path's parameters, or `null` when it does not fit the pattern. */
function paramsFrom({ segments }: Pattern, given: readonly string[]): Record<string, string> | null {
  if (segments.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (isParameter(segment)) params[segment.slice(1, -1)] = value;
    else if (segment !== value) return null;
  }
  return params;
}

/** Finds the operation for a path below `/api/v1`, such as `/spaces/demo/members`. */
export function matchRoute(method: string, path: string): MatchResult {
  const given = path.split('/').slice(1).map(decoded);
  if (given.includes(null)) return { kind: 'unknown' };
  const allowed: Method[] = [];
  for (const pattern of patterns) {
    const params = paramsFrom(pattern, given as string[]);
    if (params === null) continue;
    if (pattern.route.method === method) {
      return { kind: 'match', match: { id: pattern.id, route: pattern.route, params } };
    }
    allowed.push(pattern.route.method);
  }
  return allowed.length === 0 ? { kind: 'unknown' } : { kind: 'wrong_method', allowed };
}
