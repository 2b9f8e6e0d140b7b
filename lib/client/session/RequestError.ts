import type { ErrorCode, WireError } from '#lib/protocol/errors.ts';

/** The server's codes and the three failures a client finds by itself. */
export type RequestFailure = ErrorCode | 'timeout' | 'offline' | 'bad_reply';

/** A request over the socket that did not succeed. Callers branch on `code`; `message` is for developers. */
export class RequestError extends Error {
  readonly code: RequestFailure;
  /** Whether the same request may succeed later without anything else changing. */
  readonly isTransient: boolean;

  constructor(code: RequestFailure, message: string, isTransient: boolean) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.isTransient = isTransient;
  }

  static refused(event: string, error: WireError): RequestError {
    return new RequestError(error.code, `${event}: ${error.message}`, error.retry !== 'never');
  }

  static timeout(event: string, timeoutMs: number): RequestError {
    return new RequestError('timeout', `${event}: no answer within ${timeoutMs} ms.`, true);
  }

  static offline(event: string): RequestError {
    return new RequestError('offline', `${event}: there is no live connection.`, true);
  }

  static badReply(event: string): RequestError {
    return new RequestError('bad_reply', `${event}: the answer does not fit the catalogue.`, false);
  }
}
