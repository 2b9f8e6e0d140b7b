import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { meRoutes } from '#lib/protocol/rest/me.ts';
import type { sessionRoutes } from '#lib/protocol/rest/session.ts';
import type { HttpContext } from '../api/define.ts';
import type { Link, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { makeLink } from './links.ts';
import { endAllLogins } from './logins.ts';
import { linkTo, mailFor, pageUrl } from './mailings.ts';
import { requireStrongPassword } from './passwordStrength.ts';
import { hashOfSecret } from './secrets.ts';
import { requireOwnPassword } from './signIn.ts';

const unusable = () => new RefusedError('link_invalid', 'This link was used, has expired or is incomplete.');

/**
 * Mails a link for a new password if the address has an account. If it has none the same is done up to the mail: the link
 * that is made then is nobody's and good for nothing.
 */
export async function askForPasswordReset(
  { store, config, mail }: WebServices,
  { body, http }: { body: BodyOf<typeof sessionRoutes.requestPasswordReset>; http: HttpContext },
): Promise<void> {
  const { email, language, returnTo } = body;
  const user = await store.users.findByEmail(email);
  const link = { purpose: 'password-reset', userId: user?.id ?? null, data: {} } as const;
  const secret = await makeLink(store, link, http.now);
  const where = { config, http };
  const subject = { kind: 'passwordReset', link: linkTo(where, 'reset-password', secret, returnTo) } as const;
  const written = mailFor(where, subject, email, user?.language, language);
  if (user !== null) await mail.send(written);
}

async function personOfLink(services: WebServices, link: Link | null): Promise<User> {
  const user =
    link === null || link.userId === null ? null : await services.store.users.findById(link.userId);
  if (user === null) throw unusable();
  return user;
}

/** Ends what somebody else may have begun with the former password: other logins, and links under way. */
async function endWhatWasBegun(services: WebServices, userId: string, exceptLoginId: string | null) {
  await services.store.links.revoke('password-reset', userId);
  await services.store.links.revoke('email-change', userId);
  await endAllLogins(services, userId, exceptLoginId);
}

/**
 * Sets a new password by the link of a mail and signs the person out everywhere. The link is used up only by a password
 * that is good enough.
 *
 * Throws `RefusedError`: `link_invalid`, `weak_password`, `rate_limited`.
 */
export async function resetPassword(
  services: WebServices,
  { token, password, now }: { token: string; password: string; now: Date },
): Promise<User> {
  const { links, users } = services.store;
  const [tokenHash, at] = [hashOfSecret(token), now.toISOString()];
  const person = await personOfLink(services, await links.peek(tokenHash, ['password-reset'], at));
  await requireStrongPassword(password, [person.name, person.email]);
  const passwordHash = await services.passwords.hash(password);
  const taken = await personOfLink(services, await links.take(tokenHash, ['password-reset'], at));
  const user = await users.setPassword(taken.id, passwordHash);
  if (user === null) throw unusable();
  await endWhatWasBegun(services, user.id, null);
  return user;
}

interface Change {
  user: User;
  body: BodyOf<typeof meRoutes.changePassword>;
  /** The login that stays. */
  loginId: string | null;
  http: HttpContext;
}

/**
 * Sets a new password for somebody who is signed in, and signs them out everywhere else. People without a password set
 * their first one.
 *
 * Throws `RefusedError`: `wrong_credentials`, `weak_password`, `rate_limited`.
 */
export async function changePassword(
  services: WebServices,
  { user, body, loginId, http }: Change,
): Promise<void> {
  const { store, config, mail, passwords } = services;
  if (user.passwordHash !== null) {
    const typed = { password: body.current, address: http.address, path: 'current' };
    await requireOwnPassword(services, user, typed);
  }
  await requireStrongPassword(body.password, [user.name, user.email]);
  await store.users.setPassword(user.id, await passwords.hash(body.password));
  await endWhatWasBegun(services, user.id, loginId);
  if (user.email === null) return;
  const where = { config, http };
  const subject = { kind: 'passwordChanged', resetUrl: pageUrl(where, '/forgot-password') } as const;
  await mail.send(mailFor(where, subject, user.email, user.language));
}
