'use client';

import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import { useVisit } from '../SpaceContext.ts';
import { useSelected } from '../useSelected.ts';

/** Name of the space: as it is called now, before the first join as the page knew it. */
export function useSpaceName(): string {
  const { space, spaceName } = useVisit();
  return useSelected(space, (state) => state.space?.name ?? spaceName);
}

const isLockedOf = (state: SpaceState) => state.space?.isLocked ?? false;

/** Whether nobody new is let in. */
export function useIsLocked(): boolean {
  return useSelected(useVisit().space, isLockedOf);
}

const keyOf = (state: SpaceState) => state.space?.slug ?? state.space?.id ?? '';

/** The part of the space's address that names it; empty before the first join. */
export function useSpaceKey(): string {
  return useSelected(useVisit().space, keyOf);
}
