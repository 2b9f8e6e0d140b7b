'use client';

import type { PersonView } from '../peopleView.ts';
import { useSelected } from '../useSelected.ts';
import { actKeyOf } from './acts.ts';
import { useHud } from './HudContext.ts';

/** Whether the act of this key is under way. */
export function useIsActKey(key: string): boolean {
  return useSelected(useHud().acts.store, (pending) => pending.has(key));
}

/** Whether something is being done to somebody just now. */
export function useIsActing(person: Pick<PersonView, 'userId'>): boolean {
  return useIsActKey(actKeyOf(person));
}
