'use client';

import { type ReactNode, useCallback } from 'react';
import { VisitChatProvider } from '#hooks/chat/VisitChatProvider.ts';
import { createVisit, disposeVisit } from '#hooks/createVisit.ts';
import { VisitContext } from '#hooks/SpaceContext.ts';
import { useOwned } from '#hooks/useOwned.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';

interface SpaceProviderProps {
  spaceId: string;
  spaceName: string;
  hasResident: boolean;
  devices: Devices;
  /** Shown until the stores are made. */
  opening: ReactNode;
  children: ReactNode;
}

/** One visit to one space: its stores live exactly as long as this is on the page. */
export function SpaceProvider(props: SpaceProviderProps) {
  const { spaceId, spaceName, hasResident, devices, opening, children } = props;
  const create = useCallback(
    () => createVisit({ spaceId, spaceName, hasResident, devices }),
    [spaceId, spaceName, hasResident, devices],
  );
  const visit = useOwned(create, disposeVisit);
  if (visit === null) return opening;
  return (
    <VisitContext value={visit}>
      <VisitChatProvider>{children}</VisitChatProvider>
    </VisitContext>
  );
}
