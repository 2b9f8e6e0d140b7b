import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { Page } from './pages.ts';

/** Which of my spaces are shown. */
export const boardStates = ['active', 'archived', 'deleted'] as const;

export type BoardState = (typeof boardStates)[number];

/** The state that an address asks for; anything else means the active ones. */
export function boardStateFrom(value: string | string[] | undefined): BoardState {
  return boardStates.find((state) => state === value) ?? 'active';
}

/** How many spaces come at once. */
export const boardPageSize = 60;

/** From how many spaces on the list has a field to search it. */
export const searchFrom = 9;

export type SpacePage = Page<SpaceView>;

/** A list as far as it was loaded, with its beginning anew: what is no longer in it goes, later pages stay. */
export function withFreshStart(loaded: SpacePage, fresh: SpacePage): SpacePage {
  if (fresh.nextCursor === null || loaded.items.length <= fresh.items.length) return fresh;
  const known = new Set(fresh.items.map(({ id }) => id));
  const later = loaded.items.slice(fresh.items.length).filter(({ id }) => !known.has(id));
  return { items: [...fresh.items, ...later], nextCursor: loaded.nextCursor };
}

/** The spaces whose name holds what was typed, in any spelling of upper and lower case. */
export function spacesNamed(spaces: readonly SpaceView[], typed: string): readonly SpaceView[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return spaces.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
}
