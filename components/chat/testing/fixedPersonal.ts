import type { Personal } from '#lib/client/space/createPersonal.ts';

/** What belongs to the person, as it is given: blocks that nobody changes. */
export function fixedPersonal(blockedIds: readonly string[] = []): Personal {
  const state = { profile: null, blocked: new Set(blockedIds) };
  return {
    store: { getState: () => state, subscribe: () => () => undefined },
    load: () => Promise.resolve(),
    setBlocked: () => Promise.resolve(),
  };
}
