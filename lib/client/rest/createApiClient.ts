import './strictCsp.ts';
import type * as z from 'zod/mini';
import type { JsonRoute, ReplyOf, RestRoute } from '#lib/protocol/rest/define.ts';
import { addressOf, type Values } from './address.ts';
import { restErrorOf } from './problem.ts';
import { RestError } from './RestError.ts';

type Part<Name extends string, Value> =
  Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value | undefined }
    : { readonly [Key in Name]: Value };

/** A query as it is written in code: numbers as numbers, though they travel as text. */
type QueryInput<R extends RestRoute> = {
  [Key in keyof z.input<R['query']>]: Key extends keyof z.output<R['query']>
    ? z.output<R['query']>[Key]
    : never;
};

/** What an operation is called with. Parts that may be empty may be left out; what has a default is optional. */
export type ApiInput<R extends RestRoute> = Part<'params', z.input<R['params']>> &
  Part<'query', QueryInput<R>> &
  Part<'body', z.input<R['body']>>;

export interface CallOptions {
  /** Tag of the version that the edit was made on; demanded by operations that guard against two edits at once. */
  readonly ifMatch?: string | null;
  /** Makes a repetition of this call harmless; the same key for the same intent (`newIdempotencyKey`). */
  readonly idempotencyKey?: string;
  /** Gives up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long this answer may take, in ms. */
  readonly timeoutMs?: number;
}

export interface ApiAnswer<R extends RestRoute> {
  readonly reply: ReplyOf<R>;
  /** Tag of the resource's version (`ETag`), for `ifMatch` of a later edit. */
  readonly etag: string | null;
}

type CallArguments<R extends RestRoute> =
  Record<never, never> extends ApiInput<R>
    ? [input?: ApiInput<R>, options?: CallOptions]
    : [input: ApiInput<R>, options?: CallOptions];

/** The typed way to every operation of the REST API that speaks JSON; files go their own ways. */
export interface ApiClient {
  /** Carries out an operation. Throws `RestError`; nothing else, unless `signal` was aborted. */
  call<R extends JsonRoute>(route: R, ...rest: CallArguments<R>): Promise<ApiAnswer<R>>;
}

export interface ApiClientOptions {
  /** Origin of the web part without a trailing slash; the empty string is the page's own origin. */
  readonly origin?: string;
  /** How long an answer may take, in ms. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

interface LooseInput {
  readonly params?: Values | undefined;
  readonly query?: Values | undefined;
  readonly body?: unknown;
}

/** Makes the typed client of the REST API. It keeps no state: the session lives in an httpOnly cookie. */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  const { origin = '', timeoutMs: usualTimeoutMs = 10_000 } = options;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);

  function call<R extends JsonRoute>(route: R, ...rest: CallArguments<R>): Promise<ApiAnswer<R>>;
  async function call(
    route: RestRoute,
    input: LooseInput = {},
    callOptions: CallOptions = {},
  ): Promise<ApiAnswer<RestRoute>> {
    const { signal, timeoutMs = usualTimeoutMs } = callOptions;
    const what = `${route.method} ${route.path}`;
    const address = `${origin}${addressOf(route.path, input.params ?? {}, input.query ?? {})}`;
    try {
      const response = await send(address, {
        ...requestOf(route, input, callOptions),
        signal: signalOf(timeoutMs, signal),
      });
      return answerOf(what, route, response, await response.text());
    } catch (error) {
      if (error instanceof RestError || signal?.aborted === true) throw error;
      throw failureOf(what, timeoutMs, error);
    }
  }

  return { call };
}

function requestOf(route: RestRoute, input: LooseInput, options: CallOptions): RequestInit {
  const headers = new Headers({ accept: 'application/json' });
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch != null) headers.set('if-match', options.ifMatch);
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey);
  return {
    method: route.method,
    credentials: 'same-origin',
    headers,
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
  };
}

function signalOf(timeoutMs: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}

function answerOf(what: string, route: RestRoute, response: Response, text: string): ApiAnswer<RestRoute> {
  const body = bodyOf(response, text);
  if (!response.ok) throw restErrorOf(what, response, body);
  // An answer without content is an empty reply; anything that is not JSON comes from somebody else, a proxy mostly.
  const parsed = route.reply.safeParse(text === '' ? {} : body);
  if (!parsed.success) throw RestError.badReply(what, response.status);
  return { reply: parsed.data, etag: response.headers.get('etag') };
}

/** The JSON value of an answer; undefined when it is something else or broken. */
function bodyOf(response: Response, text: string): unknown {
  if (!/[/+]json\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function failureOf(what: string, timeoutMs: number, error: unknown): RestError {
  const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
  return isTimeout ? RestError.timeout(what, timeoutMs) : RestError.offline(what);
}
