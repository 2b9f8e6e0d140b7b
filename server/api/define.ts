import type { Subject } from '#lib/domain/access/permissions.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, RestRoute } from '#lib/protocol/rest/define.ts';
import type { ApiToken, Space, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

/** Who asks, as the request proved it. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'session'; readonly user: User; readonly loginId: string }
  | { readonly kind: 'token'; readonly user: User; readonly token: ApiToken };

/** The space that `{space}` names, and what the caller is in it. */
export interface SpaceContext {
  readonly space: Space;
  readonly role: Role | null;
  /** Whether the caller is a stored member. */
  readonly isMember: boolean;
  readonly isBanned: boolean;
}

/** What every operation gets besides its own parameters. */
export interface Context<R extends RestRoute> {
  readonly services: WebServices;
  readonly caller: Caller;
  readonly subject: Subject;
  /** Present on routes with `{space}`; the dispatcher has checked the permission for it. */
  readonly inSpace: ParamsOf<R> extends { space: string } ? SpaceContext : null;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** Version that `If-Match` names, on `guarded` routes; `null` for `*`. */
  readonly expectedVersion: number | null;
  readonly http: HttpContext;
  /**
   * The request's body, on routes that take `bytes`; nothing elsewhere. Not read before it is asked for. Throws
   * `RefusedError`: `too_large` for more than `sizeMost` bytes, `bad_request` when it is cut off.
   */
  readBytes(sizeMost: number): Promise<Uint8Array>;
}

/** The little of HTTP that operations may need. */
export interface HttpContext {
  /** Origin under which the browser reaches the pages, for links in mails. */
  readonly origin: string;
  /** Address of the client, as far as the trusted proxies tell. */
  readonly address: string;
  readonly userAgent: string;
  readonly isHttps: boolean;
  readonly now: Date;
}

/** A file that is given out. */
export interface GivenFile {
  readonly name: string;
  /** Media type; one that no browser runs. */
  readonly type: string;
  readonly sizeBytes: number;
  /** Says which content it is, for its `ETag`: the same for the same bytes. */
  readonly contentHash: string;
  /** The bytes, or a stretch of them, both ends included. Called at most once. */
  open(range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

/** A stretch of a file in bytes, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What an operation answers: the reply, and what goes with it. */
export interface Answer<Reply> {
  readonly reply: Reply;
  /** Version of the resource, which becomes its `ETag`. */
  readonly version?: number;
  /** `Set-Cookie` headers. */
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** On routes that give a `file`, in the place of the reply. */
  readonly file?: GivenFile;
}

export type Operation<R extends RestRoute> = (context: Context<R>) => Promise<Answer<ReplyOf<R>>>;

/** What carries out the routes of one file of the catalogue; a route without one does not compile. */
export type Operations<Routes extends Record<string, RestRoute>> = {
  readonly [Id in keyof Routes]: Operation<Routes[Id]>;
};
