import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { Problem } from '#lib/protocol/rest.ts';

/** HTTP status of each of our codes; anything not named is a plain bad request. */
const statusOf: Partial<Record<ErrorCode, number>> = {
  too_large: 413,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  rate_limited: 429,
  protocol_mismatch: 409,
  unavailable: 503,
  media_unavailable: 503,
  internal: 500,
};

export const httpStatusOf = (code: ErrorCode): number => statusOf[code] ?? 400;

/** An RFC 9457 problem document with our stable `code`; `type` is `about:blank`, so `title` is the status's own words. */
export function problemOf(status: number, code: ErrorCode, detail?: string, path?: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(path === undefined ? {} : { path }),
  };
}
