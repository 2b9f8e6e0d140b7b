import { isAllowed, type SpacePermission, type Subject } from '#lib/domain/access/permissions.ts';
import { grantableRoles, outranks, type Role } from '#lib/domain/access/roles.ts';
import type { PersonView } from '../peopleView.ts';

/** What I may do with somebody here. */
export interface PersonActions {
  readonly canMute: boolean;
  readonly canBring: boolean;
  readonly canSendOut: boolean;
  readonly canBan: boolean;
  /** Roles I may give them, from the least to the most; empty when I may not change theirs. */
  readonly roles: readonly Role[];
  readonly canBlock: boolean;
  /** Write to them alone. */
  readonly canWrite: boolean;
}

type Asked = Pick<PersonView, 'isSelf' | 'isResident' | 'role'>;

/** What I may do with a person: the same rules that the server applies, so that nothing is offered in vain. */
export function personActions(me: Subject, person: Asked): PersonActions {
  const isSomebodyElse = !person.isSelf && !person.isResident;
  const isBelow = isSomebodyElse && outranks(me.role, person.role);
  const may = (permission: SpacePermission) => isBelow && isAllowed(me, permission);
  return {
    canMute: may('mute:participant:any'),
    canBring: may('move:participant:any'),
    canSendOut: may('remove:participant:any'),
    canBan: may('ban:participant:any'),
    roles: may('set:role:any') ? grantableRoles(me.role) : [],
    canBlock: isSomebodyElse,
    canWrite: isSomebodyElse && isAllowed(me, 'use:chat'),
  };
}

/** Whether anything is offered at all, beyond walking up to them. */
export function hasActions(actions: PersonActions): boolean {
  return actions.canBlock || actions.canMute || actions.canBring || actions.canSendOut || actions.canBan;
}
