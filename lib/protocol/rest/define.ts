import type * as z from 'zod/mini';
import type { Permission } from '#lib/domain/access/permissions.ts';
import type { Scope } from '#lib/domain/access/scopes.ts';
import { emptySchema } from '../common.ts';
import type { ErrorCode } from '../errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Which budget of requests a route draws on; the budgets stand in `server/http/rateLimits.ts`. */
export type RateLimitName = 'reads' | 'writes' | 'guests' | 'tickets' | 'credentials' | 'mail' | 'uploads';

export type Tag = 'Session' | 'Me' | 'Spaces' | 'Members' | 'Moderation' | 'Realtime' | 'Chat' | 'Site';

/** How a route guards against two edits at once (RFC 9110 §13.1). */
export type Concurrency =
  /** Nothing to guard. */
  | 'none'
  /** The answer carries an `ETag`; `If-None-Match` gets 304. */
  | 'tagged'
  /** `If-Match` with the resource's tag is demanded: 428 without it, 412 when the resource has changed since. */
  | 'guarded';

/** What the body of a request is. `bytes`: a file, read by the operation itself; the `body` schema is empty then. */
export type Taken = 'json' | 'bytes';

/** What the answer is. `file`: a file's bytes; the `reply` schema is empty then. */
export type Given = 'json' | 'file';

/** One operation of the REST API. Its schemas are what is parsed, documented and typed; nothing is written twice. */
export interface RestRoute<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Reply extends z.ZodMiniType = z.ZodMiniType,
  Takes extends Taken = Taken,
  Gives extends Given = Given,
> {
  readonly method: Method;
  /** Path below `/api/v1`, with `{name}` for each parameter. A `{space}` is an id or a slug. */
  readonly path: string;
  readonly tag: Tag;
  /** One English sentence for the reference. */
  readonly summary: string;
  /** The right it needs. Rights within a space are judged for the space named by `{space}`. */
  readonly permission: Permission;
  /** What a personal API token must be good for; `null`: no token will do, only a session. */
  readonly scope: Scope | null;
  readonly limit: RateLimitName;
  readonly status: 200 | 201 | 202 | 204;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  readonly concurrency: Concurrency;
  readonly takes: Takes;
  readonly gives: Gives;
  /** Whether an `Idempotency-Key` makes a repetition harmless: the first answer is given again for 24 h. */
  readonly takesIdempotencyKey: boolean;
  /** Refusals beyond those that every route can give. */
  readonly refusals: readonly ErrorCode[];
}

type Empty = typeof emptySchema;

interface Declared<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Reply extends z.ZodMiniType,
  Takes extends Taken,
  Gives extends Given,
> extends Pick<RestRoute, 'tag' | 'summary' | 'permission' | 'scope' | 'limit'> {
  readonly status?: RestRoute['status'];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
  readonly concurrency?: Concurrency;
  readonly takesIdempotencyKey?: boolean;
  readonly takes?: Takes;
  readonly gives?: Gives;
  readonly refusals?: readonly ErrorCode[];
}

/** Declares a route, such as `route('GET', '/me', {…})`. Without a permission it does not compile. */
export function route<
  Params extends z.ZodMiniType = Empty,
  Query extends z.ZodMiniType = Empty,
  Body extends z.ZodMiniType = Empty,
  Reply extends z.ZodMiniType = Empty,
  Takes extends Taken = 'json',
  Gives extends Given = 'json',
>(
  method: Method,
  path: string,
  declared: Declared<Params, Query, Body, Reply, Takes, Gives>,
): RestRoute<Params, Query, Body, Reply, Takes, Gives> {
  return {
    status: declared.reply === undefined && declared.gives !== 'file' ? 204 : 200,
    concurrency: 'none',
    takesIdempotencyKey: false,
    refusals: [],
    ...declared,
    takes: declared.takes ?? ('json' as Takes),
    gives: declared.gives ?? ('json' as Gives),
    method,
    path,
    params: declared.params ?? (emptySchema as z.ZodMiniType as Params),
    query: declared.query ?? (emptySchema as z.ZodMiniType as Query),
    body: declared.body ?? (emptySchema as z.ZodMiniType as Body),
    reply: declared.reply ?? (emptySchema as z.ZodMiniType as Reply),
  };
}

/** An operation that speaks JSON both ways. */
export type JsonRoute = RestRoute & { readonly takes: 'json'; readonly gives: 'json' };

export type ParamsOf<R extends RestRoute> = z.output<R['params']>;
export type QueryOf<R extends RestRoute> = z.output<R['query']>;
export type BodyOf<R extends RestRoute> = z.output<R['body']>;
export type ReplyOf<R extends RestRoute> = z.output<R['reply']>;
