import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '#server/clock.ts';
import { readBody } from '#server/http/readBody.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { MediaPort } from '../MediaPort.ts';
import { EventFeed } from './EventFeed.ts';
import { problemOf } from './problem.ts';
import { matchRoute } from './routes.ts';

export interface MediaHttpHandlerOptions {
  port: MediaPort;
  /** Shared with the realtime servers; whoever has it controls every room. */
  secret: string;
  log: Logger;
  clock: Clock;
  /** Pause between signs of life on the event stream, in ms. */
  aliveMs?: number;
}

/** Largest body taken, in bytes: twice what a browser's capabilities need. */
const longestBodyBytes = 128 * 1024;

/**
 * The media service's HTTP API over a media port, as a listener for `http.createServer`. Not for the public: every
 * request needs `Authorization: Bearer` with the shared secret. `close` ends the event streams.
 */
export function createMediaHttpHandler(
  options: MediaHttpHandlerOptions,
): RequestListener & { close(): void } {
  const { port, log, clock } = options;
  const expected = digestOf(`Bearer ${options.secret}`);
  const feed = new EventFeed(port, clock, options.aliveMs ?? 5_000);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!timingSafeEqual(digestOf(request.headers.authorization ?? ''), expected)) {
      throw new RefusedError('unauthorized', 'the shared secret is missing or wrong');
    }
    const url = new URL(request.url ?? '/', 'http://media');
    if (request.method === 'GET' && url.pathname === '/events') {
      const after = url.searchParams.get('after');
      feed.open(response, url.searchParams.get('instance'), after === null ? null : Number(after));
      return;
    }
    const { route, params } = matchRoute(request.method ?? '', url.pathname);
    const body = await bodyOf(request);
    sendJson(response, await route.run(port, { ...body, ...params }));
  };

  const listener: RequestListener = (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) log.error({ err: error }, 'a media request failed');
      sendProblem(request, response, error);
    });
  };
  return Object.assign(listener, { close: () => feed.close() });
}

/** Digests are compared, so that neither the length nor the place of a difference shows in the time it takes. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function bodyOf(request: IncomingMessage): Promise<object> {
  const text = await readBody(request, longestBodyBytes);
  return text === '' ? {} : parsedObject(text);
}

function parsedObject(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new RefusedError('bad_request', 'the body is not JSON');
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new RefusedError('bad_request', 'the body is not a JSON object');
}

function sendJson(response: ServerResponse, value: unknown): void {
  if (value === undefined) {
    response.writeHead(204).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function sendProblem(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const problem = problemOf(error);
  // The rest of a body that was not read would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
}
