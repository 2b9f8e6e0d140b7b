import type { Motion } from '../space/motion.ts';
import type { SpaceState } from '../space/SpaceState.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import { feetOf } from './standing.ts';

/** Everybody who is to be drawn at `timeMs`. Who is not yet on the roster waits for it. */
export function drawnPeople(
  state: SpaceState,
  motion: Motion,
  timeMs: number,
  tilePx: number,
): readonly DrawnPerson[] {
  return [...state.roster.values()].flatMap((who) => {
    const drawn = motion.drawn(who.entity, timeMs);
    if (drawn === null) return [];
    return [
      {
        entity: who.entity,
        userId: who.userId,
        name: who.username,
        cast: who.cast,
        feet: feetOf(drawn, tilePx),
        facing: drawn.facing,
        isWalking: drawn.isWalking,
        isSelf: who.entity === state.self?.entity,
        isResident: who.isResident,
        isReconnecting: who.isReconnecting,
        presence: who.presence,
      },
    ];
  });
}
