import type { AccountKind, Role } from '#lib/domain/access/roles.ts';
import type { Tile } from '#lib/domain/geometry.ts';
import { type Grid, isFree, type Stance } from '#lib/domain/grid.ts';
import { residentIdentity } from '#lib/domain/resident.ts';
import type { Bucket } from '#lib/domain/tokenBucket.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SavedPosition } from '../persistence/ports.ts';
import type { Person, Profile } from './Person.ts';
import { chooseSpawn } from './spawn.ts';

/** Somebody who is about to be given an entity number. */
export type Newcomer = Omit<Person, 'entity'>;

/** What the door found out about somebody it let in. */
export interface Admitted {
  readonly account: AccountKind;
  readonly role: Role;
  readonly profile: Profile;
}

/** Where somebody appears: on their last tile while it is free, else on or around a spawn point. */
export function placeNewcomer(
  grid: Grid,
  spawns: readonly Tile[],
  present: readonly Person[],
  saved: SavedPosition | null,
): Stance {
  if (saved !== null && isFree(grid, saved)) return { x: saved.x, y: saved.y, facing: saved.facing };
  return chooseSpawn(
    grid,
    spawns,
    present.map((person) => person.stance),
  );
}

export function newPerson(
  { userId, sessionId }: SessionIdentity,
  { account, role, profile }: Admitted,
  stance: Stance,
  stepBucket: Bucket,
): Newcomer {
  return { ...standing(stance, stepBucket), userId, sessionId, account, role, profile, isResident: false };
}

/** The resident: always seen and heard, never walking, a guest with no rights of its own to use. */
export function newResident(username: string, tile: Tile, stepBucket: Bucket): Newcomer {
  const { userId, sessionId, cast } = residentIdentity;
  return {
    ...standing({ ...tile, facing: 'down' }, stepBucket),
    userId,
    sessionId,
    account: 'guest',
    role: 'guest',
    profile: { username, cast, status: null, pronouns: null, availability: 'online' },
    isResident: true,
    audio: true,
    video: true,
  };
}

function standing(
  stance: Stance,
  stepBucket: Bucket,
): Omit<Newcomer, 'userId' | 'sessionId' | 'account' | 'role' | 'profile' | 'isResident'> {
  return {
    stance,
    stepBucket,
    isMoving: false,
    seq: 0,
    isReconnecting: false,
    isInCall: false,
    audio: false,
    video: false,
    screen: false,
  };
}
