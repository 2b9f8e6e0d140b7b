import { v7 as uuidv7 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { meRoutes } from '#lib/protocol/rest/me.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { requireOwnPassword } from './signIn.ts';

interface Asked {
  user: User;
  body: BodyOf<typeof meRoutes.deleteMe>;
  address: string;
  now: Date;
}

/** Deletes a space that nobody but its owner belongs to; like any deletion it can be undone by an operator for a while. */
async function deleteSpace(services: WebServices, spaceId: string, ownerId: string, at: string) {
  const { spaces, audit } = services.store;
  await spaces.update(spaceId, { deletedAt: at }, null);
  await audit.add({
    id: uuidv7(),
    spaceId,
    at,
    action: 'space.delete',
    actorId: ownerId,
    targetId: null,
    detail: {},
  });
  await notifyLive(services, { kind: 'space-changed', spaceId });
}

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
  const { memberships, users } = services.store;
  if (body.confirmation.trim() !== user.name) {
    throw new RefusedError('bad_request', 'This is not the name of the account.', 'confirmation');
  }
  if (user.passwordHash !== null) {
    await requireOwnPassword(services, user, { password: body.password, address, path: 'password' });
  }
  const owned = await memberships.soleOwnerships(user.id);
  const needed = owned.find(({ otherMembers }) => otherMembers > 0);
  if (needed !== undefined) {
    throw new RefusedError('last_owner', `“${needed.name}” has other members and no other owner.`);
  }
  for (const { spaceId } of owned) await deleteSpace(services, spaceId, user.id, now.toISOString());
  await users.anonymise(user.id);
  await notifyLive(services, {
    kind: 'signed-out',
    userId: user.id,
    loginId: null,
    exceptLoginId: null,
  });
}
