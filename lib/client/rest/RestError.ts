import type { ErrorCode, Retry } from '#lib/protocol/errors.ts';

/** The server's codes and the two failures a client finds by itself. */
export type RestFailure = ErrorCode | 'timeout' | 'offline';

/** What a refusal may tell beyond its code. */
export interface RestErrorParticulars {
  /** Path of the offending field, such as `body.name`, when the input was malformed. */
  readonly path?: string | undefined;
  /** Seconds after which the same call may succeed, where the server said so. */
  readonly retryAfterS?: number | undefined;
}

/** A REST call that did not succeed. Callers branch on `code`; `message` is for developers. */
export class RestError extends Error {
  readonly code: RestFailure;
  /** HTTP status, or 0 when there was no answer. */
  readonly status: number;
  /** Path of the offending field, when the input was malformed. */
  readonly path: string | undefined;
  /** Seconds after which the same call may succeed (`Retry-After`), where the server said so. */
  readonly retryAfterS: number | undefined;

  constructor(code: RestFailure, status: number, message: string, particulars: RestErrorParticulars = {}) {
    super(message);
    this.name = 'RestError';
    this.code = code;
    this.status = status;
    this.path = particulars.path;
    this.retryAfterS = particulars.retryAfterS;
  }

  static timeout(what: string, timeoutMs: number): RestError {
    return new RestError('timeout', 0, `${what}: no answer within ${timeoutMs} ms.`);
  }

  static offline(what: string): RestError {
    return new RestError('offline', 0, `${what}: the server could not be reached.`);
  }

  static badReply(what: string, status: number): RestError {
    return new RestError('internal', status, `${what}: the answer does not fit its schema.`);
  }
}

const passing: ReadonlySet<RestFailure> = new Set<RestFailure>([
  'timeout',
  'offline',
  'unavailable',
  'internal',
  'rate_limited',
  'media_unavailable',
]);

/** Whether trying the same call again may help, and when. */
export function retryOfRest(error: RestError): Retry {
  return passing.has(error.code) ? 'later' : 'never';
}
