import type { CallParticipant, CallState } from '#lib/client/call/callState.ts';

/** Who is in the call now and was not before. */
export function newcomers(before: CallState, now: CallState): readonly CallParticipant[] {
  const former = participantsOf(before);
  return participantsOf(now).filter((person) => !isAmong(former, person));
}

export function participantsOf(call: CallState): readonly CallParticipant[] {
  return call.kind === 'active' ? call.participants : [];
}

export function isAmong(people: readonly CallParticipant[], person: CallParticipant): boolean {
  return people.some(({ userId }) => userId === person.userId);
}
