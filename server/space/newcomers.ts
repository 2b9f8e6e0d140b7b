import type { Tile } from '#lib/domain/geometry.ts';
import { type Grid, isFree, type Stance } from '#lib/domain/grid.ts';
import { residentIdentity } from '#lib/domain/resident.ts';
import type { Bucket } from '#lib/domain/tokenBucket.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SavedPosition } from '../persistence/ports.ts';
import type { Person } from './Person.ts';
import { chooseSpawn } from './spawn.ts';

/** Somebody who is about to be given an entity number. */
export type Newcomer = Omit<Person, 'entity'>;

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
  { userId, username, sessionId }: SessionIdentity,
  cast: string,
  stance: Stance,
  stepBucket: Bucket,
): Newcomer {
  return { ...standing(stance, stepBucket), userId, username, sessionId, cast, isResident: false };
}

/** The resident: always seen and heard, never walking. */
export function newResident(username: string, tile: Tile, stepBucket: Bucket): Newcomer {
  const place = standing({ ...tile, facing: 'down' }, stepBucket);
  return { ...place, ...residentIdentity, username, isResident: true, audio: true, video: true };
}

function standing(
  stance: Stance,
  stepBucket: Bucket,
): Omit<Newcomer, 'userId' | 'username' | 'sessionId' | 'cast' | 'isResident'> {
  return {
    stance,
    stepBucket,
    isMoving: false,
    seq: 0,
    isReconnecting: false,
    isInCall: false,
    audio: false,
    video: false,
  };
}
