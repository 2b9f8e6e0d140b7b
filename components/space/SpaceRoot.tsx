'use client';

import type { ReactNode } from 'react';
import { useVisit } from '#hooks/SpaceContext.ts';
import { isSameShape } from '#hooks/sameness.ts';
import { useSelected } from '#hooks/useSelected.ts';
import { useCall, useConnection } from '#hooks/useSpace.ts';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';

/** The whole window. Its data attributes say where things stand, for tests and for whoever looks for a fault. */
export function SpaceRoot({ isOpening, children }: { isOpening: boolean; children: ReactNode }) {
  const { space } = useVisit();
  const tile = useSelected(space, ownTile, isSameShape);
  const role = useSelected(space, roleOf);
  const connection = useConnection();
  const call = useCall();
  return (
    <div
      data-testid="space"
      data-tile-x={tile.x}
      data-tile-y={tile.y}
      data-role={role ?? undefined}
      data-connection={connection.kind}
      data-stage={isOpening ? 'opening' : 'open'}
      data-call-id={call.kind === 'active' ? call.callId : undefined}
      data-call-room={call.kind === 'active' ? (call.roomId ?? undefined) : undefined}
      data-call-mode={call.kind === 'active' ? call.mode : undefined}
      data-call-epoch={call.kind === 'active' ? call.epoch : undefined}
      className="fixed inset-0 overflow-hidden overscroll-none bg-paper"
    >
      {children}
    </div>
  );
}

const roleOf = (state: SpaceState) => state.role;

function ownTile({ self, stances }: SpaceState): { x: number | undefined; y: number | undefined } {
  const stance = self === null ? undefined : stances.get(self.entity);
  return { x: stance?.x, y: stance?.y };
}
