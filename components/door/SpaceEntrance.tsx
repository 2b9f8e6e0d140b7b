'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo, useState } from 'react';
import { DoorContext } from '#hooks/places/DoorContext.ts';
import { type DoorState, doorStateOf } from '#hooks/places/doorState.ts';
import type { DoorVisitor } from '#hooks/places/doorVisitor.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { ArchivedDoor } from './ArchivedDoor.tsx';
import { BannedDoor } from './BannedDoor.tsx';
import { InvitationDoor } from './InvitationDoor.tsx';
import { PasswordDoor } from './PasswordDoor.tsx';
import { WaitingDoor } from './WaitingDoor.tsx';

interface SpaceEntranceProps {
  space: SpaceView;
  visitor: DoorVisitor | null;
  /** The door that opens, and the space behind it. */
  children: ReactNode;
}

/**
 * What stands in the way into a space, or the open door. Whoever is inside stays there when the page comes anew, for
 * example in another language; the realtime server says when somebody has to leave.
 */
export function SpaceEntrance({ space, visitor, children }: SpaceEntranceProps) {
  const [place, setPlace] = useState({ space, visitor });
  const [shown, setShown] = useState(space);
  const [isAtDoor, setAtDoor] = useState(false);
  const router = useRouter();
  const state = doorStateOf(place.space);
  const isInside = state === 'open' && !isAtDoor;
  if (shown !== space && !isInside) {
    setShown(space);
    setPlace({ space, visitor });
  }

  function found(next: SpaceView, nextVisitor = place.visitor): void {
    setPlace({ space: next, visitor: nextVisitor });
    // A guest who has just said their name stands in the head of the page from now on.
    if (nextVisitor !== place.visitor) router.refresh();
  }

  const value = useMemo(() => ({ ...place, setAtDoor }), [place]);
  return <DoorContext value={value}>{state === 'open' ? children : closedDoor(state, found)}</DoorContext>;
}

type Found = (space: SpaceView, visitor?: DoorVisitor | null) => void;

function closedDoor(state: Exclude<DoorState, 'open'>, found: Found): ReactNode {
  switch (state) {
    case 'password':
      return <PasswordDoor onFound={found} />;
    case 'locked':
    case 'full':
      return <WaitingDoor state={state} onFound={found} />;
    case 'archived':
      return <ArchivedDoor onFound={found} />;
    case 'banned':
      return <BannedDoor />;
    case 'invitation':
      return <InvitationDoor />;
  }
}
