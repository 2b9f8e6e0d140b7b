import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** Who is in a space, in the shape of a sentence; the words for each kind stand in the catalogue. */
export type HereNow =
  /** The realtime server cannot be asked. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'one'; readonly name: string }
  | { readonly kind: 'two'; readonly first: string; readonly second: string }
  | { readonly kind: 'many'; readonly count: number };

/** Up to two people are called by name, more are counted. */
export function hereNow(presence: SpaceView['presence']): HereNow {
  if (presence === null) return { kind: 'unknown' };
  const { count, people } = presence;
  const [first, second] = people;
  if (count === 0) return { kind: 'nobody' };
  if (count === 1 && first) return { kind: 'one', name: first.name };
  if (count === 2 && first && second) return { kind: 'two', first: first.name, second: second.name };
  return { kind: 'many', count };
}

/** Somebody who is inside one of my spaces. */
export interface AroundNow {
  readonly person: PersonView;
  readonly space: Pick<SpaceView, 'name' | 'slug'>;
}

/** Everybody who is known to be inside one of the spaces, each once, me excepted, by name. */
export function aroundNow(spaces: readonly SpaceView[], ownId: string): readonly AroundNow[] {
  const found = new Map<string, AroundNow>();
  for (const { name, slug, presence } of spaces) {
    for (const person of presence?.people ?? []) {
      if (person.id !== ownId && !found.has(person.id))
        found.set(person.id, { person, space: { name, slug } });
    }
  }
  return [...found.values()].sort((a, b) => a.person.name.localeCompare(b.person.name));
}

/** How many people are inside all of these spaces together. */
export function countAround(spaces: readonly SpaceView[]): number {
  return spaces.reduce((sum, { presence }) => sum + (presence?.count ?? 0), 0);
}
