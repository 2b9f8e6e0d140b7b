import { type ErrorCode, errorCodes } from '#lib/protocol/errors.ts';
import { problemSchema } from '#lib/protocol/rest.ts';
import { RestError } from './RestError.ts';

/** Reads a refused answer: an RFC 9457 problem document where there is one, else the best guess from the status. */
export function restErrorOf(what: string, status: number, body: unknown): RestError {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new RestError(codeOfStatus(status), status, `${what}: answered ${status}.`);
  const { code, title, detail, path } = problem.data;
  return new RestError(knownCode(code) ?? codeOfStatus(status), status, detail ?? title, path);
}

function knownCode(code: string): ErrorCode | undefined {
  return errorCodes.find((known) => known === code);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'rate_limited';
  if (status >= 502 && status <= 504) return 'unavailable';
  return status >= 500 ? 'internal' : 'bad_request';
}
