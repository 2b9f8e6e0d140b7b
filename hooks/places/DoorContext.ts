'use client';

import { createContext, use, useEffect } from 'react';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { DoorVisitor } from './doorVisitor.ts';

export interface DoorPlace {
  readonly space: SpaceView;
  /** Null for somebody who has not said their name yet. */
  readonly visitor: DoorVisitor | null;
  /** Tells whether somebody stands at the door, so that it may close before them; not so while they are inside. */
  setAtDoor(isAtDoor: boolean): void;
}

export const DoorContext = createContext<DoorPlace | null>(null);

/** The space whose door this is, and who stands there. Throws outside of `SpaceEntrance`, which is a mistake in the page. */
export function useDoorPlace(): DoorPlace {
  const place = use(DoorContext);
  if (place === null) throw new Error('useDoorPlace needs SpaceEntrance above it');
  return place;
}

/** Says that somebody stands at the door for as long as this is shown. */
export function useStandingAtDoor(): void {
  const { setAtDoor } = useDoorPlace();
  useEffect(() => {
    setAtDoor(true);
    return () => setAtDoor(false);
  }, [setAtDoor]);
}
