import {
  isSpacePermission,
  type Permission,
  sitePermissions,
  spacePermissions,
} from '#lib/domain/access/permissions.ts';
import type { AccountKind, Role } from '#lib/domain/access/roles.ts';
import type { Scope } from '#lib/domain/access/scopes.ts';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { Method, RateLimitName, RestRoute, Tag } from '#lib/protocol/rest/define.ts';
import { curlOf } from './examples.ts';
import { fieldsOf, type SchemaView } from './fields.ts';

/** Who may do something at the least: a role in the space, or a kind of account on the site. */
export type Least =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'account'; readonly account: AccountKind };

/** One operation as the page shows it. */
export interface OperationView {
  /** Its name in the catalogue, and its anchor. */
  readonly id: string;
  readonly method: Method;
  /** Path on the web origin. */
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly least: Least;
  readonly scope: Scope | null;
  readonly limit: RateLimitName;
  readonly status: number;
  readonly params: SchemaView;
  readonly query: SchemaView;
  readonly body: SchemaView;
  readonly reply: SchemaView;
  /** `bytes`: the body is a file. */
  readonly takes: RestRoute['takes'];
  /** `file`: the answer is a file. */
  readonly gives: RestRoute['gives'];
  readonly concurrency: RestRoute['concurrency'];
  readonly takesIdempotencyKey: boolean;
  readonly refusals: readonly ErrorCode[];
  readonly curl: string;
}

export interface TagView {
  readonly tag: Tag;
  readonly anchor: string;
  readonly operations: readonly OperationView[];
}

/** The least role or account that has a right. */
export function leastOf(permission: Permission): Least {
  return isSpacePermission(permission)
    ? { kind: 'role', role: spacePermissions[permission] }
    : { kind: 'account', account: sitePermissions[permission] };
}

/**
 * The whole REST reference, by tag and in the order of the catalogue.
 *
 * @param refusalsOf every code that a route may be refused with; by default only those that it declares itself
 */
export function apiReference(
  refusalsOf: (route: RestRoute) => readonly ErrorCode[] = ({ refusals }) => refusals,
): TagView[] {
  const byTag = new Map<Tag, OperationView[]>();
  for (const [id, route] of Object.entries<RestRoute>(restCatalogue)) {
    byTag.set(route.tag, [...(byTag.get(route.tag) ?? []), viewOf(id, route, refusalsOf(route))]);
  }
  return [...byTag].map(([tag, operations]) => ({ tag, anchor: `tag-${tag.toLowerCase()}`, operations }));
}

function viewOf(id: string, route: RestRoute, refusals: readonly ErrorCode[]): OperationView {
  const {
    method,
    summary,
    permission,
    scope,
    limit,
    status,
    takes,
    gives,
    concurrency,
    takesIdempotencyKey,
  } = route;
  return {
    id,
    method,
    path: `/api/v1${route.path}`,
    summary,
    permission,
    least: leastOf(permission),
    scope,
    limit,
    status,
    params: fieldsOf(route.params, 'input'),
    query: fieldsOf(route.query, 'input'),
    body: fieldsOf(route.body, 'input'),
    reply: fieldsOf(route.reply, 'output'),
    takes,
    gives,
    concurrency,
    takesIdempotencyKey,
    refusals,
    curl: curlOf(route),
  };
}
