import type { IncomingMessage, ServerResponse } from 'node:http';
import { RefusedError } from '#lib/protocol/errors.ts';
import { httpStatusOf } from '../http/problem.ts';
import { readBody } from '../http/readBody.ts';
import { sendJson, sendProblem } from '../http/send.ts';
import type { Logger } from '../observability/Logger.ts';
import { controlPaths, presenceRequestSchema } from './controlMessages.ts';
import type { ControlPort } from './ports.ts';
import { isSigned } from './signature.ts';

interface Options {
  control: ControlPort;
  secret: string;
  logger: Logger;
  nowMs?: () => number;
}

/** Messages between servers are short. */
const maxBodyBytes = 16_384;

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** What the text says as JSON; `null`, which no message is, when it is none. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Answers signed requests of other servers to `/control/*`. Returns false for other paths, which it leaves alone. */
export function createControlHandler({ control, secret, logger, nowMs = Date.now }: Options) {
  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = await readBody(request, maxBodyBytes);
    const timestampMs = Number(header(request, 'x-vicinity-time'));
    const parts = { method: request.method ?? '', path, timestampMs, body };
    if (!isSigned(parts, header(request, 'x-vicinity-signature'), secret, nowMs())) {
      logger.warn({ path }, 'control request without a valid signature');
      sendProblem(response, 401, 'unauthorized', 'The signature is missing, wrong or too old.');
      return;
    }
    if (path !== controlPaths.presence || request.method !== 'POST') {
      sendProblem(response, 404, 'not_found', 'There is no such control request.');
      return;
    }
    const message = presenceRequestSchema.safeParse(jsonOrNull(body));
    if (!message.success) return sendProblem(response, 400, 'bad_request', message.error.message);
    sendJson(response, 200, await control.presence(message.data.spaceId, message.data.limit));
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url ?? '/';
    if (!path.startsWith('/control/')) return false;
    answer(request, response, path).catch((error: unknown) => {
      if (error instanceof RefusedError) {
        sendProblem(response, httpStatusOf(error.code), error.code, error.message);
        return;
      }
      logger.error({ error, path }, 'control request failed');
      sendProblem(response, 500, 'internal', 'Something went wrong here.');
    });
    return true;
  };
}
