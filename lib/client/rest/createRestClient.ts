import './strictCsp.ts';
import type * as z from 'zod/mini';
import {
  guestRequestSchema,
  type Me,
  meSchema,
  type SpaceInfo,
  spaceInfoSchema,
  type TicketReply,
  ticketReplySchema,
  ticketRequestSchema,
} from '#lib/protocol/rest.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { restErrorOf } from './problem.ts';
import { RestError } from './RestError.ts';

/** The REST calls of the page. Every one of them throws `RestError`. */
export interface RestClient {
  /** Enters as a guest; the answer sets the session cookie. */
  enterAsGuest(name: string): Promise<Me>;
  /** Who the cookie says I am, or null when nobody has entered yet. */
  me(): Promise<Me | null>;
  /** A pass for one realtime connection of this tab. It is used up by connecting. */
  ticket(spaceId: string, sessionId: string): Promise<TicketReply>;
  space(idOrSlug: string): Promise<SpaceInfo>;
}

export interface RestClientOptions {
  /** Origin of the web part without a trailing slash; the empty string is the page's own origin. */
  readonly origin?: string;
  /** How long an answer may take, in ms. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

interface Call<Reply extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly reply: Reply;
}

/** Makes the typed client of the REST API. It keeps no state: the session lives in an httpOnly cookie. */
export function createRestClient(options: RestClientOptions = {}): RestClient {
  const { origin = '', timeoutMs = 10_000 } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);

  async function call<Reply extends z.ZodMiniType>(request: Call<Reply>): Promise<z.infer<Reply>> {
    const what = `${request.method} ${request.path}`;
    const response = await answerOf(what, request);
    const body = await bodyOf(what, response);
    if (!response.ok) throw restErrorOf(what, response.status, body);
    const parsed = request.reply.safeParse(body);
    if (!parsed.success) throw RestError.badReply(what, response.status);
    return parsed.data;
  }

  async function answerOf(what: string, request: Call<z.ZodMiniType>): Promise<Response> {
    const hasBody = request.body !== undefined;
    try {
      return await send(`${origin}${request.path}`, {
        method: request.method,
        credentials: 'same-origin',
        headers: { accept: 'application/json', ...(hasBody && { 'content-type': 'application/json' }) },
        ...(hasBody && { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      throw failureOf(what, error);
    }
  }

  async function bodyOf(what: string, response: Response): Promise<unknown> {
    if (!(response.headers.get('content-type') ?? '').includes('json')) return null;
    try {
      return await response.json();
    } catch (error) {
      if (error instanceof SyntaxError) throw RestError.badReply(what, response.status);
      throw failureOf(what, error);
    }
  }

  function failureOf(what: string, error: unknown): RestError {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return isTimeout ? RestError.timeout(what, timeoutMs) : RestError.offline(what);
  }

  return {
    enterAsGuest: (name) =>
      call({
        method: 'POST',
        path: '/api/v1/guests',
        body: guestRequestSchema.parse({ name }),
        reply: meSchema,
      }),
    async me() {
      try {
        return await call({ method: 'GET', path: '/api/v1/me', reply: meSchema });
      } catch (error) {
        if (error instanceof RestError && error.code === 'unauthorized') return null;
        throw error;
      }
    },
    ticket: (spaceId, sessionId) =>
      call({
        method: 'POST',
        path: '/api/v1/tickets',
        body: ticketRequestSchema.parse({ spaceId, sessionId, protocol: PROTOCOL_VERSION }),
        reply: ticketReplySchema,
      }),
    space: (idOrSlug) =>
      call({ method: 'GET', path: `/api/v1/spaces/${encodeURIComponent(idOrSlug)}`, reply: spaceInfoSchema }),
  };
}
