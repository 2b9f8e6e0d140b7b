import { type EntryRefusal, refusalAtDoor } from '#lib/domain/access/entry.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { AccountKind } from '#lib/domain/access/roles.ts';
import { type Relation, roleIn } from '#lib/domain/access/standing.ts';
import { catalogue } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Space, StoredStanding, User } from '../persistence/ports.ts';
import type { Admitted } from './newcomers.ts';
import type { Profile } from './Person.ts';

/** What was read of somebody who stands at the door. */
export interface Visitor {
  readonly space: Space;
  readonly standing: StoredStanding;
  readonly profile: Profile;
  /** Everybody whom they block or who blocks them. */
  readonly blockParties: readonly string[];
}

/** How full the space is for somebody who comes. */
export interface Inside {
  /** Real people inside. */
  readonly present: number;
  /** Whether the one who comes is among them: a lost connection, a reload, another tab. */
  readonly isInside: boolean;
}

const sentences: Record<EntryRefusal, string> = {
  unauthorized: 'nobody is signed in',
  banned: 'you are banned from this space',
  space_archived: 'the space is archived',
  password_required: 'the space asks for its password first',
  invitation_required: 'the space opens to members only',
  space_locked: 'nobody new is let in at the moment',
  space_full: 'the space is full',
};

export function accountOf({ isOperator, isGuest }: StoredStanding): AccountKind {
  if (isOperator) return 'operator';
  return isGuest ? 'guest' : 'account';
}

export function relationOf(standing: StoredStanding, { visibility }: Pick<Space, 'visibility'>): Relation {
  const { membership, isBanned } = standing;
  return { account: accountOf(standing), membership, isBanned, visibility };
}

/** How somebody appears: by what they chose, else by the figure that belongs to their id. */
export function profileOf(user: User, castOf: (userId: string) => string): Profile {
  const { id, name, cast, status, pronouns, availability } = user;
  return { username: name, cast: cast ?? castOf(id), status, pronouns, availability };
}

/**
 * Lets somebody in, or throws `RefusedError` with the reason against it. Whoever is inside already has a place: neither
 * a lock nor the crowd keeps them from coming back to it.
 */
export function judgeEntry({ space, standing, profile }: Visitor, { present, isInside }: Inside): Admitted {
  if (space.deletedAt !== null) throw new RefusedError('not_found', 'there is no such space');
  const relation = relationOf(standing, space);
  const refusal = refusalAtDoor({
    ...relation,
    isArchived: space.archivedAt !== null,
    isLocked: space.isLocked && !isInside,
    capacity: space.capacity,
    present: isInside ? 0 : present,
  });
  if (refusal !== null) throw new RefusedError(refusal, sentences[refusal]);
  const role = roleIn(relation);
  const { permission } = catalogue['/space'].fromClient.join;
  if (role === null || !isAllowed({ account: relation.account, role }, permission)) {
    throw new RefusedError('forbidden', `the right ${permission} is missing`);
  }
  return { account: relation.account, role, profile };
}
