import type { Profile } from '#lib/protocol/rest/me.ts';

/** Who stands at a door, as far as the door has to know them. */
export type DoorVisitor = Pick<Profile, 'id' | 'name' | 'cast' | 'isGuest'>;

/** The part of a profile that the door needs. */
export const doorVisitorOf = ({ id, name, cast, isGuest }: Profile): DoorVisitor => ({
  id,
  name,
  cast,
  isGuest,
});
