'use client';

import { use, useMemo } from 'react';
import { VisitContext } from '#hooks/SpaceContext.ts';
import { type ReadableStore, useSelected } from '#hooks/useSelected.ts';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';

const nobody: ReadonlyMap<number, RosterEntry> = new Map();
const noSpace: ReadableStore<null> = { getState: () => null, subscribe: () => () => undefined };
const rosterOf = (state: SpaceState | null) => state?.roster ?? nobody;

/** Who is in the space now, by user; beside the map it is known, on the full page nobody is. */
export function usePresentPeople(): ReadonlyMap<string, RosterEntry> {
  const store: ReadableStore<SpaceState | null> = use(VisitContext)?.space ?? noSpace;
  const roster = useSelected(store, rosterOf);
  return useMemo(() => {
    const people = [...roster.values()].filter(({ isResident }) => !isResident);
    return new Map(people.map((who) => [who.userId, who]));
  }, [roster]);
}
