import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { Problem } from '#lib/protocol/rest/problem.ts';

/** HTTP status of each of our codes; anything not named is a plain bad request. */
const statusOf: Partial<Record<ErrorCode, number>> = {
  too_large: 413,
  unauthorized: 401,
  wrong_credentials: 401,
  weak_password: 422,
  filtered: 422,
  unsafe_file: 422,
  forbidden: 403,
  muted: 403,
  banned: 403,
  invitation_required: 403,
  password_required: 403,
  space_locked: 423,
  space_full: 409,
  space_archived: 409,
  conflict: 409,
  message_deleted: 409,
  last_owner: 409,
  not_found: 404,
  invitation_invalid: 410,
  link_invalid: 410,
  method_not_allowed: 405,
  unsupported_media_type: 415,
  precondition_failed: 412,
  precondition_required: 428,
  rate_limited: 429,
  slow_mode: 429,
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
