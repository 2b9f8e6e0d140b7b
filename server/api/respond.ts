import { RefusedError } from '#lib/protocol/errors.ts';
import { httpStatusOf, problemOf } from '../http/problem.ts';
import { type Allowance, RateLimitedError } from '../http/rateLimits.ts';
import type { Logger } from '../observability/Logger.ts';
import { StorageError } from '../persistence/StorageError.ts';

/** Headers that tell what is left of the budget. */
export function limitHeaders({ limit, remaining, resetS }: Allowance): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetS),
  };
}

/** A problem document as an answer (RFC 9457). */
export function problemResponse(
  code: Parameters<typeof httpStatusOf>[0],
  detail: string,
  path?: string,
  headers: Record<string, string> = {},
): Response {
  const status = httpStatusOf(code);
  return Response.json(problemOf(status, code, detail, path), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** The scheme that RFC 9110 wants named beside a 401. */
const challenge = { 'www-authenticate': 'Bearer realm="vicinity"' };

function refusalResponse(error: RefusedError): Response {
  if (error instanceof RateLimitedError) {
    const { allowance } = error;
    const headers = { ...limitHeaders(allowance), 'retry-after': String(allowance.resetS) };
    return problemResponse(error.code, error.message, error.path, headers);
  }
  const headers = httpStatusOf(error.code) === 401 ? challenge : {};
  return problemResponse(error.code, error.message, error.path, headers);
}

/** What went wrong, for whoever asked; what only the operator may know (a folder, a setting) goes to the log. */
export function explain(error: unknown, logger: Logger, context: object = {}): Response {
  if (error instanceof RefusedError) return refusalResponse(error);
  logger.error({ ...context, error }, 'a route failed');
  if (error instanceof StorageError) return problemResponse('unavailable', 'The database cannot be reached.');
  return problemResponse('internal', 'Something went wrong here.');
}
