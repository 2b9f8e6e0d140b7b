import type { CallMember } from './ports.ts';

/**
 * Those who can take part in a call: who is kept from everybody else has nobody to speak with, and programs do not
 * speak with each other.
 */
export function thoseWithCompany(
  present: readonly CallMember[],
  areSeparated: (a: string, b: string) => boolean,
): CallMember[] {
  const members = present.filter((member) => hasCompany(member, present, areSeparated));
  return members.some((member) => !member.isResident) ? members : [];
}

function hasCompany(
  member: CallMember,
  present: readonly CallMember[],
  areSeparated: (a: string, b: string) => boolean,
): boolean {
  return present.some((other) => other !== member && !areSeparated(member.sessionId, other.sessionId));
}

/** Whether somebody of the call goes by another name or figure than before. */
export function isShownOtherwise(before: CallMember | undefined, now: CallMember): boolean {
  return before !== undefined && (before.username !== now.username || before.cast !== now.cast);
}
