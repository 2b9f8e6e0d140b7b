import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { meRoutes } from '#lib/protocol/rest/me.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { User } from '../persistence/ports.ts';
import { record } from '../places/audit.ts';
import type { WebServices } from '../services.ts';
import { requireOwnPassword } from './signIn.ts';

interface Asked {
  user: User;
  body: BodyOf<typeof meRoutes.deleteMe>;
  address: string;
  now: Date;
}

const lastOwner = (space: string): RefusedError =>
  new RefusedError('last_owner', `${space} has other members and no other owner.`);

/**
 * Deletes somebody's account: spaces that were theirs alone go with it, what others need to keep stays without the name.
 *
 * Throws `RefusedError`: `bad_request` when the name was not typed right, `wrong_credentials`, `rate_limited`,
 * `last_owner` while a space with other members would be left without an owner.
 */
export async function deleteAccount(
  services: WebServices,
  { user, body, address, now }: Asked,
): Promise<void> {
  const { store } = services;
  if (body.confirmation.trim() !== user.name) {
    throw new RefusedError('bad_request', 'This is not the name of the account.', 'confirmation');
  }
  if (user.passwordHash !== null) {
    await requireOwnPassword(services, user, { password: body.password, address, path: 'password' });
  }
  const owned = await store.memberships.soleOwnerships(user.id);
  const needed = owned.find(({ otherMembers }) => otherMembers > 0);
  if (needed !== undefined) throw lastOwner(`“${needed.name}”`);
  const gone = await store.users.anonymise(user.id);
  // Somebody joined since we asked.
  if (gone === 'last_owner') throw lastOwner('A space of yours');
  if (gone === 'not_found') return;
  await notifyLive(services, {
    kind: 'signed-out',
    userId: user.id,
    loginId: null,
    exceptLoginId: null,
  });
  for (const spaceId of gone.deletedSpaceIds) {
    await record(store, { spaceId, action: 'space.delete', actorId: user.id }, now);
    await notifyLive(services, { kind: 'space-changed', spaceId });
  }
}
