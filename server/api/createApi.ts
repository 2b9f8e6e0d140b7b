import { type OperationId, type RestCatalogue, restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { ParamsOf, QueryOf, ReplyOf, RestRoute } from '#lib/protocol/rest/define.ts';
import type { Allowance } from '../http/rateLimits.ts';
import type { WebServices } from '../services.ts';
import { authorize, refuseToken } from './authorize.ts';
import { accountKindOf, callerOf } from './caller.ts';
import { demandedVersion, isKnown, tagOf } from './concurrency.ts';
import type { Answer, Caller, HttpContext, SpaceContext } from './define.ts';
import { fileResponse } from './fileResponse.ts';
import { httpContextOf } from './http.ts';
import { onceFor } from './idempotency.ts';
import { parsePart, readBody, readBytes, readQuery } from './input.ts';
import { type Match, matchRoute } from './match.ts';
import { refuseForeignOrigin } from './origin.ts';
import { explain, limitHeaders, problemResponse } from './respond.ts';
import { openSpaceContext } from './spaceContext.ts';

/** Where the API lives on the web origin. */
export const apiRoot = '/api/v1';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Budgets that guard secrets belong to the address, whoever is signed in there. */
const addressBudgets: ReadonlySet<string> = new Set(['guests', 'credentials', 'mail']);

/** An operation as the pipeline sees it: which route it belongs to is checked where `Operations` is written down. */
export type AnyOperation = (context: never) => Promise<Answer<unknown>>;

interface Asked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** The parts of a request; what may be refused for its sender's sake is not read before it is asked for. */
interface Unread {
  readonly params: unknown;
  readonly ifMatch: string | null;
  query(): unknown;
  body(): Promise<unknown>;
  bytes(sizeMost: number): Promise<Uint8Array>;
}

const noBytes = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());

/** What a server component gives to an operation. */
export interface CallInput<Id extends OperationId> {
  readonly params?: Partial<ParamsOf<RestCatalogue[Id]>>;
  readonly query?: Partial<QueryOf<RestCatalogue[Id]>>;
}

export interface Api {
  /** Answers a request to `/api/v1/…`. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** Runs a reading operation in process, with the same rights and the same parsing. Throws `RefusedError`. */
  call<Id extends OperationId>(
    id: Id,
    input: CallInput<Id>,
    caller: Caller,
    http: HttpContext,
  ): Promise<Answer<ReplyOf<RestCatalogue[Id]>>>;
}

/** The whole REST API over the services: every rule that all routes share stands here, once. */
export function createApi(services: WebServices, operationOf: (id: OperationId) => AnyOperation): Api {
  const { store, config, rateLimits, logger } = services;

  async function spaceOf(
    route: RestRoute,
    params: unknown,
    caller: Caller,
    now: Date,
  ): Promise<SpaceContext | null> {
    if (!route.path.includes('{space}')) return null;
    const { space } = params as { space: string };
    return await openSpaceContext(store, space, caller, route.permission, now);
  }

  /** Parses, authorizes and runs. Rights are judged before query and body: who may not do it learns nothing of them. */
  async function run<Result>(
    id: OperationId,
    caller: Caller,
    http: HttpContext,
    asked: Unread,
    perform: (operate: () => Promise<Answer<unknown>>, parsed: Asked) => Promise<Result>,
  ): Promise<Result> {
    const route: RestRoute = restCatalogue[id];
    refuseToken(caller, route);
    const params = parsePart(route.params, asked.params, 'params');
    const inSpace = await spaceOf(route, params, caller, http.now);
    const subject = { account: accountKindOf(caller), role: inSpace?.role ?? null };
    authorize(subject, route.permission, inSpace);
    const query = parsePart(route.query, asked.query(), 'query');
    const body = parsePart(route.body, await asked.body(), '');
    const expectedVersion = route.concurrency === 'guarded' ? demandedVersion(asked.ifMatch) : null;
    const parsed = { params, query, body };
    const readBytesOf = route.takes === 'bytes' ? asked.bytes : noBytes;
    const context = {
      services,
      caller,
      subject,
      inSpace,
      ...parsed,
      expectedVersion,
      http,
      readBytes: readBytesOf,
    };
    const operation = operationOf(id);
    return await perform(() => operation(context as never), parsed);
  }

  async function consume(route: RestRoute, caller: Caller, address: string): Promise<Allowance> {
    const isOwn = caller.kind !== 'anonymous' && !addressBudgets.has(route.limit);
    return await rateLimits.consume(route.limit, isOwn ? caller.user.id : address);
  }

  async function answerMatch(request: Request, { id, route, params }: Match): Promise<Response> {
    const http = httpContextOf(request, services);
    await rateLimits.consume('total', http.address);
    const hasBearer = request.headers.has('authorization');
    if (!hasBearer && !safeMethods.includes(request.method)) refuseForeignOrigin(request, config);
    const caller = await callerOf(request, services, http.now);
    const allowance = await consume(route, caller, http.address);
    const asked = {
      params,
      query: () => readQuery(new URL(request.url)),
      body: () => readBody(request, route),
      bytes: (sizeMost: number) => readBytes(request, sizeMost),
      ifMatch: request.headers.get('if-match'),
    };
    const response = await run(id, caller, http, asked, (operate, parsed) =>
      answerOnce({ request, id, route, caller, http, parsed }, operate),
    );
    for (const [name, value] of Object.entries(limitHeaders(allowance))) response.headers.set(name, value);
    return response;
  }

  interface Once {
    readonly request: Request;
    readonly id: OperationId;
    readonly route: RestRoute;
    readonly caller: Caller;
    readonly http: HttpContext;
    readonly parsed: Asked;
  }

  async function answerOnce(once: Once, operate: () => Promise<Answer<unknown>>): Promise<Response> {
    const { request, id, route, caller, http, parsed } = once;
    const key = route.takesIdempotencyKey ? request.headers.get('idempotency-key') : null;
    if (key === null || caller.kind === 'anonymous') return await respond(request, route, await operate());
    const repeatable = { actorId: caller.user.id, key, operation: id, request: parsed };
    const kept = await onceFor(services, repeatable, http.now, async () => ({
      status: route.status,
      body: (await operate()).reply,
    }));
    const headers: Record<string, string> = kept.isReplay ? { 'idempotency-replayed': 'true' } : {};
    return await respond(request, route, { reply: kept.body, headers });
  }

  return {
    async handle(request) {
      const path = new URL(request.url).pathname.slice(apiRoot.length);
      const found = matchRoute(request.method === 'HEAD' ? 'GET' : request.method, path);
      try {
        if (found.kind === 'match') return await answerMatch(request, found.match);
        if (found.kind === 'unknown')
          return problemResponse('not_found', 'There is nothing at this address.');
        const allow = { allow: found.allowed.join(', ') };
        return problemResponse('method_not_allowed', `Allowed here: ${allow.allow}.`, undefined, allow);
      } catch (error) {
        const requestId = request.headers.get('x-request-id');
        // Not the path: it may hold the secret of a link.
        return explain(error, logger, {
          requestId,
          operation: found.kind === 'match' ? found.match.id : null,
        });
      }
    },
    async call(id, { params = {}, query = {} }, caller, http) {
      const body = () => Promise.resolve({});
      const asked = { params, query: () => query, body, bytes: noBytes, ifMatch: null };
      const answer = await run(id, caller, http, asked, (operate) => operate());
      return answer as Answer<ReplyOf<RestCatalogue[typeof id]>>;
    },
  };
}

/** Puts an operation's answer on the wire: status, tag, cookies, or the bytes of a file. */
async function respond(request: Request, route: RestRoute, answer: Answer<unknown>): Promise<Response> {
  if (route.gives === 'file') {
    if (answer.file === undefined) throw new Error(`${route.path} gave no file`);
    return await fileResponse(request, answer.file);
  }
  const headers = new Headers({ 'cache-control': 'no-store', ...answer.headers });
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie);
  if (route.status === 204) return new Response(null, { status: 204, headers });
  const body = JSON.stringify(answer.reply);
  headers.set('content-type', 'application/json; charset=utf-8');
  if (route.concurrency !== 'none') {
    const tag = tagOf(answer.version, body);
    headers.set('etag', tag);
    headers.set('cache-control', 'private, no-cache');
    if (route.method === 'GET' && isKnown(request.headers.get('if-none-match'), tag)) {
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(body, { status: route.status, headers });
}
