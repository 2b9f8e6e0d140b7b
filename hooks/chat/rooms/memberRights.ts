import { isAllowedInRoom, type RoomRole, type RoomSubject, roomRoles } from '#lib/domain/chat/rooms.ts';
import type { RoomMemberView } from '#lib/protocol/chat/views.ts';

/** What I may do with a member of a room: the rules that the server applies, so that nothing is offered in vain. */
export interface MemberRights {
  /** Roles I may give them; empty when I may not change theirs. */
  readonly roles: readonly RoomRole[];
  readonly mayRemove: boolean;
}

interface MemberQuestion {
  readonly subject: RoomSubject;
  readonly ownId: string;
  readonly member: RoomMemberView;
  /** Everybody is in the space's own room. */
  readonly isDefault: boolean;
}

const rankOf = (role: RoomRole | null): number => (role === null ? -1 : roomRoles.indexOf(role));

/** Owners change roles and take out anybody but themselves; admins and the space's moderators only those below. */
export function memberRights({ subject, ownId, member, isDefault }: MemberQuestion): MemberRights {
  const isSelf = member.person.id === ownId;
  const isOwner = subject.roomRole === 'owner';
  const isBelow = rankOf(member.role) < rankOf(subject.roomRole);
  const isPlain = member.role === 'member';
  const mayRemove = isAllowedInRoom(subject, 'remove:member') && (isOwner || isBelow || isPlain);
  return {
    roles: isAllowedInRoom(subject, 'set:room-role') && !isSelf ? roomRoles : [],
    mayRemove: !isSelf && !isDefault && mayRemove,
  };
}

const nameOrder = (a: RoomMemberView, b: RoomMemberView): number =>
  a.person.name.localeCompare(b.person.name);

/** Owners first, then admins, then everybody, each by name. */
export const inMemberOrder = (members: readonly RoomMemberView[]): readonly RoomMemberView[] =>
  members.toSorted((a, b) => rankOf(b.role) - rankOf(a.role) || nameOrder(a, b));
