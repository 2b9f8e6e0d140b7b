'use client';

import { useRoomActs } from '../chat/rooms/useRoomActs.ts';
import type { PersonView } from '../peopleView.ts';
import { actKeyOf } from './acts.ts';
import { useHud } from './HudContext.ts';
import { useRefusalToast } from './useRefusalToast.ts';

/** Opens the direct room of somebody and me beside the map. */
export function useWriteTo(): (person: PersonView) => void {
  const { acts, showChat } = useHud();
  const { openDirect } = useRoomActs();
  const refusal = useRefusalToast();
  return (person) =>
    void acts.run({
      key: actKeyOf(person),
      async perform() {
        showChat((await openDirect(person.userId)).id);
        return null;
      },
      refused: (error) => refusal(error, person),
    });
}
