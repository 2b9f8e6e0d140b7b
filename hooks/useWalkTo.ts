'use client';

import type { Walker } from '#lib/client/input/createWalker.ts';
import { useVisit } from './SpaceContext.ts';

/** Walks up to somebody, as far as it is known where they stand. Undefined until there is a map to walk on. */
export function useWalkTo(walker: Walker | null): ((entity: number) => void) | undefined {
  const { space } = useVisit();
  if (walker === null) return undefined;
  return (entity) => {
    const stance = space.getState().stances.get(entity);
    if (stance !== undefined) walker.walkTo(stance);
  };
}
