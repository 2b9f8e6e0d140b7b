import type { ProximityRules } from '#lib/domain/proximity.ts';
import type { Bubble, JoinReply } from '#lib/protocol/catalogue.ts';
import type { Space } from '../persistence/ports.ts';
import { type Person, rosterEntryOf } from './Person.ts';

/** A space as somebody finds it who comes in. */
export interface SpaceNow {
  readonly space: Space;
  readonly rules: ProximityRules;
  readonly speedTilesPerS: number;
  readonly people: readonly Person[];
  readonly bubbles: readonly Bubble[];
  /** Whether the person was never here before. */
  readonly isFirstVisit: boolean;
}

/** What somebody is told who comes in: the space, where they stand, and who else is there. */
export function joinReplyOf(person: Person, now: SpaceNow): JoinReply {
  const { id, slug, name, mapUrl, isLocked, welcomeText } = now.space;
  const { rangeTiles, endRangeTiles } = now.rules;
  const { entity, userId, sessionId, stance, role } = person;
  return {
    space: {
      id,
      slug,
      name,
      mapUrl,
      speedTilesPerS: now.speedTilesPerS,
      rangeTiles,
      endRangeTiles,
      isLocked,
    },
    self: { entity, userId, sessionId, x: stance.x, y: stance.y, facing: stance.facing, role },
    welcome: now.isFirstVisit && welcomeText !== '' ? welcomeText : null,
    roster: now.people.map(rosterEntryOf),
    bubbles: [...now.bubbles],
  };
}
