import { isAllowed, type Permission, type Subject } from '#lib/domain/access/permissions.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import type { Caller, SpaceContext } from './define.ts';

/** Refuses a token on a route that is not for tokens, or that it is not good for. Throws `RefusedError` (`forbidden`). */
export function refuseToken(caller: Caller, { scope, permission }: RestRoute): void {
  if (caller.kind !== 'token') return;
  if (scope === null) throw new RefusedError('forbidden', 'This needs a session; API tokens will not do.');
  // What anybody may read, any token may.
  if (permission === 'none') return;
  if (!caller.token.scopes.includes(scope)) {
    throw new RefusedError('forbidden', `The token’s scopes lack ${scope}.`);
  }
}

/**
 * Asks for the route's right. Throws `RefusedError`: `unauthorized` when nobody is signed in, `banned` when a ban is the
 * reason, else `forbidden`.
 */
export function authorize(subject: Subject, permission: Permission, inSpace: SpaceContext | null): void {
  if (isAllowed(subject, permission)) return;
  if (subject.account === 'anonymous') throw new RefusedError('unauthorized', 'Nobody is signed in here.');
  if (inSpace?.isBanned === true) throw new RefusedError('banned', 'You are banned from this space.');
  throw new RefusedError('forbidden', `The right ${permission} is missing.`);
}
