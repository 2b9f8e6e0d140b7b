import { RefusedError } from '#lib/protocol/errors.ts';
import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { Space, Store } from '../persistence/ports.ts';
import { record } from './audit.ts';
import { isPasswordOf } from './spacePasswords.ts';
import { answerSpace } from './spaceReply.ts';

const wrong = (): RefusedError =>
  new RefusedError('wrong_credentials', 'This is not the password of this space.', 'password');

/**
 * Makes somebody a guest who said this password. It may have been changed while it was checked: who came in by the
 * former one goes out again.
 */
async function admit(
  { memberships, spaces }: Store,
  space: Space,
  userId: string,
  now: Date,
): Promise<Space> {
  const before = await memberships.find(space.id, userId);
  if (before === null) await memberships.add(space.id, userId, 'guest', now.toISOString());
  const current = await spaces.findById(space.id);
  if (current?.passwordHash === space.passwordHash && current?.visibility === 'password') return current;
  if (before === null) await memberships.remove(space.id, userId, 'guest');
  throw wrong();
}

/** Lets in who knows the password. Throws `RefusedError`: `wrong_credentials`, `banned`, `rate_limited`. */
export const enterByPassword: Operation<typeof spaceRoutes.enterByPassword> = async (context) => {
  const { services, caller, inSpace, body, http } = context;
  const { store } = services;
  const { space, role, isBanned, isMember } = inSpace;
  const { id: userId } = personOf(caller);
  if (role === null && isBanned) throw new RefusedError('banned', 'You are banned from this space.');
  const { passwords } = services;
  if (!(await isPasswordOf(space, body.password, { passwords, address: http.address }))) throw wrong();
  const current = await admit(store, space, userId, http.now);
  if (!isMember) {
    const act = { spaceId: space.id, action: 'member.add', actorId: userId, targetId: userId } as const;
    await record(store, { ...act, detail: { role: 'guest', by: 'password' } }, http.now);
    await notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId });
  }
  return await answerSpace(context, current);
};
