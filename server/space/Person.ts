import type { AccountKind, Role } from '#lib/domain/access/roles.ts';
import type { Stance } from '#lib/domain/grid.ts';
import type { NearPerson } from '#lib/domain/proximity.ts';
import type { Bucket } from '#lib/domain/tokenBucket.ts';
import type { Position, RosterEntry } from '#lib/protocol/catalogue.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { CallMember } from '../call/ports.ts';
import type { LiveParticipant } from '../cluster/ports.ts';
import type { Availability } from '../persistence/ports.ts';

/** How somebody appears to others; read from the store. */
export interface Profile {
  readonly username: string;
  readonly cast: string;
  readonly status: string | null;
  readonly pronouns: string | null;
  readonly availability: Availability;
}

/** Somebody in the space: one avatar, however many tabs came and went. The resident is one too. */
export interface Person {
  readonly entity: number;
  readonly userId: string;
  readonly isResident: boolean;
  /** What they are to the whole site and in this space; read again whenever either changed. */
  account: AccountKind;
  role: Role;
  profile: Profile;
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
  /** Whether they share a screen. */
  screen: boolean;
}

export function positionOf({ entity, stance, isMoving, seq }: Person): Position {
  return { entity, x: stance.x, y: stance.y, facing: stance.facing, isMoving, seq: seq & 0xffff };
}

/** Being in a call says more than what somebody set by hand. */
export function rosterEntryOf(person: Person): RosterEntry {
  const { entity, userId, role, isResident, isReconnecting } = person;
  const { availability, ...profile } = person.profile;
  const presence = person.isInCall ? 'in-call' : availability;
  return { entity, userId, presence, role, ...profile, isResident, isReconnecting };
}

export function nearPersonOf({ entity, stance, isMoving, isResident }: Person): NearPerson {
  return { id: entity, x: stance.x, y: stance.y, isMoving, isResident };
}

export function callMemberOf(person: Person): CallMember {
  const { sessionId, userId, profile, isResident, audio, video, screen, stance } = person;
  const { username, cast } = profile;
  return { sessionId, userId, username, cast, isResident, audio, video, screen, x: stance.x, y: stance.y };
}

export function viewOf({ userId, profile }: Person): PersonView {
  return { id: userId, name: profile.username, cast: profile.cast };
}

export function participantOf(person: Person): LiveParticipant {
  const { role, stance, isInCall } = person;
  return { person: viewOf(person), role, x: stance.x, y: stance.y, isInCall };
}
