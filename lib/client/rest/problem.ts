import { type ErrorCode, errorCodes } from '#lib/protocol/errors.ts';
import { problemSchema } from '#lib/protocol/rest/problem.ts';
import { RestError } from './RestError.ts';
import { retryAfterOf } from './retryAfter.ts';

/** Reads a refused answer: an RFC 9457 problem document where there is one, else the best guess from the status. */
export function restErrorOf(
  what: string,
  response: Pick<Response, 'status' | 'headers'>,
  body: unknown,
): RestError {
  const { status } = response;
  const retryAfterS = retryAfterOf(response.headers.get('retry-after'), Date.now());
  const problem = problemSchema.safeParse(body);
  if (!problem.success) {
    return new RestError(codeOfStatus(status), status, `${what}: answered ${status}.`, { retryAfterS });
  }
  const { code, title, detail, path } = problem.data;
  return new RestError(knownCode(code) ?? codeOfStatus(status), status, detail ?? title, {
    path,
    retryAfterS,
  });
}

function knownCode(code: string): ErrorCode | undefined {
  return errorCodes.find((known) => known === code);
}

const codesOfStatuses: Readonly<Partial<Record<number, ErrorCode>>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'too_large',
  415: 'unsupported_media_type',
  428: 'precondition_required',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function codeOfStatus(status: number): ErrorCode {
  return codesOfStatuses[status] ?? (status >= 500 ? 'internal' : 'bad_request');
}
