import type { Permission } from '#lib/domain/access/permissions.ts';
import { roleIn } from '#lib/domain/access/standing.ts';
import { idSchema } from '#lib/protocol/common.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Space, Store } from '../persistence/ports.ts';
import { accountKindOf } from './caller.ts';
import type { Caller, SpaceContext } from './define.ts';

const notFound = (): RefusedError => new RefusedError('not_found', 'There is no such space.', 'params.space');

/** Finds a space by its id or its slug; deleted ones by their id only. */
export async function findSpace({ spaces }: Pick<Store, 'spaces'>, idOrSlug: string): Promise<Space | null> {
  const isId = idSchema.safeParse(idOrSlug).success;
  return isId ? await spaces.findById(idOrSlug) : await spaces.findBySlug(idOrSlug);
}

/** What the caller is in a space. */
export async function standingIn(
  store: Pick<Store, 'spaces'>,
  space: Space,
  caller: Caller,
  now: Date,
): Promise<SpaceContext> {
  const stored =
    caller.kind === 'anonymous'
      ? null
      : await store.spaces.standing(space.id, caller.user.id, now.toISOString());
  const [membership, isBanned] = [stored?.membership ?? null, stored?.isBanned ?? false];
  const account = accountKindOf(caller);
  const role = roleIn({ account, membership, isBanned, visibility: space.visibility });
  return { space, role, isMember: membership !== null, isBanned };
}

/**
 * The space that a path names and what the caller is in it. A space that the caller may not know of is not found: an
 * invite-only one for strangers, a deleted one for everybody but those who may bring it back.
 *
 * Throws `RefusedError` (`not_found`).
 */
export async function openSpaceContext(
  store: Pick<Store, 'spaces'>,
  idOrSlug: string,
  caller: Caller,
  permission: Permission,
  now: Date,
): Promise<SpaceContext> {
  const space = await findSpace(store, idOrSlug);
  if (space === null) throw notFound();
  const context = await standingIn(store, space, caller, now);
  const isStranger = context.role === null && !context.isBanned;
  if (space.visibility === 'invite' && isStranger) throw notFound();
  if (space.deletedAt !== null && !(permission === 'delete:space' && context.role === 'owner'))
    throw notFound();
  return context;
}
