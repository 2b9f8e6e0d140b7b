'use client';

import { createContext, use } from 'react';
import type { CallClient } from '#lib/client/call/CallClient.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import type { SpaceSession } from '#lib/client/session/SpaceSession.ts';
import type { SpaceStore } from '#lib/client/space/createSpaceStore.ts';

/** What one visit to a space is made of. */
export interface Visit {
  /** As known before the first join. */
  readonly spaceName: string;
  readonly hasResident: boolean;
  readonly session: SpaceSession;
  readonly space: SpaceStore;
  readonly calls: CallClient;
  readonly devices: Devices;
}

export const VisitContext = createContext<Visit | null>(null);

/** The visit this component belongs to. Throws outside of one: that is a mistake in the tree. */
export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (visit === null) throw new Error('useVisit needs a SpaceProvider above it.');
  return visit;
}
