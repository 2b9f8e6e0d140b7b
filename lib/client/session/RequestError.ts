import type { ErrorCode, WireError } from '#lib/protocol/errors.ts';

/** The server's codes and the three failures a client finds by itself. */
export type RequestFailure = ErrorCode | 'timeout' | 'offline' | 'bad_reply';

/** A request over the socket that did not succeed. Callers branch on `code`; `message` is for developers. */
export class RequestError extends Error {
  readonly code: RequestFailure;
  /** Whether the same request may succeed later without anything else changing. */
  readonly isTransient: boolean;
  /** When it may be tried again, in ms from the answer, where the server said so. */
  readonly retryAfterMs: number | null;

  constructor(
    code: RequestFailure,
    message: string,
    isTransient: boolean,
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.isTransient = isTransient;
    this.retryAfterMs = retryAfterMs;
  }

  static refused(event: string, error: WireError): RequestError {
    const { code, message, retry, retryAfterMs } = error;
    return new RequestError(code, `${event}: ${message}`, retry !== 'never', retryAfterMs ?? null);
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
