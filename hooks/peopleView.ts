import type { CallState } from '#lib/client/call/callState.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';

/** What the list says about somebody, as the key of its words. */
export type PersonStatus =
  | 'speaking'
  | 'muted'
  | 'reconnecting'
  | 'online'
  | 'away'
  | 'busy'
  | 'inCall'
  | 'offline'
  | 'resident';

export interface PersonView {
  readonly entity: number;
  readonly userId: string;
  readonly name: string;
  readonly cast: string;
  readonly isSelf: boolean;
  readonly isResident: boolean;
  readonly role: Role;
  /** What they wrote about themselves at the moment. */
  readonly note: string | null;
  readonly pronouns: string | null;
  /** Whether I block them. */
  readonly isBlocked: boolean;
  readonly status: PersonStatus;
}

export interface PeopleView {
  /** Those in the same call, the own person last. */
  readonly withYou: readonly PersonView[];
  readonly inSpace: readonly PersonView[];
}

interface PeopleInput {
  readonly roster: Iterable<RosterEntry>;
  readonly selfEntity: number | null;
  readonly call: CallState;
  /** Ids of the people whom I block. */
  readonly blocked?: ReadonlySet<string>;
  /** Own microphone, for the own line. */
  readonly isSelfMuted: boolean;
}

/** Everybody in the space in the order of the list: with me first, then by name. */
export function peopleView({ roster, selfEntity, call, isSelfMuted, blocked }: PeopleInput): PeopleView {
  const people = [...roster].map((who) => {
    const isSelf = who.entity === selfEntity;
    const status = isSelf ? selfStatus(call, isSelfMuted) : callStatus(call, who.userId);
    return { ...personView(who, isSelf, status), isBlocked: blocked?.has(who.userId) ?? false };
  });
  people.sort((a, b) => Number(a.isSelf) - Number(b.isSelf) || a.name.localeCompare(b.name));
  const isWithMe = (person: PersonView) => isInCall(call, person);
  return { withYou: people.filter(isWithMe), inSpace: people.filter((person) => !isWithMe(person)) };
}

function personView(
  who: RosterEntry,
  isSelf: boolean,
  status: PersonStatus | null,
): Omit<PersonView, 'isBlocked'> {
  const { entity, userId, cast, isResident, role, pronouns } = who;
  return {
    entity,
    userId,
    name: who.username,
    cast,
    isSelf,
    isResident,
    role,
    note: who.status,
    pronouns,
    status: status ?? rosterStatus(who),
  };
}

function isInCall(call: CallState, person: PersonView): boolean {
  if (call.kind !== 'active') return false;
  return person.isSelf || call.participants.some(({ userId }) => userId === person.userId);
}

function selfStatus(call: CallState, isMuted: boolean): PersonStatus | null {
  if (isMuted) return 'muted';
  return call.kind === 'active' && call.isSelfSpeaking ? 'speaking' : null;
}

function callStatus(call: CallState, userId: string): PersonStatus | null {
  if (call.kind !== 'active') return null;
  const participant = call.participants.find((candidate) => candidate.userId === userId);
  if (participant === undefined || participant.isResident) return null;
  if (participant.connection === 'reconnecting') return 'reconnecting';
  if (participant.isSpeaking) return 'speaking';
  // Whoever talks with me can be spoken to, so they do not count as busy.
  return participant.audio ? 'online' : 'muted';
}

function rosterStatus(who: RosterEntry): PersonStatus {
  if (who.isResident) return 'resident';
  if (who.isReconnecting) return 'reconnecting';
  return who.presence === 'in-call' ? 'inCall' : who.presence;
}
