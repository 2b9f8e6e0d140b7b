import { RequestError, type RequestFailure } from '../session/RequestError.ts';

/** Whether a request failed in just this way. */
export function isRequestError(error: unknown, code: RequestFailure): boolean {
  return error instanceof RequestError && error.code === code;
}

/** Whether the same request may succeed later, so that it is worth saying again. */
export function isTransient(error: unknown): boolean {
  return error instanceof RequestError && error.isTransient;
}
