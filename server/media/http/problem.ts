import * as z from 'zod/mini';
import { type ErrorCode, errorCodes, RefusedError } from '#lib/protocol/errors.ts';

/** RFC 9457: how the media service says no. `code` is the stable one of the catalogue. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.string(),
  path: z.optional(z.string()),
});

export type Problem = z.infer<typeof problemSchema>;

const statusOf: Partial<Record<ErrorCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  media_unavailable: 503,
};

/** The problem an expected failure is told as; anything else is `internal`, without its inner details. */
export function problemOf(error: unknown): Problem {
  const refused = error instanceof RefusedError ? error : new RefusedError('internal', 'unexpected failure');
  const { code, message: detail, path } = refused;
  const status = statusOf[code] ?? 500;
  const problem: Problem = { type: 'about:blank', title: code.replaceAll('_', ' '), status, code, detail };
  return path === undefined ? problem : { ...problem, path };
}
