import type { Stance } from '#lib/domain/grid.ts';
import type { NearPerson } from '#lib/domain/proximity.ts';
import type { Bucket } from '#lib/domain/tokenBucket.ts';
import type { Position, RosterEntry } from '#lib/protocol/catalogue.ts';
import type { CallMember } from '../call/ports.ts';

/** Somebody in the space: one avatar, however many tabs came and went. The resident is one too. */
export interface Person {
  readonly entity: number;
  readonly userId: string;
  readonly cast: string;
  readonly isResident: boolean;
  username: string;
  /** The session that speaks for the person now; another tab or a reload replaces it. */
  sessionId: string;
  stance: Stance;
  isMoving: boolean;
  /** Number of the last move that was applied. */
  seq: number;
  stepBucket: Bucket;
  /** True while the connection is lost and the place is kept. */
  isReconnecting: boolean;
  isInCall: boolean;
  audio: boolean;
  video: boolean;
}

export function positionOf({ entity, stance, isMoving, seq }: Person): Position {
  return { entity, x: stance.x, y: stance.y, facing: stance.facing, isMoving, seq: seq & 0xffff };
}

export function rosterEntryOf(person: Person): RosterEntry {
  const { entity, userId, username, cast, isResident, isReconnecting } = person;
  const presence = person.isInCall ? 'in-call' : 'online';
  return { entity, userId, username, presence, cast, isResident, isReconnecting };
}

export function nearPersonOf({ entity, stance, isMoving, isResident }: Person): NearPerson {
  return { id: entity, x: stance.x, y: stance.y, isMoving, isResident };
}

export function callMemberOf(person: Person): CallMember {
  const { sessionId, userId, username, cast, isResident, audio, video, stance } = person;
  return { sessionId, userId, username, cast, isResident, audio, video, x: stance.x, y: stance.y };
}
