'use client';

import { useEffect, useState } from 'react';
import { TooltipProvider } from '#components/ui/Tooltip.tsx';
import type { DevicePreferences } from '#hooks/useDevices.ts';
import { clearVisitMarker, readVisitMarker, type VisitMarker } from '#hooks/visitMarker.ts';
import { GateWithDevices } from './GateWithDevices.tsx';
import type { GateSpace } from './gateSpace.ts';
import { LeftScreen } from './LeftScreen.tsx';
import { Opening } from './Opening.tsx';

interface SpaceGateProps {
  space: GateSpace;
  nameFromAddress: string;
  /** How whoever is signed in prefers to come in. */
  devicePreferences?: DevicePreferences | null;
}

type Phase =
  /** The server's page, and the browser's until it has looked whether this tab was inside. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'here'; readonly marker: VisitMarker | null }
  | { readonly kind: 'left' };

/**
 * Door or space, on one page: entering changes what is shown, not the address, so the camera stays open. Whoever
 * reloads inside goes straight back in, with microphone and camera as they were. Leaving closes everything.
 */
export function SpaceGate({ space, nameFromAddress, devicePreferences = null }: SpaceGateProps) {
  const [phase, setPhase] = useState<Phase>({ kind: 'reading' });
  useEffect(() => {
    setPhase({ kind: 'here', marker: readVisitMarker(space.id) });
  }, [space.id]);
  useTidyAddress(nameFromAddress);

  function leave(): void {
    clearVisitMarker(space.id);
    setPhase({ kind: 'left' });
  }

  switch (phase.kind) {
    case 'reading':
      return <Opening spaceName={space.name} returningName={null} />;
    case 'left':
      return <LeftScreen spaceName={space.name} onReturn={() => setPhase({ kind: 'here', marker: null })} />;
    case 'here':
      return (
        <TooltipProvider delayDuration={350} skipDelayDuration={200}>
          <GateWithDevices
            space={space}
            nameFromAddress={nameFromAddress}
            marker={phase.marker}
            onLeft={leave}
            devicePreferences={devicePreferences}
          />
        </TooltipProvider>
      );
  }
}

/** A name that came by a form without script does not stay in the address, where it would be shared by accident. */
function useTidyAddress(nameFromAddress: string): void {
  useEffect(() => {
    if (nameFromAddress !== '') window.history.replaceState(null, '', window.location.pathname);
  }, [nameFromAddress]);
}
