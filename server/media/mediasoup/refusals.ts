import { errors } from 'mediasoup';
import { RefusedError } from '#lib/protocol/errors.ts';

/**
 * Runs a mediasoup request and says its failures in the port's words. mediasoup throws `TypeError` and
 * `UnsupportedError` for shapes it does not take, and plain errors for what its worker refuses (a second connect, a
 * used SSRC): all of them the asker's fault. Anything that fails because the worker went away is `media_unavailable`.
 */
export async function refusing<R>(request: () => Promise<R>): Promise<R> {
  try {
    return await request();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof RefusedError || !(error instanceof Error)) return error;
  if (error instanceof errors.WorkerClosedError) {
    return new RefusedError('media_unavailable', 'the media worker ended');
  }
  if (error instanceof errors.NotFoundError) return new RefusedError('not_found', error.message);
  return new RefusedError('bad_request', error.message);
}
