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
}

/** What somebody is told who comes in: the space, where they stand, and who else is there. */
export function joinReplyOf(person: Person, now: SpaceNow): JoinReply {
  const { id, slug, name, mapUrl } = now.space;
  const { rangeTiles, endRangeTiles } = now.rules;
  const { entity, userId, sessionId, stance } = person;
  return {
    space: { id, slug, name, mapUrl, speedTilesPerS: now.speedTilesPerS, rangeTiles, endRangeTiles },
    self: { entity, userId, sessionId, x: stance.x, y: stance.y, facing: stance.facing },
    roster: now.people.map(rosterEntryOf),
    bubbles: [...now.bubbles],
  };
}
