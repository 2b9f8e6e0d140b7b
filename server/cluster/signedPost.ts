import type * as z from 'zod/mini';
import { RefusedError } from '#lib/protocol/errors.ts';
import { sign } from './signature.ts';

/** How to reach another server of ours. */
export interface SignedPostOptions {
  /** Origin of the server. */
  readonly baseUrl: string;
  readonly secret: string;
  readonly nowMs?: () => number;
  /** How long an answer is waited for. */
  readonly timeoutMs: number;
}

/** Asks a question and parses the answer. */
export type SignedPost = <Reply extends z.ZodMiniType>(
  path: string,
  message: object,
  reply: Reply,
) => Promise<z.output<Reply>>;

/**
 * Asks another server of ours by signed HTTP. Throws what `refusalOf` makes of an answer that is no success, and
 * `RefusedError` `unavailable` when there is none.
 */
export function createSignedPost(
  { baseUrl, secret, nowMs = Date.now, timeoutMs }: SignedPostOptions,
  refusalOf: (response: Response) => Promise<Error>,
): SignedPost {
  return async (path, message, reply) => {
    const body = JSON.stringify(message);
    const timestampMs = nowMs();
    const headers = {
      'content-type': 'application/json',
      'x-vicinity-time': String(timestampMs),
      'x-vicinity-signature': sign({ method: 'POST', path, timestampMs, body }, secret),
    };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(new URL(path, baseUrl), { method: 'POST', body, headers, signal });
      if (!response.ok) throw await refusalOf(response);
      return reply.parse(await response.json());
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new RefusedError('unavailable', `The realtime server at ${baseUrl} cannot be asked: ${reason}.`);
    }
  };
}
