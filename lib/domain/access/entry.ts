import { isAllowed } from './permissions.ts';
import { type Relation, roleIn } from './standing.ts';

/** Why somebody stays outside. Each is also a code of `lib/protocol/errors.ts`. */
export type EntryRefusal =
  | 'unauthorized'
  | 'banned'
  | 'space_archived'
  | 'password_required'
  | 'invitation_required'
  | 'space_locked'
  | 'space_full';

export interface EntryQuestion extends Relation {
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** Most people inside at once. */
  readonly capacity: number;
  /** People inside now, the asker not counted. */
  readonly present: number;
}

/**
 * Whether somebody may walk in now: `null`, or the reason against it. What concerns the person comes before what may
 * change by waiting, so that nobody waits in vain.
 */
export function refusalAtDoor(question: EntryQuestion): EntryRefusal | null {
  const { account, isArchived, isLocked, present, capacity } = question;
  const role = roleIn(question);
  const subject = { account, role };
  if (role === null) return refusalOfStranger(question);
  if (isArchived) return 'space_archived';
  if (isLocked && !isAllowed(subject, 'enter:locked-space')) return 'space_locked';
  if (present >= capacity && !isAllowed(subject, 'enter:full-space')) return 'space_full';
  return null;
}

function refusalOfStranger({ account, isBanned, visibility }: EntryQuestion): EntryRefusal {
  if (account === 'anonymous') return 'unauthorized';
  if (isBanned) return 'banned';
  return visibility === 'password' ? 'password_required' : 'invitation_required';
}
