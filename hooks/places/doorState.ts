import { isOpen } from '#lib/domain/access/standing.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** What somebody finds at the door of a space. */
export type DoorState =
  | 'open'
  /** They have to say its password first. */
  | 'password'
  | 'invitation'
  | 'banned'
  | 'archived'
  /** These two may change while they wait. */
  | 'locked'
  | 'full';

type DoorSpace = Pick<
  SpaceView,
  'entryRefusal' | 'visibility' | 'archivedAt' | 'isLocked' | 'presence' | 'capacity'
>;

/**
 * The state of the door. The server names the first thing in the way; for somebody whom it does not know yet that is
 * their missing name, so what would come after it is read from the space.
 */
export function doorStateOf(space: DoorSpace): DoorState {
  switch (space.entryRefusal) {
    case null:
      return 'open';
    case 'password_required':
      return 'password';
    case 'invitation_required':
      return 'invitation';
    case 'space_archived':
      return 'archived';
    case 'space_locked':
      return 'locked';
    case 'space_full':
      return 'full';
    case 'banned':
      return 'banned';
    case 'unauthorized':
      return doorForStrangers(space);
  }
}

function doorForStrangers({ visibility, archivedAt, isLocked, presence, capacity }: DoorSpace): DoorState {
  if (archivedAt !== null) return 'archived';
  if (visibility === 'password') return 'password';
  if (!isOpen(visibility)) return 'invitation';
  if (isLocked) return 'locked';
  return presence !== null && presence.count >= capacity ? 'full' : 'open';
}

/** Whether waiting may open the door. */
export const mayOpenByItself = (state: DoorState): boolean => state === 'locked' || state === 'full';
