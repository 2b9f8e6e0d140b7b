import { v7 as uuidv7 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { sessionRoutes } from '#lib/protocol/rest/session.ts';
import type { Link, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { requireStrongPassword } from './passwordStrength.ts';
import { hashOfSecret } from './secrets.ts';

const demoSlug = 'demo';

const unusable = () =>
  new RefusedError('link_invalid', 'This link was used, or a newer start of the server has replaced it.');

const taken = () => new RefusedError('conflict', 'This address has an account already.', 'email');

/** Makes the account, or puts the link back: the address got an account while the password was hashed. */
async function makeOrPutBack(
  { store }: WebServices,
  link: Link,
  account: { name: string; email: string; passwordHash: string },
): Promise<User> {
  const made = await store.users.createAccount({ id: uuidv7(), isOperator: true, ...account });
  if (made !== 'email_taken') return made;
  await store.links.create(link);
  throw taken();
}

/**
 * Makes the first operator's account by the link that the server printed; of two who use it at once one gets it. It is
 * always a new account, never what a guest becomes. The demo space becomes theirs.
 *
 * Throws `RefusedError`: `link_invalid`, `weak_password`, `rate_limited`, `conflict` when the address is taken; the link
 * stays good then.
 */
export async function claimOperator(
  services: WebServices,
  { body, now }: { body: BodyOf<typeof sessionRoutes.claimOperator>; now: Date },
): Promise<User> {
  const { links, users, spaces, memberships } = services.store;
  const { name, email, password } = body;
  const [tokenHash, at] = [hashOfSecret(body.token), now.toISOString()];
  if ((await links.peek(tokenHash, ['operator'], at)) === null) throw unusable();
  if ((await users.findByEmail(email)) !== null) throw taken();
  await requireStrongPassword(password, [name, email]);
  const passwordHash = await services.passwords.hash(password);
  const link = await links.take(tokenHash, ['operator'], at);
  if (link === null) throw unusable();
  const user = await makeOrPutBack(services, link, { name, email, passwordHash });
  const demo = await spaces.findBySlug(demoSlug);
  if (demo !== null) await memberships.add(demo.id, user.id, 'owner', at);
  return user;
}
