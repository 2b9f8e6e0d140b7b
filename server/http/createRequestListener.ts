import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type HealthReport, healthStatus } from '../observability/health.ts';
import type { Logger } from '../observability/Logger.ts';
import { setForwardedHeaders } from './forwarded.ts';
import { isHost } from './host.ts';
import { loggedPath } from './loggedPath.ts';
import { sendJson, sendProblem } from './send.ts';

/** Answers requests to its own paths; false leaves a request to the next one. */
export type PathHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Options {
  logger: Logger;
  trustedProxies: number;
  health(): Promise<HealthReport>;
  handlers: readonly PathHandler[];
  /** Answers whatever no handler took; without it that is a 404. */
  pages?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** A proxy's request id is kept when it looks like one, so that lines of several programs can be joined. */
const requestIdPattern = /^[\w-]{8,64}$/;

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
}

/** The first thing that sees a request: gives it an id, answers `/health`, and hands it on. */
export function createRequestListener({
  logger,
  trustedProxies,
  health,
  handlers,
  pages,
}: Options): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host } = request.headers;
    if (host !== undefined && !isHost(host)) {
      return sendProblem(response, 400, 'bad_request', 'The Host header names no host.');
    }
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/health') {
      const report = await health();
      return sendJson(response, healthStatus(report), report);
    }
    if (handlers.some((handle) => handle(request, response))) return;
    if (pages !== undefined) return await pages(request, response);
    sendProblem(response, 404, 'not_found', 'There is nothing at this address.');
  }
  return (request, response) => {
    const requestId = requestIdOf(request);
    const startMs = performance.now();
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    setForwardedHeaders(request, trustedProxies);
    response.once('close', () => {
      const tookMs = Math.round(performance.now() - startMs);
      logger.debug(
        {
          requestId,
          method: request.method,
          path: loggedPath(request.url ?? '/'),
          status: response.statusCode,
          tookMs,
        },
        'request',
      );
    });
    answer(request, response).catch((error: unknown) => {
      logger.error({ error, requestId }, 'request failed');
      sendProblem(response, 500, 'internal', 'Something went wrong here.');
    });
  };
}
