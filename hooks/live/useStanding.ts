'use client';

import type { PersonalState } from '#lib/client/space/createPersonal.ts';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import type { Subject } from '#lib/domain/access/permissions.ts';
import type { AccountKind } from '#lib/domain/access/roles.ts';
import { useVisit } from '../SpaceContext.ts';
import { useSelected } from '../useSelected.ts';

const roleOf = (state: SpaceState) => state.role;

/** Who I am here, as rights are judged by it; it follows when somebody changes my role. */
export function useStanding(): Subject {
  const { space, personal } = useVisit();
  return { role: useSelected(space, roleOf), account: useSelected(personal.store, accountOf) };
}

/** Until the profile is there, the least that somebody inside can be. */
function accountOf({ profile }: PersonalState): AccountKind {
  if (profile?.isOperator === true) return 'operator';
  return profile === null || profile.isGuest ? 'guest' : 'account';
}
