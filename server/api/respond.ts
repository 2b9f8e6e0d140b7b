import { RefusedError } from '#lib/protocol/errors.ts';
import { httpStatusOf, problemOf } from '../http/problem.ts';
import { type Allowance, RateLimitedError } from '../http/rateLimits.ts';
import type { Logger } from '../observability/Logger.ts';
import { StorageError } from '../persistence/StorageError.ts';
import { StorageUnavailable } from '../storage/StorageUnavailable.ts';

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

/** When to come back, in whole seconds (RFC 9110 §10.2.3), where that is known. */
function retryHeader(retryAfterMs: number | undefined): Record<string, string> {
  if (retryAfterMs === undefined) return {};
  return { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) };
}

function refusalResponse(error: RefusedError): Response {
  if (error instanceof RateLimitedError) {
    const { allowance } = error;
    const headers = { ...limitHeaders(allowance), 'retry-after': String(allowance.resetS) };
    return problemResponse(error.code, error.message, error.path, headers);
  }
  return problemResponse(error.code, error.message, error.path, {
    ...(httpStatusOf(error.code) === 401 ? challenge : {}),
    ...retryHeader(error.retryAfterMs),
  });
}

/** What went wrong, for whoever asked; what only the operator may know (a folder, a setting) goes to the log. */
export function explain(error: unknown, logger: Logger, context: object = {}): Response {
  if (error instanceof RefusedError) return refusalResponse(error);
  logger.error({ ...context, error }, 'a route failed');
  if (error instanceof StorageError) return problemResponse('unavailable', 'The database cannot be reached.');
  if (error instanceof StorageUnavailable) {
    return problemResponse('unavailable', 'Files can neither be kept nor read now.');
  }
  return problemResponse('internal', 'Something went wrong here.');
}
