import { outranks, type Role } from '#lib/domain/access/roles.ts';
import { roleIn } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Space, Store, StoredStanding } from '../persistence/ports.ts';

/** Somebody whom an act is aimed at. */
export interface Target extends StoredStanding {
  readonly userId: string;
  /**
   * What they are in the space, a ban left aside: otherwise banning somebody would hand those above them over to
   * everybody below.
   */
  readonly role: Role | null;
}

const kindOf = ({ isOperator, isGuest }: StoredStanding): 'operator' | 'guest' | 'account' => {
  if (isOperator) return 'operator';
  return isGuest ? 'guest' : 'account';
};

/** Reads whom an act is aimed at. Throws `RefusedError` (`not_found`, with this path) when there is no such person. */
export async function findTarget(
  { spaces }: Pick<Store, 'spaces'>,
  space: Space,
  userId: string,
  now: Date,
  path = 'params.user',
): Promise<Target> {
  const standing = await spaces.standing(space.id, userId, now.toISOString());
  if (standing === null) throw new RefusedError('not_found', 'There is no such person.', path);
  const { visibility } = space;
  const role = roleIn({
    account: kindOf(standing),
    membership: standing.membership,
    isBanned: false,
    visibility,
  });
  return { ...standing, userId, role };
}

/** Refuses an act upon somebody of the same or a higher role. Throws `RefusedError` (`forbidden`). */
export function requireOutranked(actor: Role | null, target: Target): void {
  if (outranks(actor, target.role)) return;
  throw new RefusedError('forbidden', 'Their role here is not below yours.');
}

/** Refuses an act upon oneself. Throws `RefusedError` with this code. */
export function refuseSelf(
  actorId: string,
  userId: string,
  code: 'bad_request' | 'conflict',
  path: string,
): void {
  if (actorId === userId) throw new RefusedError(code, 'Nobody does this to themselves.', path);
}
