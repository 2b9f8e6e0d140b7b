import { isAllowed, type Subject } from '#lib/domain/access/permissions.ts';
import { grantableRoles, isAtLeast, outranks, type Role, roles } from '#lib/domain/access/roles.ts';
import type { MemberView } from '#lib/protocol/rest/members.ts';

/** Whether somebody may have a role: who has no account is a guest or a member. */
const mayHold = (isGuest: boolean, role: Role): boolean => !isGuest || !isAtLeast(role, 'moderator');

/** The roles that I may give to a member, the present one among them; fewer than two mean that there is no choice. */
export function roleChoices(subject: Subject, ownId: string, member: MemberView): readonly Role[] {
  if (!isAllowed(subject, 'set:role:any')) return [];
  const isSelf = member.person.id === ownId;
  if (!isSelf && !outranks(subject.role, member.role)) return [];
  const mine = isSelf ? roles.filter((role) => isAtLeast(subject.role, role)) : grantableRoles(subject.role);
  return mine.filter((role) => mayHold(member.isGuest, role));
}

/** Whether I may end somebody else's membership. */
export function mayRemove(subject: Subject, ownId: string, member: MemberView): boolean {
  if (member.person.id === ownId) return false;
  return isAllowed(subject, 'remove:member:any') && outranks(subject.role, member.role);
}
