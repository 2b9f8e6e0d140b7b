import { RefusedError } from '#lib/protocol/errors.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

type Services = Pick<WebServices, 'store' | 'passwords' | 'attempts'>;

interface Typed {
  email: string;
  password: string;
  /** Network address of whoever types. */
  address: string;
}

/**
 * The person whose address and password these are. An address without an account, an account without a password and a
 * wrong password are one refusal and the same work.
 *
 * Throws `RefusedError`: `wrong_credentials`, `rate_limited`.
 */
export async function personByPassword(
  { store, passwords, attempts }: Services,
  { email, password, address }: Typed,
): Promise<User> {
  const user = await store.users.findByEmail(email);
  const isRight = await attempts.attempt({ email, address }, () =>
    passwords.verify(user?.passwordHash ?? null, password),
  );
  if (user === null || !isRight) {
    throw new RefusedError('wrong_credentials', 'Address and password do not belong together.');
  }
  return user;
}

/**
 * Makes sure that somebody who is signed in knows their password. Wrong ones count like those of signing in.
 *
 * @param path field of the request that holds the password.
 * Throws `RefusedError`: `wrong_credentials`, `rate_limited`.
 */
export async function requireOwnPassword(
  { passwords, attempts }: Omit<Services, 'store'>,
  user: User,
  typed: { password: string | undefined; address: string; path: string },
): Promise<void> {
  const { password, address, path } = typed;
  const isRight =
    password !== undefined &&
    (await attempts.attempt({ email: user.email ?? user.id, address }, () =>
      passwords.verify(user.passwordHash, password),
    ));
  if (!isRight) throw new RefusedError('wrong_credentials', 'That is not the password.', path);
}
