import type * as z from 'zod';
import { RefusedError } from '#lib/protocol/errors.ts';
import { controlPaths, presenceReplySchema } from './controlMessages.ts';
import type { ControlPort } from './ports.ts';
import { sign } from './signature.ts';

interface Options {
  /** Origin of the realtime server. */
  baseUrl: string;
  secret: string;
  nowMs?: () => number;
}

/** A page waits for the answer, so it is not waited for long, in ms. */
const timeoutMs = 3_000;

/** Asks the realtime server by signed HTTP. Throws `RefusedError` (`unavailable`) when it does not answer. */
export function createHttpControlPort({ baseUrl, secret, nowMs = Date.now }: Options): ControlPort {
  async function post<T>(path: string, message: object, reply: z.ZodType<T>): Promise<T> {
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
      if (!response.ok) throw new Error(`it answered with status ${response.status}`);
      return reply.parse(await response.json());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RefusedError('unavailable', `The realtime server at ${baseUrl} cannot be asked: ${reason}.`);
    }
  }
  return {
    presence: (spaceId, limit) => post(controlPaths.presence, { spaceId, limit }, presenceReplySchema),
  };
}
