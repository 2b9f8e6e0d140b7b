import type { JoinReply } from '#lib/protocol/catalogue.ts';

/** Ids and a join reply for tests of what stands on a session. */
export const ids = {
  space: '00000000-0000-4000-8000-0000000000aa',
  session: '00000000-0000-4000-8000-0000000000bb',
  user: '00000000-0000-4000-8000-0000000000cc',
  other: '00000000-0000-4000-8000-0000000000dd',
} as const;

/** Somebody who looks after the space. */
export const mira = { id: ids.other, name: 'Mira', cast: 'mira' } as const;

export function joinReply(more: Partial<JoinReply> = {}): JoinReply {
  return {
    space: {
      id: ids.space,
      slug: 'harbour',
      name: 'Harbour',
      mapUrl: '/m.tmj',
      speedTilesPerS: 6,
      rangeTiles: 2,
      endRangeTiles: 3,
      isLocked: false,
    },
    self: {
      entity: 1,
      userId: ids.user,
      sessionId: ids.session,
      x: 4,
      y: 4,
      facing: 'down',
      role: 'guest',
    },
    welcome: null,
    roster: [],
    bubbles: [],
    ...more,
  };
}
