import type { AccountKind } from '#lib/domain/access/roles.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';

/** Who looks at the page, as far as its head and its rights need it. */
export type Viewer = Pick<Profile, 'id' | 'name' | 'cast' | 'isGuest' | 'isOperator'>;

/** The part of a profile that every page carries; the address, for one, stays on the server. */
export function viewerOf({ id, name, cast, isGuest, isOperator }: Viewer): Viewer {
  return { id, name, cast, isGuest, isOperator };
}

/** The kind of account, for `isAllowed`. */
export function accountKindOfViewer(viewer: Pick<Viewer, 'isGuest' | 'isOperator'> | null): AccountKind {
  if (viewer === null) return 'anonymous';
  if (viewer.isOperator) return 'operator';
  return viewer.isGuest ? 'guest' : 'account';
}
